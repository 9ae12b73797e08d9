package dev.zundacast.rewrite;

import dev.zundacast.episode.RewriteSource;
import java.io.IOException;

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
}
