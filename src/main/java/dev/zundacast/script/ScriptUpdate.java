package dev.zundacast.script;

import dev.zundacast.disk.TextDiff;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Script;
import dev.zundacast.message.Message;
import dev.zundacast.script.file.ScriptContent;
import java.util.List;
import java.util.Optional;

/**
 * A script file as it will be, not written yet.
 *
 * @param before the file's text as it was read, empty where there was no file
 * @param content what it says and its text
 * @param notes what was done to a file that was there, for people
 * @param findings what is wrong in the narration that it takes
 * @param step of the script's history that it is, empty for a new change
 */
public record ScriptUpdate(
    Optional<String> before,
    ScriptContent content,
    List<Message> notes,
    List<Diagnostic> findings,
    Optional<ScriptHistory.Step> step) {
  private static final int DIFF_CONTEXT = 2;

  static ScriptUpdate of(Optional<String> before, ScriptContent content, List<Message> notes) {
    return new ScriptUpdate(before, content, notes, List.of(), Optional.empty());
  }

  /** What it says. */
  public Script script() {
    return content.script();
  }

  /** The file's whole text. */
  public String text() {
    return content.text();
  }

  /** Whether saving would change the file. */
  public boolean changes() {
    return before.isEmpty() || !before.get().equals(text());
  }

  /** The lines that people see of what changes, from the file as it is; "" when nothing does. */
  public String diff() {
    if (!changes()) {
      return "";
    }
    String name = String.valueOf(script().file().getFileName());
    String from = before.isPresent() ? name : "/dev/null";
    List<String> old = before.map(text -> text.lines().toList()).orElse(List.of());
    String rows = TextDiff.of(from, name, old, text().lines().toList(), DIFF_CONTEXT);
    // Only line ends or the mark at the file's start changed: nothing that a diff of lines shows.
    return rows.isEmpty() ? "--- " + name + "\n+++ " + name + "\n" : rows;
  }
}
