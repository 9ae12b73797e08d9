package dev.zundacast.draft.speech;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest answers to questions that take a program to answer. */
public final class Remembered<Q, A> {
  /** A line is asked for once to be queried, then again for its pitch or in another style. */
  private static final int MOST = 256;

  private final Map<Q, A> answers = new LinkedHashMap<>(16, 0.75f, true);
  private final Source<Q, A> source;

  /** Answers a question anew. */
  @FunctionalInterface
  public interface Source<Q, A> {
    A answer(Q question) throws IOException;
  }

  public Remembered(Source<Q, A> source) {
    this.source = source;
  }

  /** The answer; two who ask at once may both have it made. */
  public A answer(Q question) throws IOException {
    synchronized (answers) {
      A known = answers.get(question);
      if (known != null) {
        return known;
      }
    }
    A made = source.answer(question);
    synchronized (answers) {
      answers.put(question, made);
      if (answers.size() > MOST) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
    return made;
  }
}
