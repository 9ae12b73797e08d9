package dev.zundacast.draft.speech;

import java.util.ArrayList;
import java.util.List;

/** The scales of a query and the rise of a question, put into the pitches of its moras. */
final class Intonation {
  private static final double RISE_SECONDS = 0.15;
  private static final double RISE = 0.3;
  private static final double HIGHEST = 6.5;

  private Intonation() {}

  /** Adds a short, higher vowel to each question that ends voiced. */
  static List<AccentPhrase> raiseQuestions(List<AccentPhrase> phrases) {
    List<AccentPhrase> raised = new ArrayList<>();
    for (AccentPhrase phrase : phrases) {
      List<Mora> moras = phrase.moras();
      Mora last = moras.isEmpty() ? Mora.pause() : moras.get(moras.size() - 1);
      if (phrase.interrogative() && last.pitch() != 0 && last.voiced()) {
        List<Mora> more = new ArrayList<>(moras);
        more.add(
            Mora.plain(KanaTable.kana("", last.vowel()), null, last.vowel())
                .withLengths(null, RISE_SECONDS)
                .withPitch(Math.min(last.pitch() + RISE, HIGHEST)));
        raised.add(phrase.withMoras(more));
      } else {
        raised.add(phrase);
      }
    }
    return raised;
  }

  /** Applies the pitch and intonation scales; pitches of 0 stay. */
  static List<AccentPhrase> scale(List<AccentPhrase> phrases, AudioQuery query) {
    double factor = Math.pow(2, query.pitchScale());
    double mean =
        factor
            * phrases.stream()
                .flatMap(phrase -> phrase.moras().stream())
                .mapToDouble(Mora::pitch)
                .filter(pitch -> pitch > 0)
                .average()
                .orElse(0);
    return phrases.stream()
        .map(
            phrase ->
                phrase.withMoras(
                    phrase.moras().stream()
                        .map(mora -> scaled(mora, factor, mean, query.intonationScale()))
                        .toList()))
        .toList();
  }

  private static Mora scaled(Mora mora, double factor, double mean, double intonation) {
    return mora.pitch() > 0
        ? mora.withPitch(mean + (mora.pitch() * factor - mean) * intonation)
        : mora;
  }
}
