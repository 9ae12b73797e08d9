package dev.zundacast.episode;

/**
 * A piece of an article's Markdown as plain text in NFC: marks, links' addresses and HTML are gone,
 * wrapped lines are joined; a ruby reading stays as {@code {written|spoken}} (see {@link Piece}).
 *
 * @param level depth of a heading (1 to 6), of a list item (1 for the outermost) or of the item
 *     that holds a paragraph, else 0
 * @param text plain text, for {@link Kind#CODE} the language or "" (code is named, not read out)
 */
public record Block(Kind kind, int level, String text, int line) {

  /** What a piece of Markdown was. */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    /** A bold-only line or a label that ends with a colon: an utterance of its own. */
    LABEL,
    BULLET,
    NUMBERED,
    QUOTE,
    CODE,
    /** One table row, its cells joined with 、. */
    TABLE_ROW,
    /** The alternative text of an image. */
    IMAGE
  }
}
