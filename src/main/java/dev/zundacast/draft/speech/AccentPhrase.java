package dev.zundacast.draft.speech;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moras spoken with one accent.
 *
 * @param accent the mora after which the pitch falls, from 1; the last one when it does not fall
 */
public record AccentPhrase(
    List<Mora> moras,
    int accent,
    @JsonProperty("pause_mora") @Nullable Mora pauseMora,
    @JsonProperty(value = "is_interrogative", defaultValue = "false") boolean interrogative)
    implements Checked {
  public AccentPhrase {
    moras = List.copyOf(moras);
  }

  @Override
  public void check() throws Invalid {
    if (accent < 1 || accent > moras.size()) {
      throw new Invalid("accent " + accent + " is not one of the " + moras.size() + " moras");
    }
    for (int i = 0; i < moras.size(); i++) {
      String consonant = moras.get(i).consonant();
      if (consonant != null && !Mora.isConsonant(consonant)) {
        throw new Invalid("unknown consonant '" + consonant + "'", "moras", i, "consonant");
      }
      if (!Mora.isVowel(moras.get(i).vowel())) {
        throw new Invalid("unknown vowel '" + moras.get(i).vowel() + "'", "moras", i, "vowel");
      }
    }
  }

  AccentPhrase withMoras(List<Mora> moras) {
    return new AccentPhrase(moras, accent, pauseMora, interrogative);
  }

  AccentPhrase withPause(@Nullable Mora pauseMora) {
    return new AccentPhrase(moras, accent, pauseMora, interrogative);
  }
}
