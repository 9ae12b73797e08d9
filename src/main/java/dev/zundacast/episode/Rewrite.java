package dev.zundacast.episode;

import java.util.List;
import java.util.Objects;

/**
 * An article in the words of a language model, checked against its source.
 *
 * @param origin what it was made from
 * @param title in Japanese, without marks
 * @param lines what is said, in its order
 * @param recap the article in a few words, as a noun
 */
public record Rewrite(Origin origin, String title, List<Line> lines, String recap) {

  public Rewrite {
    Objects.requireNonNull(origin);
    Objects.requireNonNull(title);
    Objects.requireNonNull(recap);
    lines = List.copyOf(lines);
  }

  /** What a line is there for. */
  public enum Part {
    /** What the article is about. */
    LEAD,
    /** What it says. */
    POINT,
    /** The same seen from daily life: the character's own words. */
    COMPARISON,
    /** What the character thinks of it: its own words. */
    REACTION
  }

  /**
   * One sentence.
   *
   * @param paragraph lines with the same number belong together
   * @param from numbers of the sentences that it comes from, none for an opinion
   * @param prints fingerprints of these sentences; none where an older version wrote the line
   */
  public record Line(
      Part part, int paragraph, String text, List<Integer> from, List<String> prints) {
    public Line {
      Objects.requireNonNull(part);
      Objects.requireNonNull(text);
      from = List.copyOf(from);
      // What an older version kept has none.
      prints = List.copyOf(Objects.requireNonNullElse(prints, List.of()));
    }
  }

  /**
   * What a rewrite was made from.
   *
   * @param source fingerprint of the article, its reader and the way of speaking
   * @param prompt fingerprint of what was asked for
   * @param model the model's name
   */
  public record Origin(String source, String prompt, String model) {
    public Origin {
      Objects.requireNonNull(source);
      Objects.requireNonNull(prompt);
      Objects.requireNonNull(model);
    }
  }
}
