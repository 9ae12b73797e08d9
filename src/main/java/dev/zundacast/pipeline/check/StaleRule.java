package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.DryRun;
import java.io.IOException;
import java.util.function.Consumer;

/** Episodes that say something else than their post and script say now. */
public final class StaleRule implements PostRule {
  private final DryRun dryRun;
  private final BuildOptions options;

  /**
   * @param options how episodes are built
   */
  public StaleRule(Stages stages, BuildOptions options) {
    this.dryRun = new DryRun(stages);
    this.options = options;
  }

  @Override
  public String name() {
    return "stale";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    if (dryRun.isStale(post.file(), options)) {
      findings.accept(
          Diagnostic.of(post.file(), "its MP3 is not what its post and script say now")
              .withNext("run 'zundacast build " + Escaped.word(post.file().toString()) + "'"));
    }
  }
}
