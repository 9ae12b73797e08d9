package dev.zundacast.audio.length;

import dev.zundacast.sound.ByteWindow;
import dev.zundacast.sound.MpegHeader;
import java.io.IOException;

/**
 * What a Xing, Info or VBRI header in the first frame says about the whole stream.
 *
 * @param frames without the one that holds the header, 0 when not said
 * @param bytes of all frames, 0 when not said
 * @param delay samples that encoder put before the sound and that decoders leave out
 * @param padding samples after the sound that decoders leave out
 */
record XingHeader(long frames, long bytes, int delay, int padding) {
  private static final int HAS_FRAMES = 1;
  private static final int HAS_BYTES = 2;
  private static final int TOC_BYTES = 100;

  /** Decoders leave this many samples out at the start beside the encoder's delay. */
  static final int DECODER_DELAY = 529;

  static final XingHeader NONE = new XingHeader(-1, -1, 0, 0);

  boolean exists() {
    return frames >= 0;
  }

  static XingHeader read(ByteWindow window, long frame, MpegHeader header) throws IOException {
    long at = frame + header.xingOffset();
    if (window.holds(at, "Xing") || window.holds(at, "Info")) {
      return xing(window, at);
    }
    long vbri = frame + 36;
    if (window.holds(vbri, "VBRI")) {
      long bytes = window.number(vbri + 10, 4);
      return new XingHeader(Math.max(0, window.number(vbri + 14, 4)), Math.max(0, bytes), 0, 0);
    }
    return NONE;
  }

  private static XingHeader xing(ByteWindow window, long start) throws IOException {
    long flags = window.number(start + 4, 4);
    long at = start + 8;
    long frames = 0;
    long bytes = 0;
    if ((flags & HAS_FRAMES) != 0) {
      frames = window.number(at, 4);
      at += 4;
    }
    if ((flags & HAS_BYTES) != 0) {
      bytes = window.number(at, 4);
      at += 4;
    }
    at += (flags & 4) != 0 ? TOC_BYTES : 0;
    at += (flags & 8) != 0 ? 4 : 0;
    boolean encoder =
        window.holds(at, "LAME") || window.holds(at, "Lavf") || window.holds(at, "Lavc");
    // Nine bytes of name, then twelve of other facts, then delay and padding in twelve bits each.
    long gaps = encoder ? window.number(at + 21, 3) : 0;
    return new XingHeader(
        Math.max(0, frames), Math.max(0, bytes), (int) (gaps >> 12), (int) (gaps & 0xfff));
  }

  /** Samples that decoders play of this many frames. */
  long samples(long count, int samplesOfFrame) {
    return Math.max(0, count * samplesOfFrame - delay - padding);
  }
}
