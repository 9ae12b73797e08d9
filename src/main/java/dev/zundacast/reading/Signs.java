package dev.zundacast.reading;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.piece.Kana;
import java.util.Map;
import java.util.regex.Pattern;

/** What is said for a sign between words: nothing, a pause, a word, or the sign itself. */
final class Signs {
  /** Marks of a sentence that engines turn into a pause or a question. */
  /** What ○ stands before as a figure does. */
  private static final String COUNTERS = "秒分時個人円本件回枚点台社歳年月日文字";

  private static final String KEPT = "、。！？…・「」『』（）【】〈〉《》ー〜％：々〆";

  /** Signs that are said by the name of what they stand for. */
  private static final Map<String, String> NAMES = Resource.pairs(Signs.class, "signs.tsv");

  /** A wave that draws out: in a cry, or behind the last word of what somebody says. */
  private static final Pattern DRAWN_OUT =
      Pattern.compile(
          "(?<=[ぁ-んァ-ヶ])[~～〜〰](?=[！!♪♡])|(?<=[ぁぃぅぇぉ])[~～〜〰]"
              + "|(?<=[ねよなぞわさ]|へ[えぇー]|(?:^|[^\\p{L}])[あいうえおは])[~～〜〰](?=と|って|[^\\p{L}\\p{N}]|$)");

  private static final String PAUSES = ";；|｜/／—―–─━:：→⇒➡←↔⇔•‣▶►";

  /** Hyphens, which part two texts where they stand between spaces. */
  private static final String HYPHENS = "-‐‑−－";

  private static final String WAVES = "~～〜〰";

  /** Behind these no pause is needed. */
  private static final String PAUSED = "、。！？…!?,「『（(【〈《" + WAVES + PAUSES + HYPHENS + "×✕✖";

  /** Before these no pause is needed. */
  private static final String ENDING = "、。！？!?」』）)】〉》";

  private static final String DIGITS_OR_UNIT = "0123456789%％年月日時分秒円件個回人倍度台歳";

  /** Numbers without a digit: 数十〜80件, 何時間〜何日. */
  private static final String UNCOUNTED = "数何";

  private static final String HOME = "チルダスラッシュ";

  private static final String DOLLARS = "ドル";

  /** ヘクトパスカル, and the digit itself. */
  private static final int LONGEST_UNIT = 8;

  private Signs() {}

  /** What is spoken for the sign {@code c}, which stands in {@code text} at {@code at}. */
  static String spoken(String text, int at, int c) {
    int next = at + Character.charCount(c);
    return switch (c) {
      case ' ', '\u00A0', '\t', '\n', '　' -> space(text, at);
      case '!' -> "！";
      case '?', '⁇', '⁉', '‽' -> "？";
      case '(', '[', '［' -> "（";
      case ')', ']', '］' -> "）";
      case ',', '，', '､' -> "、";
      case '.', '．' -> isRun(text, at, c) ? "…" : "。";
      case '~', '～', '〜', '〰' -> wave(text, at);
      case '→', '⇒', '➡' -> isAmount(text, at - 1) && isDigit(text, next) ? "から" : pause(text, at);
      // Between numbers engines say タス by themselves.
      case '+', '＋' -> isDigit(text, at - 1) && isDigit(text, next) ? "+" : "プラス";
      case '=', '＝' -> isKatakana(text, at - 1) && isKatakana(text, next) ? "" : "イコール";
      case '×', '✕', '✖' -> times(text, at);
      case '√' -> isDigit(text, next) ? "ルート" : "";
      // 〇 is a kanji, which has rows of its own.
      case '○', '◯' -> isRun(text, at, c) || isCounted(text, at) ? "マル" : "";
      // 03-1234-5678 is no single number.
      case '$' -> next < text.length() && text.charAt(next) < 'ぁ' ? "" : "ドル";
      case '‐', '‑', '-', '−', '－' ->
          isDash(text, at) || (isDigit(text, at - 1) && isDigit(text, next)) ? pause(text, at) : "";
      // Run:ai is one name.
      case ':' -> isLatin(text, at - 1) && isLatin(text, next) ? "" : pause(text, at);
      case '#', '＃' -> isTag(text, at) ? pause(text, at) : "";
      default -> rest(text, at, c);
    };
  }

  private static String rest(String text, int at, int c) {
    String name = NAMES.get(Character.toString(c));
    if (name != null) {
      return name;
    }
    if (KEPT.indexOf(c) >= 0 || Kana.isJapanese(c) || Character.isLetterOrDigit(c)) {
      return Character.toString(c);
    }
    return PAUSES.indexOf(c) >= 0 ? pause(text, at) : "";
  }

