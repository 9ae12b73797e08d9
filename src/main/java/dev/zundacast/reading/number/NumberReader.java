package dev.zundacast.reading.number;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * Finds the numbers that engines misread and says what to send instead. Plain numbers with a
 * Japanese counter are left alone: engines know 6本 and 20日 better than any table here.
 */
public final class NumberReader {
  /**
   * A number found in a text.
   *
   * @param end offset behind it
   * @param spoken what an engine is sent for it; digits that engines read right stay digits
   */
  public record NumberMatch(int end, String spoken) {}

  /**
   * Signs that a rule may begin with; any other character than these and digits begins no number.
   */
  private static final String SIGNS = "$¥€£₩#+-−±^²³°№≒≈<>＜＞≤≥≦≧▲△¼½¾⅓⅔⅕⅛AIPUVXⅠ";

  /** Behind these a Latin unit may stand without a digit: 数GB. */
  private static final String COUNTING = "数何十百千万億";

  /** A number as far as no rule wants it: digits, separators between thousands, a fraction. */
  private static final Rule PLAIN = Rule.of("\\d+(?:,\\d{3})*(?:\\.\\d+)?", found -> found.group());

  /** The first that fits counts, so what is longer or more particular comes first. */
  private static final List<Rule> RULES =
      Stream.of(
              NameRules.ALL,
              CalendarRules.ALL,
              ClockRules.ALL,
              MoneyRules.ALL,
              PhraseRules.ALL,
              SignRules.ALL,
              SizeRules.ALL,
              List.of(PLAIN))
          .flatMap(List::stream)
          .toList();

