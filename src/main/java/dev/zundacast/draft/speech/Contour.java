package dev.zundacast.draft.speech;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A voice's tracks to the frames of an utterance: each phoneme stretched to its length, and the
 * voice's pitch moved, mora by mora, to the pitch that the query gives. What the voice does inside
 * a mora stays, so a query with the voice's own pitches sounds as the voice by itself.
 */
final class Contour {
  /** Vocoder.Frames of the vocoder for one frame of a query. */
  static final int DETAIL = 2;

  private final Tracks tracks;
  private final List<Phone> phones;
  private final List<AccentPhrase> phrases;
  private final int[] lengths;
  private final double liveliness;
  private final double[] voicePitches;
  private final Curve own = new Curve();
  private final Curve wanted = new Curve();

  /**
   * {@code lengths} are frames of each phoneme, {@code liveliness} how much of the voice's movement
   * inside a mora stays.
   */
  Contour(
      Tracks tracks,
      List<Phone> phones,
      List<AccentPhrase> phrases,
      int[] lengths,
      double liveliness) {
    this.tracks = tracks;
    this.phones = phones;
    this.phrases = phrases;
    this.lengths = lengths;
    this.liveliness = liveliness;
    this.voicePitches = tracks.vowelPitches(phones);
    drawCurves();
  }

  private void drawCurves() {
    double centre = 0;
    for (int i = 0; i < lengths.length; i++) {
      double place = centre + lengths[i] * DETAIL / 2.0;
      centre += lengths[i] * DETAIL;
      double pitch = wantedPitch(i);
      if (phones.get(i).role() == Phone.Role.VOWEL && pitch > 0 && lengths[i] > 0) {
        wanted.add(place, pitch);
        if (!Double.isNaN(voicePitches[i])) {
          own.add(place, voicePitches[i]);
        }
      }
    }
  }

  /** The pitch of the mora of phoneme {@code i}, 0 outside moras. */
  private double wantedPitch(int i) {
    Phone phone = phones.get(i);
    return phone.mora() < 0 ? 0 : phrases.get(phone.phrase()).moras().get(phone.mora()).pitch();
  }

  Vocoder.Frames frames() {
    int count = IntStream.of(lengths).sum() * DETAIL;
    Vocoder.Frames frames =
        new Vocoder.Frames(new float[count][], new float[count], new float[count][]);
    int source = 0;
    int at = 0;
    for (int i = 0; i < lengths.length; i++) {
      int steps = lengths[i] * DETAIL;
      for (int step = 0; step < steps; step++) {
        double place = source + (step + 0.5) / steps * tracks.lengths()[i] - 0.5;
        fill(frames, at, i, Math.max(0, Math.min(place, tracks.frames() - 1)));
        at++;
      }
      source += tracks.lengths()[i];
    }
    return frames;
  }

  private void fill(Vocoder.Frames frames, int at, int phone, double place) {
    int left = (int) place;
    int right = Math.min(left + 1, tracks.frames() - 1);
    double share = place - left;
    frames.spectrum()[at] = between(tracks.spectrum()[left], tracks.spectrum()[right], share);
    int nearest = share < 0.5 ? left : right;
    frames.voicing()[at] = tracks.voicing()[nearest];
    frames.logF0()[at] = (float) pitch(phone, at + 0.5, place, nearest);
  }

  private double pitch(int phone, double time, double place, int nearest) {
    if (wantedPitch(phone) <= 0 || wanted.isEmpty()) {
      return Double.NaN;
    }
    if (!Float.isNaN(tracks.logF0()[nearest])) {
      double movement = own.isEmpty() ? 0 : voicePitch(place, nearest) - own.at(time);
      return wanted.at(time) + liveliness * movement;
    }
    // The voice would whisper a vowel that the query wants voiced.
    boolean whispered =
        phones.get(phone).role() == Phone.Role.VOWEL && Double.isNaN(voicePitches[phone]);
    return whispered ? wanted.at(time) : Double.NaN;
  }

  private double voicePitch(double place, int nearest) {
    int other = place < nearest ? nearest - 1 : Math.min(nearest + 1, tracks.frames() - 1);
    float here = tracks.logF0()[nearest];
    float there = tracks.logF0()[Math.max(0, other)];
    return Float.isNaN(there) ? here : here + Math.abs(place - nearest) * (there - here);
  }

  private static float[] between(float[] left, float[] right, double share) {
    float[] mixed = new float[left.length];
    for (int m = 0; m < mixed.length; m++) {
      mixed[m] = (float) (left[m] + share * (right[m] - left[m]));
    }
    return mixed;
  }
}
