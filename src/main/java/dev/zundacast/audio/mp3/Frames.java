package dev.zundacast.audio.mp3;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Bits inside frames: headers, silence, gain. */
public final class Frames {
  /** What one step of {@link #addGain} changes, in dB: 20 log10 of the fourth root of 2. */
  public static final double GAIN_STEP_DB = 20 * Math.log10(Math.pow(2, 0.25));

  private static final int GLOBAL_GAIN_MAX = 255;

  private Frames() {}

  static int header(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }

  /** The bytes that LAME may write for so many samples: its documented worst case. */
  static int mostBytes(int samples) {
    return samples + samples / 4 + 7200;
  }

  /** How many bytes the encoder wrote; a negative count is LAME's error. */
  static int checked(int count) {
    if (count < 0) {
      throw new IllegalStateException("the MP3 encoder failed with code " + count);
    }
    return count;
  }

  /** What an encoder wrote, which is whole frames of the format and no other. */
  static byte[] whole(ByteArrayOutputStream written) {
    byte[] frames = written.toByteArray();
    if (frames.length % Mp3Format.FRAME_BYTES != 0) {
      throw new IllegalStateException(
          "the MP3 encoder wrote " + frames.length + " bytes, no multiple of a frame");
    }
    for (int at = 0; at < frames.length; at += Mp3Format.FRAME_BYTES) {
      if (header(frames, at) != Mp3Format.HEADER) {
        throw new IllegalStateException(
            String.format(
                "the MP3 encoder wrote the frame header %08x instead of %08x",
                header(frames, at), Mp3Format.HEADER));
      }
    }
    return frames;
  }

  /** A frame of digital silence: its side info says that it holds nothing. */
  public static byte[] silent() {
    byte[] frame = new byte[Mp3Format.FRAME_BYTES];
    ByteBuffer.wrap(frame).putInt(Mp3Format.HEADER);
    return frame;
  }

  /**
   * Makes frames louder by {@code steps} of {@link #GAIN_STEP_DB}, without decoding them: the
   * decoder multiplies by the global gain.
   */
  public static void addGain(byte[] frames, int steps) {
    for (int at = 0; at < frames.length; at += Mp3Format.FRAME_BYTES) {
      int sideInfo = (at + 4) * 8;
      addGainToGranule(frames, sideInfo + 18, steps);
      addGainToGranule(frames, sideInfo + 18 + 59, steps);
    }
  }

  /** A granule starts with part2_3_length (12 bits), big_values (9) and global_gain (8). */
  private static void addGainToGranule(byte[] bytes, int granule, int steps) {
    if (bits(bytes, granule, 12) == 0) {
      return;
    }
    int gain = bits(bytes, granule + 21, 8) + steps;
    putByte(bytes, granule + 21, Math.max(0, Math.min(GLOBAL_GAIN_MAX, gain)));
  }

  private static int bits(byte[] bytes, int from, int count) {
    return ByteBuffer.wrap(bytes).getInt(from >> 3) << (from & 7) >>> (Integer.SIZE - count);
  }

  private static void putByte(byte[] bytes, int from, int value) {
    int shift = 8 - (from & 7);
    ByteBuffer pair = ByteBuffer.wrap(bytes, from >> 3, 2);
    int others = pair.getShort(from >> 3) & ~(0xFF << shift);
    pair.putShort((short) (others | value << shift));
  }
}
