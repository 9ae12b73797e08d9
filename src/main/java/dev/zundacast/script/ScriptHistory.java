package dev.zundacast.script;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Voices;
import dev.zundacast.script.ChangeStack.Change;
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
      changes(script).push(update.before().get(), update.text(), update.notes());
      takenBack(script).clear();
    }
  }

  /** What a script was before its last change. */
  ScriptUpdate beforeLastChange(ScriptDocument now) throws IOException {
    return without(now, changes(now.file()), "there is nothing to take back");
  }

  /** What a script was before its last change was taken back. */
  ScriptUpdate afterTakenBack(ScriptDocument now) throws IOException {
    return without(now, takenBack(now.file()), "there is nothing to do again");
  }

  private ScriptUpdate without(ScriptDocument now, ChangeStack stack, String nothing)
      throws IOException {
    Change last = last(stack, now.file(), now.text(), nothing);
    ScriptDocument then = ScriptDocument.parse(now.file(), last.before(), voices);
    return ScriptUpdate.of(Optional.of(now.text()), then, last.notes());
  }

  private static Change last(ChangeStack stack, Path script, String now, String nothing)
      throws IOException {
    Change last = stack.last(now).orElseThrow(() -> Problem.in(Diagnostic.of(script, nothing)));
    if (!last.ledTo(now)) {
      String message = "was edited since its last change, of " + last.when();
      throw Problem.in(
          Diagnostic.of(script, "the script " + message + "; it is left as it is")
              .withNext("the text from before that change is in " + stack.lastFile()));
    }
    return last;
  }

  /** What the last change did, empty when it cannot be taken back. */
  Optional<String> undoable(Path script, String now) throws IOException {
    return does(changes(script), now);
  }

  /** What the change did that was taken back last, empty when it cannot be done again. */
  Optional<String> redoable(Path script, String now) throws IOException {
    return does(takenBack(script), now);
  }

  private static Optional<String> does(ChangeStack stack, String now) throws IOException {
    return stack
        .last(now)
        .filter(change -> change.ledTo(now))
        .map(change -> change.notes().isEmpty() ? change.when() : change.notes().get(0));
  }

  /** Puts a script back to what it was; the change can be done again. */
  void takeBack(ScriptUpdate back) throws IOException {
    Path script = back.script().file();
    takenBack(script).push(back.before().orElseThrow(), back.text(), back.notes());
    AtomicFile.write(script, back.text());
    changes(script).pop();
  }

  /** Does a change again that was taken back. */
  void bringBack(ScriptUpdate again) throws IOException {
    Path script = again.script().file();
    changes(script).push(again.before().orElseThrow(), again.text(), again.notes());
    takenBack(script).pop();
    AtomicFile.write(script, again.text());
  }

  private ChangeStack changes(Path script) {
    String name = String.valueOf(script.getFileName()).replaceFirst("\\.txt$", "");
    return new ChangeStack(folder.resolve(name));
  }

  private ChangeStack takenBack(Path script) {
    String name = String.valueOf(script.getFileName()).replaceFirst("\\.txt$", "");
    return new ChangeStack(folder.resolve(name).resolve(TAKEN_BACK));
  }
}