  /** The number that begins at {@code from}, empty when none does. */
  public Optional<NumberMatch> at(String text, int from) {
    char c = text.charAt(from);
    boolean unit = from > 0 && COUNTING.indexOf(text.charAt(from - 1)) >= 0;
    if ((c < '0' || c > '9') && SIGNS.indexOf(c) < 0 && !unit) {
      return Optional.empty();
    }
    for (Rule rule : RULES) {
      Optional<NumberMatch> match = rule.at(text, from);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  /** Numbers that are names, said digit by digit: Microsoft 365, HTTP 404, RTX 5090. */
  private static final class NameRules {
    private static final String NO_DIGIT = "(?![\\d.,])";

    /** Names whose number is said in English though a space parts them: Gemini 3, Switch 2. */
    private static final String NUMBERED_NAME =
        "Claude|Gemini|Llama|LLaMA|Grok|Gemma|Phi|Qwen|GPT|Switch|Ryzen|Opus|Sonnet|Haiku|Imagen|Sora|Veo|Windows|Unity|Vue|React|Angular|Swift|Python|Java|Kimi|Stable"
            + " Diffusion|Final Fantasy|Dark Souls|Pixel|Quest|iPhone|iPad|PlayStation";

    /** A digit that counts nothing. */
    private static final String ALONE =
        "(?:10|\\d)(?![\\d.,]|[つ本人台種個社年月日回版章点枚位冊件話巻曲倍割分秒時万億千か行]|%|％|パーセント|ヶ月|週)";

    static final List<Rule> ALL =
        List.of(
            Rule.of(
                "(?<=(?:" + NUMBERED_NAME + ") )" + ALONE,
                found -> EnglishNumber.small(found.group()).orElse(found.group())),
            Rule.of("(?<=(?:Microsoft|Office|Dynamics) ?)365" + NO_DIGIT, found -> "サンロクゴ"),
            Rule.of(
                "(?<=HTTP ?|HTTP/1\\.[01] ?|ステータス|ステータスコード)[1-5]0[1-9]" + NO_DIGIT,
                found -> round(found.group())),
            Rule.of(
                "[45]0[1-9](?= ?(?:Not Found|Forbidden|Unauthorized|Bad"
                    + " Gateway|Service|エラー|Error))",
                found -> round(found.group())),
            Rule.of(
                "(?<=(?:RTX|RX|Ryzen \\d|Quadro|Arc) ?)[2-9]\\d{3}" + NO_DIGIT,
                found -> round(found.group())));

    private NameRules() {}

    /** A zero in such names is called by its shape. */
    private static String round(String digits) {
      return JapaneseNumber.oneByOne(digits).replace("ゼロ", "マル");
    }
  }

  /** Signs that stand before or behind a number: ±5, ▲5%, <1%, 50+, #4, №4. */
  private static final class SignRules {
    private static final String NUMBER = "\\d+(?:,\\d{3})*(?:\\.\\d+)?";

    /**
     * A number with what it counts, as far as "more than" must stand behind that; Latin units are
     * read on their own.
     */
    private static final String AMOUNT =
        "\\s?(" + NUMBER + "[万億兆千]?)((?:[%％円個件人回年月日倍度]|ドル|ミリ秒)?)(?!\\s?[A-Za-zμ]|\\d)";

    /** A variable or number before the sign: x > 3. */
    private static final String COMPARED = "(?<=[A-Za-z0-9)）]\\s?)";

    static final List<Rule> ALL =
        List.of(
            Rule.of("±(?=\\d)", found -> "プラスマイナス"),
            Rule.of("[≒≈]\\s?(?=\\d)", found -> "ニアリーイコール"),
            Rule.of("(?<![\\p{L}\\d)）%])[-−](?=\\d)", found -> "マイナス"),
            Rule.of("(?<=[\\p{IsHiragana}])[-−](?=\\d)", found -> "マイナス"),
            Rule.of("[▲△](?=\\d)", found -> "マイナス"),
            Rule.of("(?<![\\p{L}\\d])\\+(?=\\d)", found -> "プラス"),
            Rule.of(
                "(" + NUMBER + "[%万]?)\\+(?![\\dA-Za-z\\p{IsHan}])",
                found -> found.group(1) + "以上"),
            Rule.of(COMPARED + "[<＜]\\s?(?=\\d)", found -> "小なり"),
            Rule.of(COMPARED + "[>＞]\\s?(?=\\d)", found -> "大なり"),
            Rule.of("[<＜]" + AMOUNT, found -> amount(found) + "未満"),
            Rule.of("[>＞]" + AMOUNT, found -> amount(found) + "超"),
            Rule.of("[≥≧]" + AMOUNT, found -> amount(found) + "以上"),
            Rule.of("[≤≦]" + AMOUNT, found -> amount(found) + "以下"),
            Rule.of("№\\s?(?=\\d)", found -> "ナンバー"),
            Rule.of("(?<=[A-Za-z] )#(?=\\d)", found -> "ナンバー"),
            Rule.of("#(?=\\d)", found -> ""));

    private SignRules() {}

    private static String amount(MatchResult found) {
      String unit = found.group(2);
      return found.group(1) + (unit.equals("%") || unit.equals("％") ? "パーセント" : unit);
    }
  }

  /** Dates written with signs: 2026/08/21, 8/21(金), 07月. */
  private static final class CalendarRules {
    private static final String WEEKDAY = "\\s?[(（][月火水木金土日]";

    /** What shows that 8/21 is a day and no fraction. */
    private static final String DAY_FOLLOWS =
        "(?="
            + WEEKDAY
            + "|付|時点|以降|以前|まで|から|開催|発売|公開|開始|\\s\\d{1,2}:\\d{2}"
            + "|[〜～~–-]\\d{1,2}/\\d{1,2}(?![\\d/]))";

    /** The second day of 7/1〜7/31. */
    private static final String DAY_BEFORE = "(?<=\\d/\\d{1,2}[〜～~–-])";

    static final List<Rule> ALL =
        List.of(
            Rule.when("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})(?![\\d/.-])", CalendarRules::date),
            Rule.when("(\\d{4})/(\\d{1,2})(?![\\d/])", CalendarRules::month),
            Rule.when("(\\d{1,2})/(\\d{1,2})" + DAY_FOLLOWS, CalendarRules::day),
            Rule.when(DAY_BEFORE + "(\\d{1,2})/(\\d{1,2})(?![\\d/])", CalendarRules::day),
            Rule.when("(\\d{1,2})/(1[3-9]|2\\d|3[01])(?=[にはのも])", CalendarRules::day),
            Rule.of("0([1-9])(?=[月日時分秒回号章話巻])", found -> found.group(1)));

    private CalendarRules() {}

    private static Optional<String> date(MatchResult found) {
      return monthAndDay(found.group(3), found.group(4)).map(day -> found.group(1) + "年" + day);
    }

    private static Optional<String> month(MatchResult found) {
      int month = Integer.parseInt(found.group(2));
      return isYear(found.group(1)) && month >= 1 && month <= 12
          ? Optional.of(found.group(1) + "年" + month + "月")
          : Optional.empty();
    }

    private static boolean isYear(String digits) {
      return digits.startsWith("19") || digits.startsWith("20");
    }

    private static Optional<String> day(MatchResult found) {
      return monthAndDay(found.group(1), found.group(2));
    }

    private static Optional<String> monthAndDay(String month, String day) {
      int m = Integer.parseInt(month);
      int d = Integer.parseInt(day);
      return m >= 1 && m <= 12 && d >= 1 && d <= 31
          ? Optional.of(m + "月" + d + "日")
          : Optional.empty();
    }
  }

  /** Times of day, lengths, angles and ratios: 10:30, 3pm, 9:00-17:00, 13°18', 16:9. */
  private static final class ClockRules {
    private static final String TIME = "(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?(?![\\d:])";
    private static final String NO_LETTER = "(?![A-Za-z])";

    static final List<Rule> ALL =
        List.of(
            Rule.when(
                "(\\d{1,2})(?::([0-5]\\d))?\\s?([AaPp])\\.?[Mm]\\b\\.?" + NO_LETTER,
                found -> halfDay(found.group(3), found.group(1), found.group(2))),
            Rule.when(
                "(?<![A-Za-z])([AP])M\\s?(\\d{1,2})(?::([0-5]\\d))?(?![\\d:])",
                found -> halfDay(found.group(1), found.group(2), found.group(3))),
            Rule.of(TIME + "\\s?[-–—]\\s?(?=\\d{1,2}:[0-5]\\d)", found -> time(found) + "から"),
            Rule.of(
                "(\\d+)°\\s?(\\d{1,2})['′’](?:\\s?(\\d{1,2}(?:\\.\\d+)?)(?:[\"″”]|''))?",
                ClockRules::angle),
            Rule.of(TIME, ClockRules::time),
            Rule.of("(\\d+):(\\d+)(?![\\d:])", found -> found.group(1) + "対" + found.group(2)));

    private ClockRules() {}

    private static Optional<String> halfDay(String half, String hours, String minutes) {
      if (Integer.parseInt(hours) > 12) {
        return Optional.empty();
      }
      String name = half.equalsIgnoreCase("a") ? "午前" : "午後";
      return Optional.of(name + clock(Integer.parseInt(hours), minutes));
    }

    /** Degrees with their minutes and seconds: 13°18'. */
    private static String angle(MatchResult found) {
      String seconds = found.group(3);
      return found.group(1) + "度" + found.group(2) + "分" + (seconds == null ? "" : seconds + "秒");
    }

    private static String clock(int hours, String minutes) {
      int m = minutes == null ? 0 : Integer.parseInt(minutes);
      return hours + "時" + (m == 0 ? "" : m + "分");
    }

    /** A clock's time, or from 30 on the minutes and seconds of a length. */
    private static String time(MatchResult found) {
      int hours = Integer.parseInt(found.group(1));
      int minutes = Integer.parseInt(found.group(2));
      String seconds = found.group(3);
      if (seconds == null) {
        return hours >= 30 ? hours + "分" + minutes + "秒" : clock(hours, found.group(2));
      }
      return (hours < 1 ? "" : hours + "時") + minutes + "分" + Integer.parseInt(seconds) + "秒";
    }
  }
}
