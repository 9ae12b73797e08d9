package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.episode.BuildOptions;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** One thing that a check looks at in every post. Called from many threads. */
public interface PostRule {

  /**
   * Those that look at what is made of a post: its script and its episode.
   *
   * @param options how episodes are built
   */
  static List<PostRule> ofEpisodes(Stages stages, BuildOptions options) {
    return List.of(
        new ChapterRule(stages),
        new CreditRule(stages),
        new StyleRule(stages),
        new GuessRule(stages),
        new DecisionRule(stages),
        new NarrationRule(stages),
        new RewriteRule(stages),
        new StaleRule(stages, options));
  }

  /** The rule's name in findings. */
  String name();

  /** Tells what is wrong in a post. */
  void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException;
}
