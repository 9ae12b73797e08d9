package dev.zundacast.sound;

/**
 * The four bytes before each frame of MPEG audio.
 *
 * @param samples of a frame
 * @param bytes of this frame with its header, 0 for a free bit rate
 */
public record MpegHeader(int bits, int sampleRate, int samples, int bytes) {
  private static final int[] RATES = {44_100, 48_000, 32_000};

  /** kbit/s by index for: MPEG-1 layer I, II, III; MPEG-2 and 2.5 layer I, II and III. */
  private static final int[][] KILOBITS = {
    {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
  };

  /** Sync, version, layer and sample rate: what all frames of a stream have in common. */
  private static final int COMMON = 0xFFFE0C00;

  /** What is no header. */
  public static final MpegHeader NONE = new MpegHeader(0, 0, 0, 0);

  /** The header that {@code bits} are, {@link #NONE} when they are none. */
  public static MpegHeader of(int bits) {
    int version = bits >>> 19 & 3;
    int layer = 4 - (bits >>> 17 & 3);
    int rateIndex = bits >>> 10 & 3;
    int bitrateIndex = bits >>> 12 & 15;
    boolean sync = (bits & 0xFFE00000) == 0xFFE00000;
    if (!sync || version == 1 || layer == 4 || rateIndex == 3 || bitrateIndex == 15) {
      return NONE;
    }
    boolean mpeg1 = version == 3;
    int rate = RATES[rateIndex] >> (mpeg1 ? 0 : version == 2 ? 1 : 2);
    int samples = layer == 1 ? 384 : layer == 3 && !mpeg1 ? 576 : 1152;
    int kilobits = KILOBITS[mpeg1 ? layer - 1 : layer == 1 ? 3 : 4][bitrateIndex];
    int padding = bits >>> 9 & 1;
    int slot = layer == 1 ? 4 : 1;
    int bytes = kilobits == 0 ? 0 : (samples / 8 / slot * kilobits * 1000 / rate + padding) * slot;
    return new MpegHeader(bits, rate, samples, bytes);
  }

  public boolean exists() {
    return sampleRate > 0;
  }

  public boolean isPadded() {
    return (bits >>> 9 & 1) == 1;
  }

  public boolean isMono() {
    return (bits >>> 6 & 3) == 3;
  }

  /** Whether it is MP3, which has audio of a known length behind it. */
  public boolean isLayer3() {
    return exists() && (bits >>> 17 & 3) == 1 && bytes > 0;
  }

  private boolean isMpeg1() {
    return (bits >>> 19 & 3) == 3;
  }

  /** Where a Xing or Info header stands in the first frame: after the side information. */
  public int xingOffset() {
    int side = isMpeg1() ? (isMono() ? 17 : 32) : (isMono() ? 9 : 17);
    return 4 + side;
  }

  /** Whether a frame with the other header can stand in the same stream. */
  public boolean sameStream(MpegHeader other) {
    return other.exists() && (bits & COMMON) == (other.bits & COMMON);
  }

  /** Whether both have the same bit rate too. */
  public boolean sameBitrate(MpegHeader other) {
    return sameStream(other) && (bits >>> 12 & 15) == (other.bits >>> 12 & 15);
  }

  public double seconds() {
    return (double) samples / sampleRate;
  }
}
