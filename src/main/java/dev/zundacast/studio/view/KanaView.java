package dev.zundacast.studio.view;

import java.util.List;
import java.util.Objects;

/** How a line is said, in accent phrases. */
public final class KanaView {
  private KanaView() {}

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
}
