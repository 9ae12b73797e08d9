package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Script;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.Guess;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Words of a post's script whose reading is a guess that nobody confirmed. */
public final class GuessRule implements PostRule {
  private final Stages stages;

  public GuessRule(Stages stages) {
    this.stages = stages;
  }

  @Override
  public String name() {
    return "guess";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Optional<Script> script = stages.scriptOf(post.file());
    if (script.isEmpty()) {
      return;
    }
    for (Guess guess : stages.readings().guesses(script.get().lines().toList())) {
      String message =
          guess.line().id()
              + ": '"
              + guess.entry().written()
              + "' is read "
              + guess.entry().reading()
              + ", a guess from its spelling";
      findings.accept(
          Diagnostic.at(script.get().file(), guess.line().fileLine(), message)
              .withNext("confirm or mend it: " + guess.command()));
    }
  }
}
