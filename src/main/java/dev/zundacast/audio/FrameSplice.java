package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Crc16;
import dev.zundacast.audio.mp3.Frames;
import dev.zundacast.audio.mp3.InfoFrame;
import dev.zundacast.audio.mp3.Mp3Format;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CheckedOutputStream;

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
    // The checksum of all that follows stands in the first frame.
    var counted = new CheckedOutputStream(OutputStream.nullOutputStream(), new Crc16());
    writeFrames(counted);
    out.write(InfoFrame.of(frames(), layout.samples(), (int) counted.getChecksum().getValue()));
    writeFrames(out);
  }

  private void writeFrames(OutputStream out) throws IOException {
    int at = 0;
    for (TrackLayout.Placed place : layout.placed()) {
      writeSilence(out, place.start() - at);
      byte[] frames = store.frames(place.segment());
      Frames.addGain(frames, gainSteps);
      out.write(frames);
      at = place.end();
    }
    writeSilence(out, frames() - at);
  }

  private static void writeSilence(OutputStream out, int count) throws IOException {
    byte[] silent = Frames.silent();
    for (int i = 0; i < count; i++) {
      out.write(silent);
    }
  }
}
