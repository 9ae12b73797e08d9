package dev.zundacast.post;

import java.util.regex.Pattern;

/** Tells by their marks what the rows of writers are that use no Markdown: headings, labels. */
final class RowMarks {
  /** A row that ends with one of these goes on in the next one. */
  private static final String GOES_ON = "、，,をはがにでとのもやて。";

  private static final int LONGEST_HEADING = 60;

  /** Marks that begin a heading, some only where a blank stands behind them: ○× is an answer. */
  private static final Pattern HEADING_LIKE =
      Pattern.compile("(?s)(?:[■□●◆◇▼▶★☆◎]|[○◯▲△✓✔➤▪](?=\\p{javaWhitespace})).");

  /** A label is a few words; a sentence that leads to a list also ends with a colon. */
  private static final int LONGEST_LABEL = 40;

  private static final Pattern SENTENCE_END =
      Pattern.compile(".*(?:です|ます|ました|でした|ません|ください|ましょう|でしょう|である|した|する|れる|いる|ある|のだ)$");

  private static final Pattern LABELLED = Pattern.compile("^[^：。、「」（）]{1,16}：(?!\\s*$)");

  /** It ends the sentence that the list above it is a part of. */
  private static final Pattern TAIL =
      Pattern.compile("^(?:を(?:挙げ|示し|求め|紹介し|提案し|列挙し)|など[をがにの]|といった|が(?:添え|含ま|表示さ|用意さ|挙げ|挙が|記載さ))");

  private static final Pattern NUMBERED =
      Pattern.compile(
          "^(?:[（(]\\d{1,2}[)）]|(?:[Ss]tep|STEP|ステップ)\\s?\\d{1,2}\\s?[:：.])[\\s\\u3000]*+(?=\\S)");

  private RowMarks() {}

  /** Whether a list item's first row is the heading of the row below, which begins a sentence. */
  static boolean isItemHeading(CharSequence row, String below) {
    return row.toString().strip().length() <= LONGEST_HEADING && isWhole(row, below);
  }

  /** Whether a row is at an end, and the row below it begins a sentence. */
  static boolean isWhole(CharSequence row, String below) {
    String first = row.toString().strip();
    boolean open =
        first.isEmpty()
            || (GOES_ON.indexOf(first.charAt(first.length() - 1)) >= 0 && !first.endsWith("まで"));
    return !open && below.contains("。");
  }

  /** Whether both rows begin with a label: each tells of another thing. */
  static boolean isLabelled(CharSequence above, String row) {
    return LABELLED.matcher(row).find() && LABELLED.matcher(above).find();
  }

  /** Whether a row begins something new below a paragraph. */
  static boolean startsBlock(InlineLines.Line line) {
    String text = line.text().strip();
    return line.onlyImage()
        || !line.label().isEmpty()
        || isHeadingLike(text)
        || isNumbered(text)
        || TAIL.matcher(text).find()
        || "・※【①②③④⑤⑥⑦⑧⑨⑩→".indexOf(text.charAt(0)) >= 0;
  }

  /** Whether a row without Markdown is a numbered one: 「(1) …」, 「Step 1: …」. */
  static boolean isNumbered(CharSequence text) {
    return NUMBERED.matcher(text).find();
  }

  /** A numbered row's text. */
  static String withoutNumber(String text) {
    return NUMBERED.matcher(text).replaceFirst("").strip();
  }

  /** Whether a row begins with a mark that makes it a heading. */
  static boolean isHeadingLike(String text) {
    return HEADING_LIKE.matcher(text).lookingAt();
  }

  /** Whether a line without marks is a label all the same: 「主な特徴：」, 「【概要】」. */
  static boolean isLabel(String text) {
    if (text.length() > LONGEST_LABEL || text.contains("。")) {
      return false;
    }
    boolean bracketed = text.startsWith("【") && text.indexOf('】') == text.length() - 1;
    return bracketed
        || (InlineLines.endsWithColon(text)
            && !text.contains("、")
            && !SENTENCE_END.matcher(InlineLines.withoutColon(text)).matches());
  }

  /** A label without the marks that made it one. */
  static String withoutLabelMarks(String text) {
    return text.startsWith("【")
        ? text.substring(1, text.length() - 1)
        : InlineLines.withoutColon(text);
  }
}
