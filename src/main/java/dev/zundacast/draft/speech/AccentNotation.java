package dev.zundacast.draft.speech;

import dev.zundacast.episode.KanaNotation;
import java.util.List;

/** Accent phrases as VOICEVOX's kana notation and back. */
public final class AccentNotation {
  private static final String VOWELS = "aiueo";

  private AccentNotation() {}

  /** The phrases as text. */
  static String write(List<AccentPhrase> phrases) {
    return KanaNotation.print(phrases.stream().map(AccentNotation::notation).toList());
  }

  private static KanaNotation.Phrase notation(AccentPhrase phrase) {
    List<KanaNotation.Mora> moras =
        phrase.moras().stream()
            .map(mora -> new KanaNotation.Mora(mora.text(), mora.devoiced(), 0, 1))
            .toList();
    boolean pause = phrase.pauseMora() != null;
    return new KanaNotation.Phrase(moras, phrase.accent(), pause, phrase.interrogative());
  }

  /** The phrases of a text, with lengths and pitches of 0. */
  public static List<AccentPhrase> parse(String text) {
    KanaNotation.fault(text)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException(fault.found() + " in '" + text + "'");
            });
    return KanaNotation.phrases(text).stream().map(AccentNotation::phrase).toList();
  }

  private static AccentPhrase phrase(KanaNotation.Phrase phrase) {
    List<Mora> moras = phrase.moras().stream().map(AccentNotation::mora).toList();
    Mora pause = phrase.pause() ? Mora.pause() : null;
    return new AccentPhrase(moras, phrase.accent(), pause, phrase.question());
  }

  private static Mora mora(KanaNotation.Mora said) {
    return KanaTable.mora(said.text())
        .filter(it -> !said.devoiced() || VOWELS.contains(it.vowel()))
        .map(it -> said.devoiced() ? it.whispered() : it)
        .orElseThrow(() -> new IllegalArgumentException("unknown kana in '" + said.print() + "'"));
  }
}
