package dev.zundacast.audio.mp3;

import java.util.Optional;

/**
 * What the four bytes before a layer III frame say.
 *
 * @param sampleRate samples a second
 * @param channels 1 or 2
 * @param frameBytes length of the frame with its header
 */
record FrameHeader(int sampleRate, int channels, int frameBytes) {
  private static final int SYNC = 0xFFE00000;
  private static final int[] KILOBITS_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] KILOBITS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] RATES = {44_100, 48_000, 32_000};

  /** The header, empty when these bytes are none. */
  static Optional<FrameHeader> parse(int bits) {
    int version = (bits >> 19) & 3;
    int layer = (bits >> 17) & 3;
    int rateIndex = (bits >> 10) & 3;
    int bitRateIndex = (bits >> 12) & 15;
    boolean valid = (bits & SYNC) == SYNC && version != 1 && layer == 1;
    if (!valid || rateIndex == 3 || bitRateIndex == 0 || bitRateIndex == 15) {
      return Optional.empty();
    }
    boolean full = version == 3;
    int rate = RATES[rateIndex] / (full ? 1 : version == 2 ? 2 : 4);
    int kilobits = (full ? KILOBITS_1 : KILOBITS_2)[bitRateIndex];
    int padding = (bits >> 9) & 1;
    int bytes = (full ? 144 : 72) * kilobits * 1000 / rate + padding;
    int channels = ((bits >> 6) & 3) == 3 ? 1 : 2;
    return Optional.of(new FrameHeader(rate, channels, bytes));
  }
}
