package dev.zundacast.audio;

import dev.zundacast.audio.mp3.Crc16;
import dev.zundacast.audio.mp3.Frames;
import dev.zundacast.audio.mp3.InfoFrame;
import dev.zundacast.audio.mp3.Mp3Format;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/** Writes a layout as an MP3: the Info frame, then segments and silent frames, copied through. */
final class FrameSplice {
  private static final int BUFFER_FRAMES = 1024;

  private final TrackLayout layout;
  private final FrameStore store;
  private final int gainSteps;
  private final byte[] silent;
  private final Map<Integer, Integer> silences = new HashMap<>();
  // One for all segments: an hour's, each with its own, would be twice the episode.
  private final byte[] buffer;

  FrameSplice(TrackLayout layout, FrameStore store, int gainSteps) {
    this.layout = layout;
    this.store = store;
    this.gainSteps = gainSteps;
    this.silent = Frames.silent();
    this.buffer = new byte[BUFFER_FRAMES * Mp3Format.FRAME_BYTES];
  }

  /** Frames after the Info frame. */
  private int frames() {
    return layout.frames() + Mp3Format.FLUSH_FRAMES;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(InfoFrame.of(frames(), layout.samples(), checksum()));
    int at = 0;
    for (TrackLayout.Placed place : layout.placed()) {
      writeSilence(out, place.start() - at);
      copy(place.segment(), (bytes, length) -> out.write(bytes, 0, length));
      at = place.end();
    }
    writeSilence(out, frames() - at);
  }

  private void writeSilence(OutputStream out, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      out.write(silent);
    }
  }

  /** The checksum of all frames, from those of the segments wherever their bytes stay as is. */
  private int checksum() throws IOException {
    int crc = 0;
    int at = 0;
    for (TrackLayout.Placed place : layout.placed()) {
      crc = afterSilence(crc, place.start() - at);
      long length = (long) place.segment().frames() * Mp3Format.FRAME_BYTES;
      crc = Crc16.join(crc, checksum(place.segment()), length);
      at = place.end();
    }
    return afterSilence(crc, frames() - at);
  }

  /**
   * An hour's pauses have 4 MB, a tenth of a build's work, but few lengths: each is summed up once.
   */
  private int afterSilence(int before, int count) {
    int crc = silences.computeIfAbsent(count, this::silence);
    return Crc16.join(before, crc, (long) count * silent.length);
  }

  private int silence(int count) {
    int crc = 0;
    for (int i = 0; i < count; i++) {
      crc = Crc16.of(crc, silent, 0, silent.length);
    }
    return crc;
  }

  private int checksum(Segment segment) throws IOException {
    if (gainSteps == 0) {
      return segment.crc();
    }
    int[] crc = {0};
    copy(segment, (bytes, length) -> crc[0] = Crc16.of(crc[0], bytes, 0, length));
    return crc[0];
  }

  /** Takes a part of the frames that are copied. */
  private interface Part {
    void accept(byte[] bytes, int length) throws IOException;
  }

  private void copy(Segment segment, Part part) throws IOException {
    long length = (long) segment.frames() * Mp3Format.FRAME_BYTES;
    for (long from = 0; from < length; from += buffer.length) {
      int count = (int) Math.min(buffer.length, length - from);
      store.read(segment, from, buffer, count);
      if (gainSteps != 0) {
        Frames.addGain(buffer, count, gainSteps);
      }
      part.accept(buffer, count);
    }
  }
}
