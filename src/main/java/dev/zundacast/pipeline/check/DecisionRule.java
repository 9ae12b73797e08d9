package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** What a post says now where its script has a person's own words: one of the two is wrong. */
public final class DecisionRule implements PostRule {
  private final Stages stages;

  public DecisionRule(Stages stages) {
    this.stages = stages;
  }

  @Override
  public String name() {
    return "decision";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Path script = stages.workspace().script(post.file());
    if (!Files.isRegularFile(script)) {
      return;
    }
    for (ScriptDocument.Decision waits : stages.scripts().decisions(script)) {
      findings.accept(
          Diagnostic.at(script, waits.fileLine(), "the post says now: " + waits.now())
              .withNext("take it over into the line above, or delete it to keep yours"));
    }
  }
}
