package dev.zundacast.reading.number;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.reading.piece.SpokenRules;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers that engines misread and says what to send instead, by the rows of {@code
 * rules.tsv}. Plain numbers with a Japanese counter are left alone: engines know 6本 and 20日 better
 * than any table here.
 */
public final class NumberReader {
  /** Signs that a number may begin with, besides digits. */
  private static final String SIGNS = "$¥€£₩#+-−±^²³°№≒≈<>＜＞≤≥≦≧▲△¼½¾⅓⅔⅕⅛AIPUVXⅠ";

  /** Behind these a Latin unit may stand without a digit: 数GB. */
  private static final String COUNTING = "数何十百千万億";

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$", "ドル", "US$", "ドル", "A$", "オーストラリアドル", "¥", "円", "€", "ユーロ", "£", "ポンド", "₩", "ウォン");

  private static final List<String> ROMAN =
      List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X");

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  /** Units by their sign; capitals count (M is million in a model's size, m a metre). */
  private static final Map<String, String> UNITS = Resource.pairs(NumberReader.class, "units.tsv");

  private static final SpokenRules RULES =
      SpokenRules.of(
          NumberReader.class,
          "rules.tsv",
          Map.of("UNIT", unitPattern()),
          NumberReader::word,
          Source.NUMBER);

  private NumberReader() {}

  /** The number that begins at {@code from}; digits that engines read right stay digits. */
  public static Optional<PieceReading> at(String text, int from) {
    char c = text.charAt(from);
    boolean unit = from > 0 && COUNTING.indexOf(text.charAt(from - 1)) >= 0;
    return (c < '0' || c > '9') && SIGNS.indexOf(c) < 0 && !unit
        ? Optional.empty()
        : RULES.at(text, from);
  }

  /** Any unit, the longest first, so that GB/s is no GB. */
  private static String unitPattern() {
    return UNITS.keySet().stream()
        .sorted(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .map(unit -> unit.replace("2", "[2²]").replace("3", "[3³]"))
        .collect(Collectors.joining("|", "(", ")"));
  }

  /**
   * What is said for a part of a number, by the word that a row of a table has for that.
   *
   * @param text the part that is meant
   * @param found all that was found
   */
  public static String word(String word, String text, MatchResult found) {
    return switch (word) {
      case "month" -> number(text) + "月";
      case "day" -> number(text) + "日";
      case "hour" -> number(text) + "時";
      case "part" ->
          JapaneseNumber.whole(found.group(2)) + "ブンノ" + JapaneseNumber.whole(found.group(1));
      case "minutes" -> text.isEmpty() || text.equals("00") ? "" : number(text) + "分";
      case "half" -> text.equalsIgnoreCase("a") ? "午前" : "午後";
      case "time" -> time(number(found.group(1)), number(found.group(2)), found.group(3));
      case "english" -> EnglishNumber.small(text).orElse(text);
      case "ordinal" -> EnglishNumber.ordinal(text).orElse(text + "番目");
      case "times" -> EnglishNumber.small(text).map(it -> it + "エックス").orElse(text + "倍");
      case "name" -> EnglishNumber.small(text).orElseGet(() -> JapaneseNumber.whole(text));
      case "whole" -> JapaneseNumber.whole(text);
      case "decimal" -> JapaneseNumber.decimal(found.group(1), found.group(2));
      case "digits" -> JapaneseNumber.oneByOne(text);
      case "version" -> JapaneseNumber.version(text.split("\\.", -1));
      // A zero in such names is called by its shape.
      case "round" -> JapaneseNumber.oneByOne(text).replace("ゼロ", "マル");
      case "telephone" ->
          Stream.of(text.split("-", -1))
              .map(JapaneseNumber::oneByOne)
              .collect(Collectors.joining("ノ"));
      case "currency" -> CURRENCIES.getOrDefault(text, "");
      case "amount" -> amount(found.group(2), found.group(3), found.group(4));
      case "vulgar" -> vulgar(found.group(1), found.group(2));
      case "minus" -> text.isEmpty() ? "" : "マイナス";
      case "raised" ->
          text.chars()
              .mapToObj(it -> String.valueOf(RAISED.indexOf(it)))
              .collect(Collectors.joining());
      case "roman" -> String.valueOf(ROMAN.indexOf(text) + 1);
      case "percent" -> text.equals("%") || text.equals("％") ? "パーセント" : text;
      case "unit" -> UNITS.getOrDefault(text.replace('²', '2').replace('³', '3'), "");
      default -> throw new IllegalArgumentException("no word {" + word + "}");
    };
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** A clock's time, or from 30 on the minutes and seconds of a length. */
  private static String time(int hours, int minutes, @Nullable String seconds) {
    if (seconds == null) {
      return hours >= 30
          ? hours + "分" + minutes + "秒"
          : hours + "時" + (minutes == 0 ? "" : minutes + "分");
    }
    return (hours < 1 ? "" : hours + "時") + minutes + "分" + number(seconds) + "秒";
  }

  /** 2½, which is 2 and 1⁄2. */
  private static String vulgar(String whole, String sign) {
    String[] parts = Normalizer.normalize(sign, Normalizer.Form.NFKC).split("⁄", -1);
    String fraction = JapaneseNumber.whole(parts[1]) + "ブンノ" + JapaneseNumber.whole(parts[0]);
    return whole.isEmpty() ? fraction : whole + "ト" + fraction;
  }

  /** 1.5 million as 150万; the word for the million stands in one of two places. */
  private static String amount(String number, @Nullable String many, @Nullable String letter) {
    int power =
        switch (String.valueOf(many == null ? letter : many).toLowerCase(Locale.ROOT)) {
          case "k", "thousand" -> 3;
          case "m", "million" -> 6;
          case "b", "bn", "billion" -> 9;
          case "t", "trillion" -> 12;
          default -> 0;
        };
    return power == 0
        ? number
        : inMyriads(new BigDecimal(number.replace(",", "")).scaleByPowerOfTen(power));
  }

  /** A value in 兆, 億 and 万, as newspapers write it. */
  private static String inMyriads(BigDecimal value) {
    StringBuilder text = new StringBuilder();
    BigDecimal rest = value;
    String[] names = {"兆", "億", "万"};
    for (int i = 0; i < names.length; i++) {
      BigDecimal[] parts = rest.divideAndRemainder(BigDecimal.ONE.scaleByPowerOfTen(12 - 4 * i));
      if (parts[0].signum() > 0) {
        text.append(parts[0].toBigInteger()).append(names[i]);
      }
      rest = parts[1];
    }
    if (rest.signum() > 0 || text.isEmpty()) {
      text.append(rest.stripTrailingZeros().toPlainString());
    }
    return text.toString();
  }
}
