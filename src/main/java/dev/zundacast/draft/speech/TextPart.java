package dev.zundacast.draft.speech;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of text that open_jtalk can take in one line.
 *
 * @param afterPause whether a pause stands between this part and the one before
 */
record TextPart(String text, boolean afterPause) {
  /** The program reads one line into a buffer of 1,024 bytes and loses the rest. */
  private static final int MOST_BYTES = 1000;

  private static final String PAUSES = "。、！？!?・…";

  /** Splits a text at its last pause mark that fits, else after the last character that fits. */
  static List<TextPart> split(String text) {
    String rest = text.replaceAll("\\p{Cntrl}", "");
    List<TextPart> parts = new ArrayList<>();
    boolean afterPause = false;
    while (!rest.isEmpty()) {
      int end = end(rest);
      parts.add(new TextPart(rest.substring(0, end), afterPause));
      afterPause = PAUSES.indexOf(rest.charAt(end - 1)) >= 0;
      rest = rest.substring(end);
    }
    return parts;
  }

  private static int end(String text) {
    int bytes = 0;
    int end = 0;
    int atPause = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      bytes += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > MOST_BYTES) {
        return atPause > 0 ? atPause : end;
      }
      end = next;
      if (PAUSES.indexOf(text.charAt(end - 1)) >= 0) {
        atPause = end;
      }
    }
    return end;
  }
}
