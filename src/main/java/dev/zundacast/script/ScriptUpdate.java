package dev.zundacast.script;

import dev.zundacast.episode.Script;
import java.util.List;
import java.util.Optional;

/**
 * A script file as it will be, not written yet.
 *
 * @param before the file's text as it was read, empty where there was no file
 * @param script what it says
 * @param text the file's whole text
 * @param diff unified line diff from the file as it is, "" when nothing changes
 * @param notes what was done to a file that was there, for people
 */
public record ScriptUpdate(
    Optional<String> before, Script script, String text, String diff, List<String> notes) {

  public ScriptUpdate {
    notes = List.copyOf(notes);
  }

  /** Whether saving would change the file. */
  public boolean changes() {
    return !diff.isEmpty();
  }
}
