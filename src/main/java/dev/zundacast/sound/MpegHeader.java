package dev.zundacast.sound;

/**
 * The four bytes before each frame of MP3, MPEG audio of layer III at a stated bit rate, and the
 * samples and bytes of the frame.
 */
public record MpegHeader(int bits, int sampleRate, int samples, int bytes) {
  private static final int[] RATES = {44_100, 48_000, 32_000};

  /** kbit/s by index for MPEG-1, and for MPEG-2 and 2.5. */
  private static final int[][] KILOBITS = {
    {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
    {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
  };

  /** Sync, version, layer and sample rate: what all frames of a stream have in common. */
  private static final int COMMON = 0xFFFE0C00;

  /** What is no header. */
  public static final MpegHeader NONE = new MpegHeader(0, 0, 0, 0);

  /** The header that {@code bits} are, {@link #NONE} when they are none. */
  public static MpegHeader of(int bits) {
    int version = bits >>> 19 & 3;
    int rateIndex = bits >>> 10 & 3;
    int bitrateIndex = bits >>> 12 & 15;
    // Sync, and the number of layer III.
    boolean mp3 = (bits & 0xFFE60000) == 0xFFE20000;
    if (!mp3 || version == 1 || rateIndex == 3 || bitrateIndex == 0 || bitrateIndex == 15) {
      return NONE;
    }
    boolean mpeg1 = version == 3;
    int rate = RATES[rateIndex] >> (mpeg1 ? 0 : version == 2 ? 1 : 2);
    int samples = mpeg1 ? 1152 : 576;
    int kilobits = KILOBITS[mpeg1 ? 0 : 1][bitrateIndex];
    int padding = bits >>> 9 & 1;
    return new MpegHeader(bits, rate, samples, samples / 8 * kilobits * 1000 / rate + padding);
  }

  public boolean exists() {
    return sampleRate > 0;
  }

  public boolean isMono() {
    return (bits >>> 6 & 3) == 3;
  }

  /** Where a Xing or Info header stands in the first frame: after the side information. */
  public int xingOffset() {
    boolean isMpeg1 = (bits >>> 19 & 3) == 3;
    int side = isMpeg1 ? (isMono() ? 17 : 32) : (isMono() ? 9 : 17);
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
