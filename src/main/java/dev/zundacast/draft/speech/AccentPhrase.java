package dev.zundacast.draft.speech;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moras spoken with one accent.
 *
 * @param accent the mora after which the pitch falls, from 1; the last one when it does not fall
 * @param pauseMora the pause after this phrase
 * @param interrogative whether it ends as a question
 */
public record AccentPhrase(
    List<Mora> moras, int accent, @Nullable Mora pauseMora, boolean interrogative) {
  public AccentPhrase {
    moras = List.copyOf(moras);
  }

  public AccentPhrase withMoras(List<Mora> moras) {
    return new AccentPhrase(moras, accent, pauseMora, interrogative);
  }

  public AccentPhrase withPause(@Nullable Mora pauseMora) {
    return new AccentPhrase(moras, accent, pauseMora, interrogative);
  }
}
