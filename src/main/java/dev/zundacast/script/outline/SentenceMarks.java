package dev.zundacast.script.outline;

import dev.zundacast.script.outline.Node.Text;
import dev.zundacast.script.speech.Headings;
import dev.zundacast.script.speech.Quotes;
import dev.zundacast.script.speech.Sentences;
import dev.zundacast.words.Search;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text of lists, tables and labels to sentences with a mark at their end. */
final class SentenceMarks {
  private static final Search COLON = Search.of("[：:]\\s*$");
  private static final Search POLITE = Search.of("(?:ます|です|した|せん|ください)$");
  private static final Pattern COUNT = Pattern.compile("^\\d+\\s*[年月日時分秒個人件つ本倍万億%％].*");
  private static final Search ENDS = Search.of("[。！？!?][」』）)]*$");

  /** What stands in brackets behind an item ends nothing: 油を忘れる（毎年ある！）. */
  private static final Search NOTE = Search.of("(?<=[^（(。！？!?])[（(][^（）()]*[）)]$");

  private static final double COVERED = 0.5;

  private final Headings headings;

  SentenceMarks(Headings headings) {
    this.headings = headings;
  }

  /** A sentence with its mark. */
  String closed(String text, String original) {
    if (ENDS.in(NOTE.replaceFirst(original, "")) || original.endsWith("…")) {
      return numberless(original);
    }
    if (Quotes.isSpeech(original)) {
      return original + "。";
    }
    if (COLON.in(original) || Sentences.isEnglish(original)) {
      return original;
    }
    return POLITE.in(text) ? text + "。" : headings.statement(text);
  }

  private String numberless(String sentence) {
    Optional<String> number = headings.number(sentence);
    return number.isPresent() && !COUNT.matcher(sentence).matches()
        ? sentence.substring(sentence.length() - tail(sentence)).strip()
        : sentence;
  }

  private int tail(String sentence) {
    String mark = sentence.replaceFirst("^.*?([。！？!?」』）)]*)$", "$1");
    return headings.bare(sentence).length() + mark.length() > sentence.length()
        ? sentence.length()
        : sentence.length() - sentence.indexOf(headings.bare(sentence));
  }

  /** A row of a table: what its first cell is about, and the others. */
  static String row(String cells) {
    String[] two = cells.split("、", 2);
    return two.length == 2 ? two[0] + "は、" + two[1] + "です。" : cells + "です。";
  }

  /** Whether the sentences below a heading say what it says. */
  static boolean isCovered(String heading, Node below) {
    if (!(below instanceof Text text)) {
      return false;
    }
    List<String> sentences = Sentences.split(text.block().text());
    return covers(String.join("", sentences.subList(0, Math.min(2, sentences.size()))), heading);
  }

  /** Whether what is said has most of a heading's words. */
  static boolean covers(String said, String heading) {
    int all = 0;
    int found = 0;
    for (int i = 0; i + 1 < heading.length(); i++) {
      if (isContent(heading.charAt(i)) && isContent(heading.charAt(i + 1))) {
        all++;
        found += said.contains(heading.substring(i, i + 2)) ? 1 : 0;
      }
    }
    return all > 0 && found >= COVERED * all;
  }

  private static boolean isContent(char c) {
    return Character.isLetterOrDigit(c) && !(c >= 'ぁ' && c <= 'ん');
  }
}
