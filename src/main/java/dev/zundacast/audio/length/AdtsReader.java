package dev.zundacast.audio.length;

import dev.zundacast.audio.length.AudioLength.Format;
import dev.zundacast.audio.length.AudioLength.State;
import dev.zundacast.sound.ByteWindow;
import java.io.IOException;

/** AAC in ADTS frames to its length: the frames must be counted, since no header sums them up. */
final class AdtsReader {
  private static final int[] RATES = {
    96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000,
    7_350
  };
  private static final int HEADER_BYTES = 7;
  private static final int BLOCK_SAMPLES = 1024;

  private final ByteWindow window;

  AdtsReader(ByteWindow window) {
    this.window = window;
  }

  /** Whether frames begin at a place. */
  boolean startsAt(long at) throws IOException {
    long next = at + frameBytes(at);
    return next > at && (frameBytes(next) > 0 || next >= window.size());
  }

  AudioLength read(long start) throws IOException {
    long end = MpegTags.audioEnd(window);
    double seconds = 0;
    long at = start;
    while (at + HEADER_BYTES <= end) {
      int bytes = frameBytes(at);
      if (bytes == 0) {
        at++;
        continue;
      }
      if (at + bytes <= end) {
        int blocks = (window.at(at + 6) & 3) + 1;
        seconds += (double) blocks * BLOCK_SAMPLES / RATES[window.at(at + 2) >> 2 & 15];
      }
      at += bytes;
    }
    return new AudioLength(window.size(), Math.round(seconds * 1000), Format.AAC, State.WHOLE);
  }

  /** Length of the frame at a place, 0 where there is none. */
  private int frameBytes(long at) throws IOException {
    boolean sync = window.at(at) == 0xff && (window.at(at + 1) & 0xf6) == 0xf0;
    if (!sync || (window.at(at + 2) >> 2 & 15) >= RATES.length) {
      return 0;
    }
    int bytes = (int) (window.number(at + 3, 3) >> 5 & 0x1fff);
    return bytes > HEADER_BYTES ? bytes : 0;
  }
}
