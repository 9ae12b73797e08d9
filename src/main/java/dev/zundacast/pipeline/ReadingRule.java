package dev.zundacast.pipeline;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.pipeline.CheckOptions.Mending;
import dev.zundacast.reading.Misreading;
import dev.zundacast.script.LineEdit;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Lines of a post's script that an engine understands otherwise than they were meant. */
public final class ReadingRule implements PostRule {
  private final Stages stages;
  private final EnginePool engines;
  private final Mending mending;

  /**
   * @param mending whether the {@code >} line that mends a misreading is written into the script
   */
  public ReadingRule(Stages stages, EnginePool engines, Mending mending) {
    this.stages = stages;
    this.engines = engines;
    this.mending = mending;
  }

  @Override
  public String name() {
    return "reading";
  }

  @Override
  public void check(CheckedPost post, Consumer<Diagnostic> findings) throws IOException {
    Optional<Script> script = stages.scriptOf(post.file());
    if (script.isEmpty()) {
      return;
    }
    for (Line line : script.get().lines().toList()) {
      SpokenLine spoken =
          stages.readings().read(line, Speakers.of(line, script.get(), stages.voices()));
      // An engine answers one query after the other, however many posts are looked at.
      List<String> phrases = spoken.spoken().isBlank() ? List.of() : understood(spoken);
      for (Misreading misreading : stages.readings().misreadings(spoken, phrases)) {
        tell(script.get(), line, misreading, findings);
      }
    }
  }

  private synchronized List<String> understood(SpokenLine spoken) throws IOException {
    return engines.phrases(spoken);
  }

  private void tell(Script script, Line line, Misreading misreading, Consumer<Diagnostic> findings)
      throws IOException {
    if (mending == Mending.FIX && !misreading.write().isEmpty()) {
      LineEdit edit =
          new LineEdit(
              Optional.empty(),
              Optional.of(misreading.write()),
              Optional.empty(),
              Optional.empty());
      stages.scripts().save(stages.scripts().edit(script.file(), line.id(), edit));
      return;
    }
    String next =
        misreading.write().isEmpty()
            ? "give it a reading: a > line below it, {word|reading} in it, or 'zundacast dict add'"
            : "or write below it: > " + misreading.write();
    findings.accept(
        Diagnostic.at(script.file(), line.fileLine(), line.id() + ": " + misreading.found())
            .withNext(next));
  }
}
