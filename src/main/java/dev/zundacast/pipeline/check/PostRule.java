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
}
