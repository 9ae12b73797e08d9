package dev.zundacast.script.outline;

import java.util.List;

/**
 * Something that may be said about an article, in polite words for the ear.
 *
 * @param source what it is made from, its own in the article
 * @param text a sentence; for code its language, for a picture its text
 * @param kind what it does
 * @param paragraph what belongs together has the same number
 * @param unit points with the same number are said together or not at all
 * @param needs the unit that has to be said, too, or -1
 * @param item the item of a list that it belongs to, or -1
 * @param alone what is said of a list's item without the rest of its list, "" where that makes no
 *     sense
 * @param once the kind of phrase that an episode has only once, "" for none
 * @param rules the rows of tables that made it so
 */
public record Point(
    String source,
    String text,
    Kind kind,
    int paragraph,
    int unit,
    int needs,
    int item,
    String alone,
    String once,
    List<String> rules) {

  public Point {
    rules = List.copyOf(rules);
  }

  /** What a point does. */
  public enum Kind {
    /** Says something. */
    SENTENCE,
    /** Leads to what follows; said when something below it is. */
    HEAD,
    /** Leads to what follows, whose first sentence says the same: said where that one is not. */
    COVERED,
    /** A question that leads to what follows. */
    QUESTION,
    /** Somebody else's words. */
    QUOTE,
    /** A block of code, which is named. */
    CODE,
    /** A picture, which is named. */
    IMAGE,
    /** Not for the ear: it stays in the script as a comment. */
    SILENT;

    /** Whether it only announces what follows. */
    public boolean isHead() {
      return this == HEAD || this == COVERED || this == QUESTION;
    }
  }
}
