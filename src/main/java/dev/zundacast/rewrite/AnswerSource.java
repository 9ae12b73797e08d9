package dev.zundacast.rewrite;

import dev.zundacast.episode.RewriteSource;
import dev.zundacast.rewrite.RewriteReport.Cost;
import java.io.IOException;
import java.util.Objects;

/** Where answers come from. */
interface AnswerSource extends AutoCloseable {
  /**
   * The answer to a question about an article.
   *
   * @throws ModelFault when there is none
   */
  Completion answer(RewriteSource source, ChatRequest request) throws IOException;

  /** Whether an answer with faults may be sent back. */
  boolean canRepair();

  /** Whether an answer goes before the words that a script remembers of the same question. */
  boolean goBeforeMemory();

  /** What all answers so far cost. */
  Cost cost();

  @Override
  void close();

  /**
   * What a model answered.
   *
   * @param cut whether the answer ended because it got too long
   * @param promptTokens what the question cost, 0 when the server does not say
   * @param completionTokens what the answer cost
   */
  record Completion(String content, boolean cut, long promptTokens, long completionTokens) {
    public Completion {
      Objects.requireNonNull(content);
    }
  }
}
