package dev.zundacast.rewrite;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  Answer(
      int article,
      @Nullable String title,
      @Nullable Sentence lead,
      @Nullable List<Point> points,
      @Nullable String comparison,
      @Nullable String reaction,
      @Nullable String recap) {
    this.article = article;
    this.title = text(title);
    this.lead = lead == null ? new Sentence("", List.of()) : lead;
    this.points = points == null ? List.of() : List.copyOf(points);
    this.comparison = text(comparison);
    this.reaction = text(reaction);
    this.recap = text(recap);
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }

  /**
   * A sentence.
   *
   * @param from numbers of the article's sentences that it comes from
   */
  record Sentence(String text, List<Integer> from) {
    Sentence(@Nullable String text, @Nullable List<Integer> from) {
      this.text = Answer.text(text);
      this.from = from == null ? List.of() : List.copyOf(from);
    }
  }

  /**
   * Sentences that belong together.
   *
   * @param from numbers of the article's sentences that they come from
   */
  record Point(List<String> sentences, List<Integer> from) {
    Point(@Nullable List<String> sentences, @Nullable List<Integer> from) {
      this.sentences =
          sentences == null ? List.of() : sentences.stream().map(Answer::text).toList();
      this.from = from == null ? List.of() : List.copyOf(from);
    }
  }
}
