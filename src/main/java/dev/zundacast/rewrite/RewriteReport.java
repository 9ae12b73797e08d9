package dev.zundacast.rewrite;

import dev.zundacast.episode.Rewrites;
import dev.zundacast.message.Message;
import dev.zundacast.rewrite.ModelAnswers.Completion;
import java.util.List;

/**
 * What became of a post's articles.
 *
 * @param rewrites the words of each article that has some, and why the others have none
 * @param notes for people, an article each
 */
public record RewriteReport(Rewrites rewrites, List<Message> notes, Cost cost) {

  /**
   * What rewriting cost.
   *
   * @param asked requests that a model answered
   * @param stored answers that were there from before
   * @param promptTokens what the questions cost, as the server counts
   * @param completionTokens what the answers cost
   */
  public record Cost(int asked, int stored, long promptTokens, long completionTokens) {
    /** Nothing was asked. */
    public static final Cost NONE = new Cost(0, 0, 0, 0);

    Cost plusAsked(Completion answer) {
      return new Cost(
          asked + 1,
          stored,
          promptTokens + answer.promptTokens(),
          completionTokens + answer.completionTokens());
    }

    Cost plusStored() {
      return new Cost(asked, stored + 1, promptTokens, completionTokens);
    }

    Cost minus(Cost before) {
      return new Cost(
          asked - before.asked,
          stored - before.stored,
          promptTokens - before.promptTokens,
          completionTokens - before.completionTokens);
    }
  }
}
