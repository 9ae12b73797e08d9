package dev.zundacast.script.speech;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.regex.Pattern;

/** Finds the text that belongs to somebody else: quotes, and words with a reading. */
public final class Quotes {
  private static final String OPENERS = "「『“{";
  private static final String CLOSERS = "」』”}";
  private static final Pattern ASCII = Pattern.compile("\"[^\"]*\"");

  /** All of it is what somebody said, in sentences: those are not the narrator's. */
  private static final Pattern SOMEBODY_ELSES =
      Pattern.compile(
          "^「(?:(?=[^「」]*[。！？!?…])|(?=[^。]{6,}(?:[たるいだねよう]|です|ます)」。?$))(?:[^「」]|「[^「」]*」)*」。?$");

  private Quotes() {}

  /** Whether all of a sentence is what somebody said, in sentences of their own. */
  public static boolean isSpeech(String sentence) {
    return sentence.startsWith("「") && SOMEBODY_ELSES.matcher(sentence).find();
  }

  /** The characters from each opening mark to its closing one, both included. */
  public static BitSet in(String text) {
    BitSet quoted = pairs(text, OPENERS, CLOSERS);
    ASCII.matcher(text).results().forEach(it -> quoted.set(it.start(), it.end()));
    return quoted;
  }

  /** The same for any marks that belong together in pairs; a mark left alone counts as none. */
  static BitSet pairs(String text, String openers, String closers) {
    BitSet inside = new BitSet(text.length());
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      int closer = closers.indexOf(text.charAt(i));
      if (openers.indexOf(text.charAt(i)) >= 0) {
        open.push(i);
      } else if (closer >= 0
          && open.stream().anyMatch(at -> text.charAt(at) == openers.charAt(closer))) {
        int from = open.pop();
        while (text.charAt(from) != openers.charAt(closer)) {
          from = open.pop();
        }
        inside.set(from, i + 1);
      }
    }
    return inside;
  }
}
