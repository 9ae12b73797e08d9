package dev.zundacast.script.speech;

import dev.zundacast.words.CharacterMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Written words to those that people say: 様々な to いろんな. Quotes keep theirs. */
final class PlainWords {
  /** A row that says itself what may stand before its word. */
  private static final Pattern LOOKS_BACK =
      Pattern.compile("^\\(\\?<[=!](?:[^()\\[\\]]|\\[[^\\]]*])*\\)");

  private static final String RULE = "plain-words ";
  private static final String BECOMES = " → ";

  /** Words that begin with a kanji are not the end of a longer word. */
  private static final String NOT_IN_COMPOUND = "(?<![\\p{IsHan}\\p{IsKatakana}ー・A-Za-z0-9])";

  private final Map<Character, List<Word>> byFirst;

  /** What a word may begin with: most characters begin none, and to ask for each takes 1 %. */
  private final CharacterMask firsts;

  /**
   * One row.
   *
   * @param start the characters that the word begins with, whatever its pattern says behind them
   */
  private record Word(String start, Pattern pattern, String plain) {}

  /** The words of these tables; those of the first one go before. */
  static PlainWords load(List<Path> folders, String... files) {
    Map<Character, List<Word>> words = new HashMap<>();
    for (String file : files) {
      add(Table.layered(folders, file), words);
    }
    return new PlainWords(words);
  }

  private PlainWords(Map<Character, List<Word>> byFirst) {
    this.byFirst = byFirst;
    StringBuilder letters = new StringBuilder();
    byFirst.keySet().forEach(letters::append);
    this.firsts = CharacterMask.of(letters.toString());
  }

  private static void add(Table table, Map<Character, List<Word>> byFirst) {
    for (Table.Row row : table.rows()) {
      String word = LOOKS_BACK.matcher(row.cell(0)).replaceFirst("");
      boolean plain = word.equals(row.cell(0));
      String guard = plain && Character.isIdeographic(word.charAt(0)) ? NOT_IN_COMPOUND : "";
      byFirst
          .computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
          .add(
              new Word(
                  start(word),
                  Table.expression(row, guard + row.cell(0), Pattern::compile),
                  row.cell(1)));
    }
  }

  private static String start(String word) {
    int end = 0;
    while (end < word.length() && "([?*+|\\.{".indexOf(word.charAt(end)) < 0) {
      end++;
    }
    boolean optional = end < word.length() && "?*{".indexOf(word.charAt(end)) >= 0;
    return word.substring(0, optional ? end - 1 : end);
  }

  String apply(String text, List<String> used) {
    BitSet quoted = Quotes.in(text);
    StringBuilder result = new StringBuilder();
    int done = 0;
    int at = firsts.find(text, 0);
    while (at < text.length()) {
      result.append(text, done, at);
      done = quoted.get(at) ? at : replaced(text, at, result, used);
      at = firsts.find(text, Math.max(at + 1, done));
    }
    return result.append(text, done, text.length()).toString();
  }

  /** The name of a replacement among the rules of a sentence. */
  private static String rule(String written, String plain) {
    return RULE + written + BECOMES + plain;
  }

  /** Whether this is the name of a replacement, and its plain word stands nowhere in the text. */
  static boolean isElsewhere(String rule, String text) {
    int at = rule.indexOf(BECOMES);
    if (!rule.startsWith(RULE) || at < 0) {
      return false;
    }
    String plain = rule.substring(at + BECOMES.length());
    // What ends a clause ends a sentence where it is cut.
    return !text.contains(plain.endsWith("、") ? plain.substring(0, plain.length() - 1) : plain);
  }

  /** Writes the plain word for the one that begins here; where the text goes on. */
  private int replaced(String text, int at, StringBuilder result, List<String> used) {
    for (Word word : byFirst.getOrDefault(text.charAt(at), List.of())) {
      if (!text.startsWith(word.start(), at)) {
        continue;
      }
      Matcher matcher = word.pattern().matcher(text).region(at, text.length());
      matcher.useTransparentBounds(true);
      if (matcher.lookingAt() && matcher.end() > at) {
        if (!word.plain().equals(matcher.group())) {
          result.append(word.plain());
          used.add(rule(matcher.group(), word.plain()));
          return matcher.end();
        }
        result.append(matcher.group());
        return matcher.end();
      }
    }
    return at;
  }
}
