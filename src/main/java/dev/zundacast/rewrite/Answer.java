package dev.zundacast.rewrite;

import java.util.List;
import java.util.Objects;

/**
 * A model's answer about one article, as answer-schema.json describes it; what it left out is
 * empty.
 *
 * @param article the number of the article that it is about, 0 when it does not say
 * @param title in Japanese
 * @param lead what the article is about
 * @param points what it says
 * @param comparison the same seen from daily life, "" for none
 * @param reaction what the character thinks of it, "" for none
 * @param recap the article in a few words
 */
record Answer(
    int article,
    String title,
    Sentence lead,
    List<Point> points,
    String comparison,
    String reaction,
    String recap) {

  Answer {
    title = text(title);
    lead = Objects.requireNonNullElse(lead, Sentence.NONE);
    points = List.copyOf(Objects.requireNonNullElse(points, List.of()));
    comparison = text(comparison);
    reaction = text(reaction);
    recap = text(recap);
  }

  private static String text(String text) {
    return Objects.requireNonNullElse(text, "").strip();
  }

  /**
   * A sentence.
   *
   * @param from numbers of the article's sentences that it comes from
   */
  record Sentence(String text, List<Integer> from) {
    static final Sentence NONE = new Sentence("", List.of());

    Sentence {
      text = Answer.text(text);
      from = List.copyOf(Objects.requireNonNullElse(from, List.of()));
    }
  }

  /**
   * Sentences that belong together.
   *
   * @param from numbers of the article's sentences that they come from
   */
  record Point(List<String> sentences, List<Integer> from) {
    Point {
      sentences =
          Objects.requireNonNullElse(sentences, List.<String>of()).stream()
              .map(Answer::text)
              .toList();
      from = List.copyOf(Objects.requireNonNullElse(from, List.of()));
    }
  }
}
