package dev.zundacast.post;

import java.util.regex.Pattern;

/** Lines without marks that are labels all the same: 「主な特徴：」, 「【概要】」. */
final class LabelText {
  /** A label is a few words; a sentence that leads to a list also ends with a colon. */
  private static final int MAX_LENGTH = 40;

  private static final Pattern SENTENCE_END =
      Pattern.compile(".*(?:です|ます|ました|でした|ません|ください|ましょう|でしょう|である|した|する|れる|いる|ある|のだ)$");

  private LabelText() {}

  static boolean isLabel(String text) {
    if (text.length() > MAX_LENGTH || text.contains("。")) {
      return false;
    }
    boolean bracketed = text.startsWith("【") && text.indexOf('】') == text.length() - 1;
    return bracketed
        || (InlineLines.endsWithColon(text)
            && !text.contains("、")
            && !SENTENCE_END.matcher(InlineLines.withoutColon(text)).matches());
  }

  static String withoutMarks(String text) {
    return text.startsWith("【")
        ? text.substring(1, text.length() - 1)
        : InlineLines.withoutColon(text);
  }
}
