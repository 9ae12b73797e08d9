package dev.zundacast.draft.speech;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fills the lengths and pitches of accent phrases with what a voice would do of itself. */
public final class Prosody {
  /** Where nothing is voiced, e.g. one devoiced mora: A3, a speaking voice. */
  private static final double SOME_PITCH = Math.log(220);

  /** What of the phrases is filled. */
  public enum Filled {
    ALL,
    LENGTHS,
    PITCHES,
    NOTHING
  }

  private record Key(List<AccentPhrase> phrases, VoiceFile voice) {}

  private final HtsEngine engine;
  private final Cache<Key, List<AccentPhrase>> cache = new Cache<>(this::compute);

  public Prosody(HtsEngine engine) {
    this.engine = engine;
  }

  /** The phrases with what is to be filled as the voice would speak it, the rest as it is. */
  public List<AccentPhrase> fill(List<AccentPhrase> phrases, VoiceFile voice, Filled filled)
      throws IOException {
    if (phrases.isEmpty() || filled == Filled.NOTHING) {
      return phrases;
    }
    List<AccentPhrase> natural = cache.get(new Key(blank(phrases), voice));
    return switch (filled) {
      case ALL -> natural;
      case LENGTHS -> withPitches(natural, phrases);
      case PITCHES -> withPitches(phrases, natural);
      case NOTHING -> phrases;
    };
  }

  private static List<AccentPhrase> withPitches(
      List<AccentPhrase> phrases, List<AccentPhrase> pitches) {
    List<AccentPhrase> merged = new ArrayList<>();
    for (int p = 0; p < phrases.size(); p++) {
      AccentPhrase phrase = phrases.get(p);
      List<Mora> moras = new ArrayList<>();
      for (int m = 0; m < phrase.moras().size(); m++) {
        double pitch = pitches.get(p).moras().get(m).pitch();
        moras.add(phrase.moras().get(m).withPitch(pitch));
      }
      merged.add(phrase.withMoras(moras));
    }
    return merged;
  }

  private static List<AccentPhrase> blank(List<AccentPhrase> phrases) {
    List<AccentPhrase> blank = new ArrayList<>();
    for (AccentPhrase phrase : phrases) {
      List<Mora> moras =
          phrase.moras().stream().map(m -> Mora.plain(m.text(), m.consonant(), m.vowel())).toList();
      blank.add(
          phrase.withMoras(moras).withPause(phrase.pauseMora() == null ? null : Mora.pause()));
    }
    return blank;
  }

  private List<AccentPhrase> compute(Key key) throws IOException {
    Tracks tracks = engine.speak(key.phrases(), key.voice(), HtsEngine.OWN_SPEED);
    return new Filling(tracks, key.phrases()).phrases();
  }

  /** Goes through the phonemes and the moras they belong to side by side. */
  private static final class Filling {
    private final Tracks tracks;
    private final List<AccentPhrase> blank;
    private final Curve pitches = new Curve();

    /** The phoneme whose turn it is; the first is the silence before the utterance. */
    private int next = 1;

    Filling(Tracks tracks, List<AccentPhrase> blank) {
      this.tracks = tracks;
      this.blank = blank;
      double[] known = tracks.vowelPitches(Phone.of(blank));
      for (int i = 0; i < known.length; i++) {
        if (!Double.isNaN(known[i])) {
          pitches.add(i, known[i]);
        }
      }
    }

    List<AccentPhrase> phrases() {
      List<AccentPhrase> filled = new ArrayList<>();
      for (AccentPhrase phrase : blank) {
        List<Mora> moras = new ArrayList<>();
        phrase.moras().forEach(mora -> moras.add(fill(mora)));
        Mora pause = phrase.pauseMora();
        filled.add(
            phrase
                .withMoras(moras)
                .withPause(pause == null ? null : pause.withLengths(null, seconds())));
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
}
