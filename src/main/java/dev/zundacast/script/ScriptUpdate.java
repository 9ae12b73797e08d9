package dev.zundacast.script;

import dev.zundacast.episode.Script;
import dev.zundacast.script.file.ScriptDocument;
import java.util.List;
import java.util.Optional;

/**
 * A script file as it will be, not written yet.
 *
 * @param before the file's text as it was read, empty where there was no file
 * @param script what it says
 * @param text the file's whole text
 * @param notes what was done to a file that was there, for people
 */
public record ScriptUpdate(
    Optional<String> before, Script script, String text, List<String> notes) {

  public ScriptUpdate {
    notes = List.copyOf(notes);
  }

  static ScriptUpdate of(Optional<String> before, ScriptDocument document, List<String> notes) {
    return new ScriptUpdate(before, document.script(), document.text(), notes);
  }

  /** Whether saving would change the file. */
  public boolean changes() {
    return before.isEmpty() || !before.get().equals(text);
  }

  /** Unified line diff from the file as it is, "" when nothing changes. */
  public String diff() {
    String name = String.valueOf(script.file().getFileName());
    return changes() ? Changes.diff(name, before, text) : "";
  }
}
