package dev.zundacast.script.speech;

import dev.zundacast.words.Search;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/** Finds the text that belongs to somebody else: quotes, and words with a reading. */
public final class Quotes {
  private static final String OPENERS = "「『“{";
  private static final String CLOSERS = "」』”}";

  /** All of it is what somebody said, in sentences: those are not the narrator's. */
  private static final Search SOMEBODY_ELSES =
      Search.of(
          "^「(?:(?=[^「」]*[。！？!?…])|(?=[^。]{6,}(?:[たるいだねよう]|です|ます)」。?$))(?:[^「」]|「[^「」]*」)*」。?$");

  private Quotes() {}

  /** Whether all of a sentence is what somebody said, in sentences of their own. */
  public static boolean isSpeech(String sentence) {
    return sentence.startsWith("「") && SOMEBODY_ELSES.in(sentence);
  }

  /** The characters from each opening mark to its closing one, both included. */
  public static BitSet in(String text) {
    BitSet quoted = new BitSet(text.length());
    Deque<Integer> open = new ArrayDeque<>();
    int ascii = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (OPENERS.indexOf(c) >= 0) {
        open.push(i);
      } else if (c == '"') {
        if (ascii >= 0) {
          quoted.set(ascii, i + 1);
        }
        ascii = ascii >= 0 ? -1 : i;
      } else if (CLOSERS.indexOf(c) >= 0) {
        close(text, quoted, open, i);
      }
    }
    return quoted;
  }

  /** The characters from each opening bracket to its closing one, both included. */
  static BitSet notesIn(String text) {
    BitSet notes = new BitSet(text.length());
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '（' || c == '(') {
        open.push(i);
      } else if ((c == '）' || c == ')') && !open.isEmpty()) {
        notes.set(open.pop(), i + 1);
      }
    }
    return notes;
  }

  private static void close(String text, BitSet quoted, Deque<Integer> open, int at) {
    char opener = OPENERS.charAt(CLOSERS.indexOf(text.charAt(at)));
    if (open.stream().anyMatch(o -> text.charAt(o) == opener)) {
      int from = open.pop();
      while (text.charAt(from) != opener) {
        from = open.pop();
      }
      quoted.set(from, at + 1);
    }
  }
}
