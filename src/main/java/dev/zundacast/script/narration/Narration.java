package dev.zundacast.script.narration;

import dev.zundacast.script.speech.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A narration that someone else wrote, as pieces of utterances: a line each, {@code ----} between
 * pieces. Marks of Markdown go, a sentence that was cut before its closing marks is joined, a line
 * too long for one breath is split into sentences; every other character stays.
 *
 * @param pieces each with its utterances
 */
public record Narration(List<List<String>> pieces) {
  /** Longer lines hold several sentences; engines are asked for no more at once. */
  private static final int LONG_LINE = 120;

  private static final Pattern SEPARATOR = Pattern.compile("-{4,}|(?m:^\\s*---\\s*$)");
  private static final Pattern MARKDOWN = Pattern.compile("\\*\\*|`+|(?m:^#{1,6}\\s+)");
  private static final Pattern CUT_OFF = Pattern.compile("^[？！?!。、」』）)】]");
  private static final Pattern SPEAKABLE = Pattern.compile("[\\p{L}\\p{N}]");

  /** The line that opens an article: its number and what it is. */
  private static final Pattern ORDINAL =
      Pattern.compile(
          "([0-9０-９一二三四五六七八九]+|ひと|ふた|みっ|よっ|いつ)\\s*[つ本個番]\\s*(?:目|め).*(?:記事|きじ|ニュース|話|はなし|タイトル|たいとる)");

  private static final List<String> KANJI_NUMBERS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九");
  private static final List<String> KANA_NUMBERS = List.of("ひと", "ふた", "みっ", "よっ", "いつ");

  public Narration {
    pieces = pieces.stream().map(List::copyOf).toList();
  }

  public static Narration of(String text) {
    String plain = MARKDOWN.matcher(text.replace("\uFEFF", "")).replaceAll("");
    List<List<String>> pieces = new ArrayList<>();
    for (String piece : SEPARATOR.split(plain, -1)) {
      List<String> utterances = utterances(piece);
      if (!utterances.isEmpty()) {
        pieces.add(utterances);
      }
    }
    return new Narration(pieces);
  }

  private static List<String> utterances(String piece) {
    List<String> utterances = new ArrayList<>();
    for (String line : joined(piece)) {
      if (line.length() <= LONG_LINE) {
        add(utterances, line);
      } else {
        Sentences.split(line).forEach(sentence -> add(utterances, sentence));
      }
    }
    return utterances;
  }

  private static List<String> joined(String piece) {
    List<String> lines = new ArrayList<>();
    for (String raw : piece.lines().toList()) {
      String line = raw.strip();
      boolean cut = !lines.isEmpty() && CUT_OFF.matcher(line).find();
      if (cut) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line);
      } else if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Marks alone are a pause that someone wrote: they stay with the words before them. */
  private static void add(List<String> utterances, String text) {
    boolean marks = !SPEAKABLE.matcher(text).find();
    int last = utterances.size() - 1;
    if (marks && last >= 0) {
      utterances.set(last, utterances.get(last) + text);
    } else if (last >= 0 && !SPEAKABLE.matcher(utterances.get(last)).find()) {
      utterances.set(last, utterances.get(last) + text);
    } else {
      utterances.add(text);
    }
  }

  /** The number of the article that this line opens, 0 when it opens none. */
  static int ordinal(String line) {
    Matcher matcher = ORDINAL.matcher(line);
    if (!matcher.find()) {
      return 0;
    }
    String number = matcher.group(1);
    int kanji = KANJI_NUMBERS.indexOf(number) + KANA_NUMBERS.indexOf(number) + 2;
    boolean digits = number.length() <= 2 && Character.isDigit(number.charAt(0));
    return digits ? Integer.parseInt(number) : kanji;
  }
}
