package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Crc16;
import dev.zundacast.audio.mp3.Frames;
import dev.zundacast.audio.mp3.InfoFrame;
import dev.zundacast.audio.mp3.Mp3Format;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a layout as an MP3: the Info frame, then segments and silent frames, copied through.
 *
 * @param gainSteps by which the frames' own gain is moved
 */
record FrameSplice(TrackLayout layout, FrameStore store, int gainSteps) {

  /** Frames after the Info frame. */
  private int frames() {
    return layout.frames() + Mp3Format.FLUSH_FRAMES;
  }

  void writeTo(OutputStream out) throws IOException {
    // The Info frame holds the checksum of all that follows it.
    Crc16 checksum = new Crc16();
    writeFrames(checksum);
    out.write(InfoFrame.of(frames(), layout.samples(), checksum.value()));
    writeFrames(out);
  }

  private void writeFrames(OutputStream out) throws IOException {
    int at = 0;
    for (TrackLayout.Placed place : layout.placed()) {
      writeSilence(out, place.start() - at);
      out.write(louder(place.segment()));
      at = place.end();
    }
    writeSilence(out, frames() - at);
  }

  private byte[] louder(Segment segment) throws IOException {
    byte[] frames = store.frames(segment);
    if (gainSteps != 0) {
      Frames.addGain(frames, gainSteps);
    }
    return frames;
  }

  private static void writeSilence(OutputStream out, int count) throws IOException {
    byte[] silent = Frames.silent();
    for (int i = 0; i < count; i++) {
      out.write(silent);
    }
  }
}
