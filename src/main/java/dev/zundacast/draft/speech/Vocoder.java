package dev.zundacast.draft.speech;

import java.util.Random;

/**
 * Frames to samples: pulses at the pitch and noise, mixed by the voicing filter, go through the
 * vocal tract. The noise starts from one seed, so equal frames are equal samples.
 */
final class Vocoder {
  /** What the vocoder is to say: one row every half frame of an utterance, as in {@link Tracks}. */
  @SuppressWarnings("ArrayRecordComponent") // Made for one synthesis, read once and dropped.
  record Frames(float[][] spectrum, float[] logF0, float[][] voicing) {
    int count() {
      return logF0.length;
    }
  }

  private static final long NOISE_SEED = 20131225;

  /** Pitches are held between these, whatever a client asks for. */
  private static final double LOWEST_HZ = 20;

  private static final int SHORTEST_PERIOD = 8;

  private final Frames frames;
  private final int rate;
  private final double warp;
  private final double hop;
  private final Random random = new Random(NOISE_SEED);
  private final double[] pulses;
  private final double[] noise;
  private double phase = 1;
  private int now;

  /** {@code rate} counts samples a second, {@code hop} those of one frame. */
  Vocoder(Frames frames, int rate, double warp, double hop) {
    this.frames = frames;
    this.rate = rate;
    this.warp = warp;
    this.hop = hop;
    int taps = frames.count() == 0 ? 1 : frames.voicing()[0].length;
    this.pulses = new double[taps];
    this.noise = new double[taps];
  }

  /** Samples on the scale of 16 bit. */
  float[] synthesise() {
    int count = frames.count();
    float[] out = new float[(int) Math.round(count * hop)];
    if (count == 0) {
      return out;
    }
    int order = frames.spectrum()[0].length - 1;
    MelFilter filter = new MelFilter(order, warp);
    double[] from = new double[order + 1];
    double[] to = new double[order + 1];
    double[] b = new double[order + 1];
    MelFilter.coefficients(frames.spectrum()[0], warp, from);
    for (int f = 0; f < count; f++) {
      int next = Math.min(f + 1, count - 1);
      MelFilter.coefficients(frames.spectrum()[next], warp, to);
      int start = (int) Math.round(f * hop);
      int end = (int) Math.round((f + 1) * hop);
      double step = 1.0 / (end - start);
      for (int n = start; n < end; n++) {
        double share = (n - start) * step;
        for (int m = 0; m <= order; m++) {
          b[m] = from[m] + share * (to[m] - from[m]);
        }
        out[n] = (float) filter.filter(source(f, logF0(f, next, share)), b);
      }
      System.arraycopy(to, 0, from, 0, to.length);
    }
    return out;
  }

  private double logF0(int frame, int next, double share) {
    float here = frames.logF0()[frame];
    float there = frames.logF0()[next];
    return Float.isNaN(here) || Float.isNaN(there) ? here : here + share * (there - here);
  }

  private double source(int frame, double logF0) {
    now = now == 0 ? pulses.length - 1 : now - 1;
    pulses[now] = pulse(logF0);
    noise[now] = random.nextGaussian();
    int middle = pulses.length / 2;
    double late = noise[(now + middle) % noise.length];
    if (Double.isNaN(logF0)) {
      return late;
    }
    float[] taps = frames.voicing()[frame];
    double voiced = 0;
    for (int i = 0, at = now; i < taps.length; i++) {
      voiced += taps[i] * (pulses[at] - noise[at]);
      at = at + 1 == pulses.length ? 0 : at + 1;
    }
    return voiced + late;
  }

  /** A pulse's energy is that of the noise over one period. */
  private double pulse(double logF0) {
    if (Double.isNaN(logF0)) {
      phase = 1;
      return 0;
    }
    double hz = Math.max(LOWEST_HZ, Math.min(Math.exp(logF0), (double) rate / SHORTEST_PERIOD));
    double height = 0;
    if (phase >= 1) {
      phase -= 1;
      height = Math.sqrt(rate / hz);
    }
    phase += hz / rate;
    return height;
  }
}
