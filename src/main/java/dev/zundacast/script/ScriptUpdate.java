package dev.zundacast.script;

import dev.zundacast.disk.TextDiff;
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

  private static final int DIFF_CONTEXT = 2;

  public ScriptUpdate {
    notes = List.copyOf(notes);
  }

  static ScriptUpdate of(Optional<String> before, ScriptDocument document, List<String> notes) {
    return new ScriptUpdate(before, document.script(), document.text(), notes);
  }

  /** The same with other words on what was done. */
  public ScriptUpdate withNotes(List<String> others) {
    return new ScriptUpdate(before, script, text, others);
  }

  /** Whether saving would change the file. */
  public boolean changes() {
    return before.isEmpty() || !before.get().equals(text);
  }

  /** Unified line diff from the file as it is, "" when nothing changes. */
  public String diff() {
    String name = String.valueOf(script.file().getFileName());
    return changes() ? diff(name, before, text) : "";
  }

  /** The lines that people see of what changes. */
  private static String diff(String name, Optional<String> before, String after) {
    List<String> old = before.map(text -> text.lines().toList()).orElse(List.of());
    String from = before.isPresent() ? name : "/dev/null";
    String rows = TextDiff.of(from, name, old, after.lines().toList(), DIFF_CONTEXT);
    // Only line ends or the mark at the file's start changed: nothing that a diff of lines shows.
    return rows.isEmpty() ? "--- " + name + "\n+++ " + name + "\n" : rows;
  }
}
