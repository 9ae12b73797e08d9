package dev.zundacast.script.article;

import java.util.List;
import java.util.Set;

/**
 * Something that may be said of an article, in polite words.
 *
 * @param source what it is made from, its own in the article
 * @param written the sentence as the post has it
 * @param texts polite sentences, each a line
 * @param label what is said before the first of them in the same breath, "" for nothing
 * @param length how many characters are heard, but for what a name or term means: that takes no
 *     time from what is told
 * @param kind what it does
 * @param paragraph what belongs together has the same number
 * @param needs places of the statements that it makes no sense without
 * @param weight what it is worth
 * @param list the list that it is a part of, or -1
 * @param rules the names of the rows that made it so, or why it is not said
 */
public record Statement(
    String source,
    String written,
    List<String> texts,
    String label,
    int length,
    Kind kind,
    int paragraph,
    Set<Integer> needs,
    double weight,
    int list,
    List<String> rules) {

  /** A label and what is told of it are one line up to here. */
  public static final int ONE_BREATH = 74;

  /** The rule that finds what is only hoped. */
  static final String HOPE = "hope";

  /** The rule that leaves out what is hoped of what is told. */
  static final String HOPE_OFF = "hope-off";

  /** What newcomers have of an article as it is told to all. */
  static final String CLOSING = "closing";

  /** What a statement does. */
  public enum Kind {
    /** Says something. */
    SENTENCE,
    /** Leads to a list. */
    LEAD,
    /** Says only the names of a list's items. */
    NAMES,
    /** Somebody else's words. */
    QUOTE,
    /** A block of code, which is named. */
    CODE,
    /** A picture, which is named. */
    IMAGE,
    /** Not for the ear: it stays in the script as a comment. */
    SILENT;

    /** Whether it tells something of its own. */
    public boolean isReal() {
      return this == SENTENCE || this == QUOTE;
    }
  }

  /** Whether it only hopes, which ends no article. */
  boolean isHope() {
    return rules.contains(HOPE);
  }

  /** Whether it only rounds an article off. */
  boolean isClosing() {
    return rules.contains(CLOSING);
  }
}
