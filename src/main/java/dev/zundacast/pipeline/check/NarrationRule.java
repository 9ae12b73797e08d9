package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.pipeline.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a narration says that its post does not, or that nobody says on air. */
public final class NarrationRule implements PostRule {
  private final Stages stages;

  public NarrationRule(Stages stages) {
    this.stages = stages;
  }

  @Override
  public String name() {
    return "narration";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Path script = stages.workspace().script(post.file());
    if (post.post().isPresent() && Files.isRegularFile(script)) {
      stages.scripts().misstatements(post.post().get(), script).forEach(findings);
    }
  }
}
