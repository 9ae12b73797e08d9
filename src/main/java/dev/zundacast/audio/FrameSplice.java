package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Crc16;
import dev.zundacast.audio.mp3.Frames;
import dev.zundacast.audio.mp3.InfoFrame;
import dev.zundacast.audio.mp3.Mp3Format;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.IntStream;

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
    out.write(InfoFrame.of(frames(), layout.samples(), checksum()));
    int at = 0;
    for (TrackLayout.Placed place : layout.placed()) {
      writeSilence(out, place.start() - at);
      out.write(louder(place.segment()));
      at = place.end();
    }
    writeSilence(out, frames() - at);
  }

  /** Of all that follows the first frame, in which it stands. */
  private int checksum() throws IOException {
    int sum = 0;
    int at = 0;
    for (TrackLayout.Placed place : layout.placed()) {
      Segment segment = place.segment();
      int own = gainSteps == 0 ? segment.checksum() : Crc16.of(louder(segment));
      sum = Crc16.join(withSilence(sum, place.start() - at), segment.frames(), own);
      at = place.end();
    }
    return withSilence(sum, frames() - at);
  }

  private static int withSilence(int before, int frames) {
    int silent = Crc16.of(Frames.silent());
    return IntStream.range(0, frames).reduce(before, (sum, i) -> Crc16.join(sum, 1, silent));
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
