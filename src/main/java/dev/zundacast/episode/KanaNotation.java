package dev.zundacast.episode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * VOICEVOX's kana notation: accent phrases in katakana, each with {@code '} behind the mora of its
 * accent, parted by {@code /} or, with a pause, by 、; {@code _} before a mora that is whispered, ？
 * at the end of a phrase that asks.
 */
public final class KanaNotation {
  private static final String MORA =
      "(?:[キギシジチニヒビピミリ][ャュョェィ]|イェ|ウ[ィゥェォ]|ヴ[ァィェォャュョ]|[クグ][ヮァィゥェォ]|[スズ]ィ|[テデ][ィャュェョ]|[トド]ゥ"
          + "|ツ[ァィェォ]|フ[ァィェォ]|[アイウエオカ-ヂツ-モヤユヨ-ロワ-ヴ])";

  private static final Pattern SAID = Pattern.compile("_?" + MORA);
  private static final Pattern PHRASE =
      Pattern.compile("(?:_?" + MORA + ")+'(?:_?" + MORA + ")*？?");
  private static final Pattern ALL =
      Pattern.compile(PHRASE.pattern() + "(?:[/、]" + PHRASE.pattern() + ")*");

  /**
   * What is wrong with a text as notation.
   *
   * @param at its place
   * @param found what stands there
   * @param next what to write
   */
  public record Fault(int at, String found, String next) {}

  private KanaNotation() {}

  /** Whether a text is kana notation, which no text in ordinary writing is. */
  public static boolean is(String text) {
    return text.indexOf('\'') > 0 && ALL.matcher(text).matches();
  }

  /** The first fault, empty for notation without one. */
  public static Optional<Fault> fault(String text) {
    int start = 0;
    while (start <= text.length()) {
      int end = start;
      while (end < text.length() && "/、".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      Optional<Fault> fault = phraseFault(text, start, end);
      if (fault.isPresent()) {
        return fault;
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private static Optional<Fault> phraseFault(String text, int start, int end) {
    if (start == end) {
      return Optional.of(
          new Fault(start, "an accent phrase without a mora", "remove one of the / or 、 here"));
    }
    int accents = 0;
    int at = start;
    Matcher mora = SAID.matcher(text);
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\'' && at > start && accents == 0) {
        accents++;
        at++;
      } else if (c == '？' && at == end - 1 && at > start) {
        at++;
      } else if (mora.region(at, end).lookingAt()) {
        at = mora.end();
      } else {
        return Optional.of(wrong(c, at, accents));
      }
    }
    return accents > 0
        ? Optional.empty()
        : Optional.of(
            new Fault(
                start,
                "an accent phrase without its accent",
                "put a ' behind the mora that it falls from, or behind the last one"));
  }

  private static Fault wrong(char c, int at, int accents) {
    if (c == '\'') {
      return accents > 0
          ? new Fault(at, "a second ' in one accent phrase", "part the two phrases by a /")
          : new Fault(at, "a ' before the first mora", "put it behind a mora");
    }
    if (c == '？') {
      return new Fault(at, "a ？ inside a phrase", "put it at the end of the phrase");
    }
    String next =
        c == 'ー'
            ? "write the vowel again: カー as カア"
            : "write katakana, with ' for accents, / and 、 between phrases";
    return new Fault(at, "'" + c + "', which is no mora of the notation", next);
  }

  /** What is said, without accents and phrases; pauses stay. */
  public static String reading(String notation) {
    return notation.replaceAll("['_/]", "");
  }
}
