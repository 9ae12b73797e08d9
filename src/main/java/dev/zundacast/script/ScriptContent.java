package dev.zundacast.script;

import dev.zundacast.episode.Script;
import dev.zundacast.script.file.ScriptDocument;
import java.util.List;
import java.util.Set;

/**
 * A script file with what its comments tell.
 *
 * @param text the file's text
 * @param script what it says
 * @param decisions what waits for a person's decision
 * @param leftOut sentences that stand as comments and can be taken in
 * @param approved ids of the lines that a person approved as they are now
 */
public record ScriptContent(
    String text,
    Script script,
    List<ScriptDocument.Decision> decisions,
    List<LeftOut> leftOut,
    Set<String> approved) {

  public ScriptContent {
    decisions = List.copyOf(decisions);
    leftOut = List.copyOf(leftOut);
    approved = Set.copyOf(approved);
  }

  /**
   * A sentence that stands as a comment.
   *
   * @param id the id that it has in the script once it is taken in
   * @param section the section that it stands in
   * @param after the line above it, "" at the section's start
   * @param text what it would say
   * @param why how it came to stand there
   */
  public record LeftOut(String id, String section, String after, String text, Why why) {}

  /** Why a sentence stands as a comment. */
  public enum Why {
    /** The choice of what is said left it out. */
    NOT_CHOSEN,
    /** What it was made of is no longer in the post. */
    LOST
  }
}
