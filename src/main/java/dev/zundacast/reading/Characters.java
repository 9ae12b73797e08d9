package dev.zundacast.reading;

import dev.zundacast.disk.Resource;
import dev.zundacast.words.Search;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** Brings characters into the forms that engines know, without touching words or signs. */
final class Characters {
  /**
   * Kanji that engines' dictionaries lack, with the form of the same kanji that they have, and
   * units whose power would become an ordinary digit.
   */
  private static final Map<String, String> COMMON_FORMS =
      Resource.pairs(Characters.class, "forms.tsv");

  /** ① before what it lists, which 次 would otherwise make 1次; ①の and ①と go on without a pause. */
  private static final Search LIST_NUMBER =
      Search.of("([①-⑳])(?=[\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}A-Za-z&&[^とやのはがをにもで]])");

  /** The typographic apostrophe inside a word, which lists write straight: don’t. */
  private static final Search APOSTROPHE = Search.of("(?<=[A-Za-z])’(?=[A-Za-z])");

  /** Full-width signs of one number or time: １６，８００, ５．７４, １０：３０, ２０２６／０８／２１. */
  private static final Pattern NUMBER_SIGN =
      Pattern.compile("(?<=[0-9０-９])(?:，(?=[0-9０-９]{3}(?![0-9０-９]))|[．：／－](?=[0-9０-９]))");

  private static final int TO_ASCII = 0xFEE0;

  private static final Search COMPANY = Search.of("[(（]株[)）]");

  private Characters() {}

  /** The text composed, with half-width kana and full-width Latin made ordinary. */
  static String normal(String text) {
    String straight = APOSTROPHE.replaceAll(text, "'");
    String listed = LIST_NUMBER.replaceAll(straight, "$1、");
    String numbers =
        NUMBER_SIGN
            .matcher(listed)
            .replaceAll(sign -> Character.toString(sign.group().charAt(0) - TO_ASCII));
    String named = COMPANY.replaceAll(numbers, "株式会社");
    String composed = Normalizer.normalize(named, Normalizer.Form.NFC);
    StringBuilder normal = new StringBuilder(composed.length());
    composed.codePoints().forEach(c -> append(c, normal));
    // A half-width ﾞ or ﾟ has become a combining mark behind its kana.
    return Normalizer.normalize(normal, Normalizer.Form.NFC);
  }

  private static void append(int c, StringBuilder out) {
    String common = COMMON_FORMS.get(Character.toString(c));
    if (common != null) {
      out.append(common);
    } else if (isInvisible(c)) {
      return;
    } else if (c >= 0xFF01 && c <= 0xFF5E && isLetterOrDigit(c - TO_ASCII)) {
      out.appendCodePoint(c - TO_ASCII);
    } else if ((c >= 0xFF65 && c <= 0xFF9F) || isCompatibilityForm(c)) {
      out.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** Ligatures, Roman numerals in one sign, squared units, mathematical letters, CJK doubles. */
  private static boolean isCompatibilityForm(int c) {
    // Ⅰ stays: as a letter it would be the English word.
    return (c > 0x2160 && c <= 0x217F)
        || (c >= 0x2460 && c <= 0x2473)
        || (c >= 0x3300 && c <= 0x33FF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFB00 && c <= 0xFB06)
        || (c >= 0x1D400 && c <= 0x1D7FF)
        || (c >= 0x2F00 && c <= 0x2FDF);
  }

  /** Signs without width, which cut words in two for an engine, and soft hyphens. */
  private static boolean isInvisible(int c) {
    return (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2064)
        || c == 0xFEFF
        || c == 0xAD
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF)
        || (Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t');
  }
}