  /** One space for several, none beside a sign that is a pause. */
  private static String space(String text, int at) {
    return isSpaceAt(text, at - 1) || isPause(text, at - 1) || isPause(text, behindSpaces(text, at))
        ? ""
        : " ";
  }

  /** ○月○日: what stands for a figure; before a whole word it begins a line (○日時). */
  private static boolean isCounted(String text, int at) {
    boolean begins = at == 0 || isSpaceAt(text, at - 1) || isPause(text, at - 1);
    return COUNTERS.indexOf(at(text, at + 1)) >= 0
        && !(begins && Character.isIdeographic(at(text, at + 2)));
  }

  private static boolean isPause(String text, int at) {
    return PAUSES.indexOf(at(text, at)) >= 0 || isDash(text, at) || isTag(text, at);
  }

  /** A hyphen between spaces: リリースした - 開発の記録. */
  private static boolean isDash(String text, int at) {
    return HYPHENS.indexOf(at(text, at)) >= 0 && isSpaceAt(text, at - 1) && isSpaceAt(text, at + 1);
  }

  /** The sign of a tag that stands behind a text: 箱の作り方 #枝豆. */
  private static boolean isTag(String text, int at) {
    return "#＃".indexOf(at(text, at)) >= 0 && isSpaceAt(text, at - 1) && !isDigit(text, at + 1);
  }

  /** A pause where something is said before and behind it, and none stands there. */
  private static String pause(String text, int at) {
    int before = at - 1;
    while (isSpaceAt(text, before)) {
      before--;
    }
    int behind = behindSpaces(text, at);
    return before >= 0
            && PAUSED.indexOf(text.charAt(before)) < 0
            && behind < text.length()
            && ENDING.indexOf(text.charAt(behind)) < 0
        ? "、"
        : "";
  }

  private static int behindSpaces(String text, int at) {
    int behind = at + 1;
    while (isSpaceAt(text, behind)) {
      behind++;
    }
    return behind;
  }

  private static boolean isSpaceAt(String text, int at) {
    return " \u00A0\t\n　".indexOf(at(text, at)) >= 0;
  }

  /** そうだね〜 draws out, 2〜3 is a range, 10時〜 is open, 直すまで〜町の工房〜 is a subtitle. */
  private static String wave(String text, int at) {
    if (text.startsWith("/", at + 1)) {
      return HOME;
    }
    if (isAmount(text, at - 1) || (isNumberAt(text, at + 1) && hasDigitBefore(text, at))) {
      return "から";
    }
    boolean drawn =
        DRAWN_OUT
            .matcher(text)
            .region(at, text.length())
            .useTransparentBounds(true)
            .useAnchoringBounds(false)
            .lookingAt();
    return drawn ? "ー" : pause(text, at);
  }

  /** Whether a number with a unit ends at {@code at}: 100万, 10代, 7月31日. */
  private static boolean hasDigitBefore(String text, int at) {
    int from = at - 1;
    while (from >= 0 && at - from <= LONGEST_UNIT && Kana.isJapanese(text.charAt(from))) {
      from--;
    }
    return isNumberAt(text, from) || text.substring(from + 1, at).indexOf('数') >= 0;
  }

  private static boolean isNumberAt(String text, int at) {
    return isDigit(text, at) || UNCOUNTED.indexOf(at(text, at)) >= 0;
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
    while (isLatin(text, from)) {
      from--;
    }
    return from < at && isNumberAt(text, from);
  }

  private static boolean isDigit(String text, int at) {
    return at(text, at) >= '0' && at(text, at) <= '9';
  }

  private static boolean isKatakana(String text, int at) {
    return at(text, at) >= 'ァ' && at(text, at) <= 'ー';
  }

  /** Numbers and letters are multiplied, names stand side by side. */
  private static String times(String text, int at) {
    int before = at - 1;
    while (isSpaceAt(text, before)) {
      before--;
    }
    return isFactor(text, before) && isFactor(text, behindSpaces(text, at))
        ? "カケル"
        : pause(text, at);
  }

  /** A digit, or a letter that is no word. */
  private static boolean isFactor(String text, int at) {
    return isDigit(text, at)
        || (isLatin(text, at) && !isLatin(text, at - 1) && !isLatin(text, at + 1));
  }

  private static boolean isLatin(String text, int at) {
    return at(text, at) < 0x250 && Character.isLetter(at(text, at));
  }

  private static boolean isRun(String text, int at, int c) {
    return at(text, at - 1) == c || at(text, at + 1) == c;
  }

  /** The character at a place, 0 outside of the text. */
  private static char at(String text, int at) {
    return at >= 0 && at < text.length() ? text.charAt(at) : 0;
  }
}
