package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.pipeline.Stages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Lines of a post's script in a language model's words whose sentences were changed in the post
 * since: what they say may be wrong now.
 */
public final class RewriteRule implements PostRule {
  private final Stages stages;

  public RewriteRule(Stages stages) {
    this.stages = stages;
  }

  @Override
  public String name() {
    return "rewrite";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (post.post().isEmpty()) {
      return;
    }
    Path script = stages.workspace().script(post.file());
    for (Line line : stages.scripts().outdatedRewrites(post.post().get(), post.show(), script)) {
      String message =
          line.id() + ": a language model wrote this of sentences that the post no longer has";
      findings.accept(
          Diagnostic.at(script, line.fileLine(), message)
              .withNext("run 'zundacast script' to have it said anew"));
    }
  }
}
