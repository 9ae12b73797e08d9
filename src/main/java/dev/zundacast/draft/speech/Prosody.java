package dev.zundacast.draft.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Fills the lengths and pitches of accent phrases with what a voice would do of itself. */
public record Prosody(HtsEngine engine) {
  /** Where nothing is voiced, e.g. one devoiced mora: A3, a speaking voice. */
  private static final double SOME_PITCH = Math.log(220);

  /** The phrases with lengths and pitches as the voice would speak them. */
  public List<AccentPhrase> fill(List<AccentPhrase> phrases, VoiceFile voice) throws IOException {
    if (phrases.isEmpty()) {
      return phrases;
    }
    return new Filling(engine.speak(phrases, voice, HtsEngine.OWN_SPEED), phrases).filled();
  }

  /** Goes through the phonemes and the moras they belong to side by side. */
  private static final class Filling {
    private final Tracks tracks;
    private final List<AccentPhrase> phrases;
    private final Curve pitches = new Curve();

    /** The phoneme whose turn it is; the first is the silence before the utterance. */
    private int next = 1;

    Filling(Tracks tracks, List<AccentPhrase> phrases) {
      this.tracks = tracks;
      this.phrases = phrases;
      double[] known = tracks.vowelPitches(Phone.of(phrases));
      for (int i = 0; i < known.length; i++) {
        if (!Double.isNaN(known[i])) {
          pitches.add(i, known[i]);
        }
      }
    }

    List<AccentPhrase> filled() {
      List<AccentPhrase> filled = new ArrayList<>();
      for (AccentPhrase phrase : phrases) {
        // In this order: a pause is spoken behind its phrase.
        AccentPhrase spoken = phrase.with(this::fill);
        Mora pause = phrase.pauseMora() == null ? null : Mora.pause().withLengths(null, seconds());
        filled.add(spoken.withPause(pause));
      }
      return List.copyOf(filled);
    }

    private Mora fill(Mora mora) {
      Double consonant = mora.consonant() == null ? null : (Double) seconds();
      // Of this phoneme: the voice's own pitch, or what lies between its neighbours'.
      double some = pitches.isEmpty() ? SOME_PITCH : pitches.at(next);
      double pitch = mora.voiced() ? some : 0;
      return mora.withLengths(consonant, seconds()).withPitch(pitch);
    }

    private double seconds() {
      return tracks.lengths()[next++] * Tracks.FRAME_SECONDS;
    }
  }

  /** Values in time, joined by straight lines, level before the first and after the last. */
  static final class Curve {
    private final NavigableMap<Double, Double> values = new TreeMap<>();

    void add(double place, double value) {
      values.put(place, value);
    }

    boolean isEmpty() {
      return values.isEmpty();
    }

    double at(double place) {
      Map.Entry<Double, Double> left = values.floorEntry(place);
      Map.Entry<Double, Double> right = values.ceilingEntry(place);
      if (left == null || right == null) {
        return left == null ? values.firstEntry().getValue() : left.getValue();
      }
      double distance = right.getKey() - left.getKey();
      double share = distance == 0 ? 0 : (place - left.getKey()) / distance;
      return left.getValue() + share * (right.getValue() - left.getValue());
    }
  }
}
