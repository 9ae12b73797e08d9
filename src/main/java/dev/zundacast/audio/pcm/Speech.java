package dev.zundacast.audio.pcm;

/**
 * Where the sound of a clip starts and ends: what is quieter than -50 dBFS is silence.
 *
 * @param start the first sample that is heard
 * @param end the sample after the last that is heard; equal to {@code start} in pure silence
 */
public record Speech(int start, int end) {
  private static final double THRESHOLD = Math.pow(10, -50 / 20.0);

  public static Speech in(float[] signal) {
    int start = 0;
    while (start < signal.length && Math.abs(signal[start]) < THRESHOLD) {
      start++;
    }
    if (start == signal.length) {
      return new Speech(0, 0);
    }
    int end = signal.length;
    while (Math.abs(signal[end - 1]) < THRESHOLD) {
      end--;
    }
    return new Speech(start, end);
  }

  public Speech movedBy(int samples) {
    return new Speech(start + samples, end + samples);
  }
}
