package dev.zundacast.reading;

import dev.zundacast.reading.piece.Kana;
import java.util.List;

/** What is said for a sign between words: nothing, a pause, a word, or the sign itself. */
final class Signs {
  /** Marks of a sentence that engines turn into a pause or a question. */
  private static final String KEPT = "、。！？…・「」『』（）【】〈〉《》ー〜％：々〆";

  /** Engines drop these behind a Latin letter. */
  private static final String GREEK = "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ";

  private static final List<String> GREEK_NAMES =
      List.of(
          "アルファ", "ベータ", "ガンマ", "デルタ", "イプシロン", "ゼータ", "イータ", "シータ", "イオタ", "カッパ", "ラムダ", "ミュー",
          "ニュー", "クサイ", "オミクロン", "パイ", "ロー", "シグマ", "タウ", "ユプシロン", "ファイ", "カイ", "プサイ", "オメガ");

  /** Words that nobody draws out. */
  private static final List<String> NOT_DRAWN_OUT = List.of("まで", "から", "こと", "とは");

  private static final String PAUSES = ";；|｜/／—―–:→⇒➡←↔⇔•‣▶►";
  private static final String DIGITS_OR_UNIT = "0123456789%％年月日時分秒円件個回人倍度台歳";

  private static final String DOLLARS = "ドル";

  /** ヘクトパスカル, and the digit itself. */
  private static final int LONGEST_UNIT = 8;

  private Signs() {}

  /** What is spoken for the sign {@code c}, which stands in {@code text} at {@code at}. */
  static String spoken(String text, int at, int c) {
    int next = at + Character.charCount(c);
    return switch (c) {
      case ' ', '\u00A0', '\t', '\n', '　' -> at > 0 && isSpace(text.charAt(at - 1)) ? "" : " ";
      case '!' -> "！";
      case '?', '⁇', '⁉', '‽' -> "？";
      case '(', '[', '［' -> "（";
      case ')', ']', '］' -> "）";
      case ',', '，', '､' -> "、";
      case '.', '．' -> isRun(text, at, c) ? "…" : "。";
      case '~', '～', '〜', '〰' -> wave(text, at);
      case '→', '⇒', '➡' -> isAmount(text, at - 1) && isDigit(text, next) ? "から" : "、";
      // Between numbers engines say タス by themselves.
      case '+', '＋' -> isDigit(text, at - 1) && isDigit(text, next) ? "+" : "プラス";
      case '&' -> "アンド";
      case '@', '＠' -> "アット";
      case '=', '＝' -> isKatakana(text, at - 1) && isKatakana(text, next) ? "" : "イコール";
      case '×', '✕', '✖' -> isBetween(text, at, next) ? "カケル" : "";
      case '÷' -> "ワル";
      case '≠' -> "ノットイコール";
      case '≒', '≈' -> "ニアリーイコール";
      case '≥', '≧' -> "以上";
      case '≤', '≦' -> "以下";
      case '√' -> isDigit(text, next) ? "ルート" : "";
      case '∞' -> "無限大";
      case '%', '％' -> "パーセント";
      case '℃' -> "度";
      case '○', '◯', '〇' -> isRun(text, at, c) ? "マル" : "";
      // 03-1234-5678 is no single number.
      case '‐', '‑', '-', '−' -> isDigit(text, at - 1) && isDigit(text, next) ? "、" : "";
      default -> rest(c);
    };
  }

  private static String rest(int c) {
    int letter = GREEK.indexOf(c);
    if (letter >= 0) {
      return GREEK_NAMES.get(letter % GREEK_NAMES.size());
    }
    if (KEPT.indexOf(c) >= 0 || Kana.isJapanese(c) || Character.isLetterOrDigit(c)) {
      return Character.toString(c);
    }
    return PAUSES.indexOf(c) >= 0 ? "、" : "";
  }

  /** そうだね〜 draws out, 2〜3 is a range, 10時〜 is open, 直すまで〜町の工房〜 is a subtitle. */
  private static String wave(String text, int at) {
    if (isAmount(text, at - 1) || (isDigit(text, at + 1) && hasDigitBefore(text, at))) {
      return "から";
    }
    boolean ends =
        NOT_DRAWN_OUT.stream().anyMatch(word -> text.startsWith(word, at - word.length()))
            || (isKatakana(text, at - 1) && isKatakanaOrKanji(text, at + 1));
    return at > 0 && isKana(text.charAt(at - 1)) && !ends ? "ー" : "、";
  }

  /** Whether a number with a unit ends at {@code at}: 100万, 10代, 7月31日. */
  private static boolean hasDigitBefore(String text, int at) {
    int from = at - 1;
    while (from >= 0 && at - from <= LONGEST_UNIT && Kana.isJapanese(text.charAt(from))) {
      from--;
    }
    return isDigit(text, from);
  }

  private static boolean isAmount(String text, int at) {
    return at >= 0
        && (DIGITS_OR_UNIT.indexOf(text.charAt(at)) >= 0
            || isUnit(text, at)
            || (text.startsWith(DOLLARS, at - 1) && hasDigitBefore(text, at + 1)));
  }

  /** A Latin unit behind digits (10GB〜). */
  private static boolean isUnit(String text, int at) {
    int from = at;
    while (from >= 0 && Character.isLetter(text.charAt(from)) && text.charAt(from) < 0x250) {
      from--;
    }
    return from < at && isDigit(text, from);
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isKatakanaOrKanji(String text, int at) {
    return isKatakana(text, at) || (at < text.length() && Character.isIdeographic(text.charAt(at)));
  }

  private static boolean isKatakana(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= 'ァ' && text.charAt(at) <= 'ー';
  }

  private static boolean isKana(char c) {
    return c >= 'ぁ' && c <= 'ー' && c != '・';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\t' || c == '\n' || c == '　';
  }

  private static boolean isBetween(String text, int at, int next) {
    return at > 0 && next < text.length();
  }

  private static boolean isRun(String text, int at, int c) {
    return (at > 0 && text.charAt(at - 1) == c)
        || (at + 1 < text.length() && text.charAt(at + 1) == c);
  }
}
