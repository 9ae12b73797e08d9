package dev.zundacast.pipeline.check;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.Guess;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    Map<String, Line> lines = new TreeMap<>();
    script.get().lines().forEach(line -> lines.put(line.id(), line));
    for (Guess guess : stages.readings().guesses(script.get().lines().toList())) {
      int row = lines.get(guess.lineId()).fileLine();
      String message =
          guess.lineId()
              + ": '"
              + guess.entry().written()
              + "' is read "
              + guess.entry().reading()
              + ", a guess from its spelling";
      findings.accept(
          Diagnostic.at(script.get().file(), row, message)
              .withNext("confirm or mend it: " + guess.command()));
    }
  }
}
