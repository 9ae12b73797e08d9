package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One thing that a check looks at in every post.
 *
 * @param name stands in findings
 * @param look called from many threads
 */
public record PostRule(String name, Look look) {

  /** Tells what is wrong in a post. */
  @FunctionalInterface
  public interface Look {
    void at(CheckedPost post, Consumer<Diagnostic> findings) throws IOException;
  }
}
