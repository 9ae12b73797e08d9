package dev.zundacast.draft.speech;

import java.util.Arrays;
import java.util.List;

/**
 * What a voice does frame by frame while it speaks a list of phonemes.
 *
 * @param logF0 natural logarithm of the fundamental frequency; NaN where unvoiced
 * @param voicing for each frame the taps of the filter that keeps the voiced part of the source
 */
@SuppressWarnings("ArrayRecordComponent") // Frames are many; a Tracks is read once and dropped.
record Tracks(int[] lengths, float[][] spectrum, float[] logF0, float[][] voicing) {
  /** Seconds of one frame at the speed that the voice was recorded at. */
  static final double FRAME_SECONDS = 0.005;

  int frames() {
    return spectrum.length;
  }

  /** The mean pitch of each phoneme: NaN unless it is a vowel with voiced frames. */
  double[] vowelPitches(List<Phone> phones) {
    double[] pitches = new double[phones.size()];
    Arrays.fill(pitches, Double.NaN);
    int start = 0;
    for (int i = 0; i < pitches.length; i++) {
      int end = start + lengths[i];
      if (phones.get(i).role() == Phone.Role.VOWEL) {
        pitches[i] = mean(logF0, start, end);
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
