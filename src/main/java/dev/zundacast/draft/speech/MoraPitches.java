package dev.zundacast.draft.speech;

import java.util.Arrays;
import java.util.List;

/** The mean pitch that a voice's tracks give to the vowel of each mora. */
final class MoraPitches {
  private MoraPitches() {}

  /** One value for each phoneme: NaN unless it is a vowel with voiced frames. */
  static double[] of(Tracks tracks, List<Phone> phones) {
    double[] pitches = new double[phones.size()];
    Arrays.fill(pitches, Double.NaN);
    int start = 0;
    for (int i = 0; i < pitches.length; i++) {
      int end = start + tracks.lengths()[i];
      if (phones.get(i).role() == Phone.Role.VOWEL) {
        pitches[i] = mean(tracks.logF0(), start, end);
      }
      start = end;
    }
    return pitches;
  }

  private static double mean(float[] logF0, int start, int end) {
    double sum = 0;
    int count = 0;
    for (int f = start; f < end; f++) {
      if (!Float.isNaN(logF0[f])) {
        sum += logF0[f];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
