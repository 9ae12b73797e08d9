package dev.zundacast.draft.speech;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Moras with one accent: the mora after which the pitch falls, from 1, the last if it does not. */
public record AccentPhrase(
    List<Mora> moras,
    int accent,
    @JsonProperty("pause_mora") @Nullable Mora pauseMora,
    @JsonProperty("is_interrogative") boolean interrogative) {
  public AccentPhrase {
    moras = List.copyOf(moras);
  }

  /** The phrase with each of its moras changed. */
  AccentPhrase with(UnaryOperator<Mora> change) {
    return withMoras(moras.stream().map(change).toList());
  }

  AccentPhrase withMoras(List<Mora> moras) {
    return new AccentPhrase(moras, accent, pauseMora, interrogative);
  }

  AccentPhrase withPause(@Nullable Mora pauseMora) {
    return new AccentPhrase(moras, accent, pauseMora, interrogative);
  }
}
