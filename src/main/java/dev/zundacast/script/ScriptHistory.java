package dev.zundacast.script;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.ChangeStack.Change;
import dev.zundacast.script.Scripts.Step;
import dev.zundacast.script.file.ScriptDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last changes that commands made to each script, with the text from before, so that they can
 * be taken back, and done again.
 */
final class ScriptHistory {
  private static final String TAKEN_BACK = "redo";

  private final Path folder;
  private final Voices voices;

  /**
   * A history in this folder, which need not exist.
   *
   * @param folder has a folder for each script
   */
  ScriptHistory(Path folder, Voices voices) {
    this.folder = folder;
    this.voices = voices;
  }

  /** Remembers a change that is about to be written; a new script is none. */
  void add(ScriptUpdate update) throws IOException {
    if (update.before().isPresent()) {
      Path script = update.script().file();
      stack(Step.UNDO, script).push(update.before().get(), update.text(), update.notes());
      stack(Step.REDO, script).clear();
    }
  }

  /** What a step makes of a script. */
  ScriptUpdate after(Step step, ScriptDocument now) throws IOException {
    Change last = last(step, now.file(), now.text());
    ScriptDocument then = ScriptDocument.parse(now.file(), last.before(), voices);
    return ScriptUpdate.of(Optional.of(now.text()), then, last.notes());
  }

  private Change last(Step step, Path script, String now) throws IOException {
    String nothing =
        step == Step.UNDO ? "there is nothing to take back" : "there is nothing to do again";
    ChangeStack stack = stack(step, script);
    Change last = stack.last(now).orElseThrow(() -> Problem.in(Diagnostic.of(script, nothing)));
    if (!last.ledTo(now)) {
      String message = "was edited since its last change, of " + last.when();
      throw Problem.in(
          Diagnostic.of(script, "the script " + message + "; it is left as it is")
              .withNext("the text from before that change is in " + stack.lastFile()));
    }
    return last;
  }

  /** What the change did that a step concerns, empty when the step cannot be taken. */
  Optional<String> changeOf(Step step, Path script, String now) throws IOException {
    return stack(step, script)
        .last(now)
        .filter(change -> change.ledTo(now))
        .map(change -> change.notes().isEmpty() ? change.when() : change.notes().get(0));
  }

  /** Writes what a step makes of a script; the step can be taken the other way. */
  void take(Step step, ScriptUpdate update) throws IOException {
    Path script = update.script().file();
    Step other = step == Step.UNDO ? Step.REDO : Step.UNDO;
    stack(other, script).push(update.before().orElseThrow(), update.text(), update.notes());
    AtomicFile.write(script, update.text());
    stack(step, script).pop();
  }

  /** The changes that a step goes through. */
  private ChangeStack stack(Step step, Path script) {
    String name = String.valueOf(script.getFileName()).replaceFirst("\\.txt$", "");
    Path changes = folder.resolve(name);
    return new ChangeStack(step == Step.UNDO ? changes : changes.resolve(TAKEN_BACK));
  }
}
