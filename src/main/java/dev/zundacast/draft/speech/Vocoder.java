package dev.zundacast.draft.speech;

import java.util.Random;

/**
 * Frames to samples: pulses at the pitch and noise, mixed by the voicing filter, go through the
 * vocal tract. The noise starts from one seed, so equal frames are equal samples.
 */
final class Vocoder {
  private static final long NOISE_SEED = 20131225;

  /** Pitches are held between these, whatever a client asks for. */
  private static final double LOWEST_HZ = 20;

  private static final int SHORTEST_PERIOD = 8;

  private final Tracks frames;
  private final int rate;
  private final double warp;
  private final double hop;
  private final Random random = new Random(NOISE_SEED);
  private final double[] pulses;
  private final double[] noise;
  private double phase = 1;
  private int now;

  /** {@code rate} counts samples a second, {@code hop} those of one frame. */
  Vocoder(Tracks frames, int rate, double warp, double hop) {
    this.frames = frames;
    this.rate = rate;
    this.warp = warp;
    this.hop = hop;
    int taps = frames.voicing()[0].length;
    this.pulses = new double[taps];
    this.noise = new double[taps];
  }

  /** Samples on the scale of 16 bit. */
  float[] synthesise() {
    int count = frames.frames();
    float[] out = new float[(int) Math.round(count * hop)];
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

  /**
   * The vocal tract as a digital filter: a source sample to a sound sample, through the transfer
   * function exp(sum of b[m] times the m-th all-pass chain output), which a mel-cepstrum describes.
   *
   * <p>The exponential is approximated by a ratio of polynomials of degree five (S. Imai, "Cepstral
   * analysis synthesis on the mel frequency scale", 1983). b[1], the largest coefficient by far,
   * has a stage of its own, so that the approximation stays accurate.
   */
  private static final class MelFilter {
    private static final double[] RATIO = {
      1.0, 0.4999391, 0.1107098, 0.01369984, 0.0009564853, 0.00003041721
    };
    private static final int DEGREE = RATIO.length - 1;

    private final double warp;
    private final Stages head;
    private final Stages rest;

    MelFilter(int order, double warp) {
      this.warp = warp;
      this.head = new Stages(1, 1);
      this.rest = new Stages(2, order);
    }

    /** Turns a mel-cepstrum into the coefficients of this filter; the first is the log gain. */
    static void coefficients(float[] melCepstrum, double warp, double[] into) {
      double next = 0;
      for (int m = melCepstrum.length - 1; m >= 0; m--) {
        next = melCepstrum[m] - warp * next;
        into[m] = next;
      }
    }

    /** One sample on; {@code b} may change from sample to sample. */
    double filter(double source, double[] b) {
      return rest.filter(head.filter(source * Math.exp(b[0]), b), b);
    }

    /** exp(sum from one coefficient to another): each stage applies the all-pass chain again. */
    private final class Stages {
      private final int from;
      private final int to;
      private final double gain = 1 - warp * warp;
      private final double[][] chains;
      private final double[] chainIn = new double[DEGREE];

      Stages(int from, int to) {
        this.from = from;
        this.to = to;
        this.chains = new double[DEGREE][to + 1];
      }

      double filter(double in, double[] b) {
        double forward = 0;
        double back = 0;
        for (int i = DEGREE - 1; i >= 0; i--) {
          double term = chain(chains[i], chainIn[i], b);
          double weighted = term * RATIO[i + 1];
          forward += weighted;
          back += (i & 1) == 0 ? weighted : -weighted;
          if (i + 1 < DEGREE) {
            chainIn[i + 1] = term;
          }
        }
        double inner = in + back;
        chainIn[0] = inner;
        return inner + forward;
      }

      private double chain(double[] state, double in, double[] b) {
        double before = state[1];
        double now = gain * in + warp * before;
        state[1] = now;
        double sum = from == 1 ? b[1] * now : 0;
        for (int m = 2; m <= to; m++) {
          double old = state[m];
          double next = before + warp * (old - now);
          state[m] = next;
          sum += b[m] * next;
          before = old;
          now = next;
        }
        return sum;
      }
    }
  }
}
