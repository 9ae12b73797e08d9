package dev.zundacast.script.file;

import dev.zundacast.episode.Script;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a script file says and what its comments tell.
 *
 * @param text the file's text
 * @param script what it says; lines without an id have the one that the next update writes
 * @param narration the name and fingerprint of the narration that it tells, "" for none
 * @param decisions what waits for a person's decision
 * @param leftOut sentences that stand as comments and can be taken in
 * @param approved ids of the lines that a person approved as they are now
 * @param untouched ids of the lines that stand as the tool wrote them
 * @param slots ids of the sections that wait for the host's own word
 * @param sourceNotes what comments below lines tell of the sentences that they come from, by id
 */
public record ScriptContent(
    String text,
    Script script,
    String narration,
    List<Decision> decisions,
    List<LeftOut> leftOut,
    Set<String> approved,
    Set<String> untouched,
    Set<String> slots,
    Map<String, String> sourceNotes) {

  /**
   * What the post says now where a person has words of their own, and nobody decided yet.
   *
   * @param fileLine where it stands in the script
   * @param id the line that it is about, or the section for its title
   * @param mine what the script says
   * @param now what the post says now
   */
  public record Decision(int fileLine, String id, String mine, String now) {}

  /**
   * A sentence that stands as a comment.
   *
   * @param id the id that it has in the script once it is taken in
   * @param section the section that it stands in
   * @param text what it would say
   * @param isLost whether the post lost what it was made of; else it was not chosen to be said
   */
  public record LeftOut(String id, String section, String text, boolean isLost) {}
}
