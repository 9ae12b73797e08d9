package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a line is said.
 *
 * @param kana in VOICEVOX's notation
 * @param accents what the script says of it, absent where it leaves it to the engine
 * @param engineKana what the engine would say by itself, absent while none is there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KanaView(
    String kana, @Nullable String accents, List<Phrase> phrases, @Nullable String engineKana) {

  /** A mora in katakana; a devoiced one is whispered. */
  public record Mora(String text, boolean devoiced) {
    public Mora {
      text = Objects.requireNonNullElse(text, "");
    }
  }

  /**
   * An accent phrase.
   *
   * @param accent the mora that it falls behind, from 1
   * @param pause whether one follows
   * @param question whether it asks
   */
  public record Phrase(List<Mora> moras, int accent, boolean pause, boolean question) {
    public Phrase {
      moras = List.copyOf(Objects.requireNonNullElse(moras, List.of()));
    }
  }

  /** Phrases that a person moved. */
  public record Request(String line, List<Phrase> phrases) {
    public Request {
      line = Objects.requireNonNullElse(line, "");
      phrases = List.copyOf(Objects.requireNonNullElse(phrases, List.of()));
    }
  }

  /** What they sound like. */
  public record Sample(String accents, String clip, long millis) {}
}
