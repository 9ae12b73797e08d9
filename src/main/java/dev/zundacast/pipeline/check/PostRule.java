package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import java.io.IOException;
import java.util.function.Consumer;

/** One thing that a check looks at in every post. Called from many threads. */
public interface PostRule {
  /** The rule's name in findings. */
  String name();

  /** Tells what is wrong in a post. */
  void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException;

  /** What a rule does. */
  @FunctionalInterface
  interface Look {
    void at(CheckedPost post, Consumer<Diagnostic> findings) throws IOException;
  }

  /** A rule of that name. */
  static PostRule of(String name, Look look) {
    return new Named(name, look);
  }

  /** A rule that is no class of its own. */
  record Named(String name, Look look) implements PostRule {
    @Override
    public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
      look.at(post, findings);
    }
  }
}
