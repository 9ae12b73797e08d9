package dev.zundacast.rewrite;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text can be checked letter by letter: its figures with their units, its Latin words and
 * what it quotes.
 */
final class Facts {
  private static final String UNIT =
      "(%|パーセント|ポイント|倍|割|億|兆|万|千|円|ドル|ユーロ|人|名|社|件|個|本|台|回|年|[かヶカケ]月|月|週|日|時間|時|分|秒|歳|位|度|点|グラム|キロ|メートル|センチ|ミリ"
          + "|[KMGT]?B|[kKmM]?bps|トークン|パラメータ|文字|行|ページ|種類|つ)?";
  private static final Pattern FIGURE =
      Pattern.compile("(\\d+(?:,\\d{3})*(?:\\.\\d+)*)\\s*" + UNIT);

  /** Kanji that count something; 一部 and 一番 do not. */
  private static final Pattern KANJI_FIGURE =
      Pattern.compile(
          "[二三四五六七八九十百千]+(?=倍|割|人|社|件|個|年|[かヶカ]月|週間|日間|時間|分の|秒|億|兆|万|円|パーセント|種類|つ)"
              + "|一(?=倍|割|億|兆|万|円|年|[かヶカ]月|時間|パーセント)");

  private static final Pattern AMOUNT = Pattern.compile("半分|半額|半数|過半数|倍増|数[十百千万億]+|何[十百千万億]+");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9.+#_-]*");
  private static final Pattern QUOTE = Pattern.compile("[「『]([^「」『』]*)[」』]");
  private static final String DIGITS = "〇一二三四五六七八九";

  private final String text;
  private final Set<String> figures = new HashSet<>();
  private final Set<String> bare = new HashSet<>();
  private final Set<String> latin = new HashSet<>();

  private Facts(String text) {
    this.text = text;
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      String number = figure.group(1).replace(",", "");
      figures.add(number + unit(figure.group(2)));
      (figure.group(2) == null ? bare : figures).add(number);
    }
    Matcher word = LATIN.matcher(text);
    while (word.find()) {
      latin.add(name(word.group()));
    }
  }

  static Facts of(String text) {
    return new Facts(plain(text));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static String unit(@org.jspecify.annotations.Nullable String unit) {
    if (unit == null) {
      return "";
    }
    return unit.equals("パーセント") ? "%" : unit.replaceFirst("^[ヶカケ]月", "か月");
  }

  private static String name(String word) {
    return word.toLowerCase(Locale.ROOT).replaceFirst("[.+#_-]+$", "");
  }

  /** What a sentence states and this text does not. */
  List<String> missing(String sentence) {
    String said = plain(sentence);
    List<String> missing = new ArrayList<>();
    figures(said, missing);
    kanji(said, missing);
    Matcher amount = AMOUNT.matcher(said);
    while (amount.find()) {
      add(missing, text.contains(amount.group()), "the amount " + amount.group());
    }
    Matcher word = LATIN.matcher(said);
    while (word.find()) {
      add(missing, latin.contains(name(word.group())), "the name " + word.group());
    }
    Matcher quote = QUOTE.matcher(said);
    while (quote.find()) {
      add(missing, text.contains(quote.group(1).strip()), "the quote " + quote.group());
    }
    return missing;
  }

  private void figures(String said, List<String> missing) {
    Matcher figure = FIGURE.matcher(said);
    while (figure.find()) {
      String number = figure.group(1).replace(",", "");
      String unit = unit(figure.group(2));
      boolean there = figures.contains(number + unit) || bare.contains(number);
      add(missing, there, "the number " + figure.group().strip());
    }
  }

  private void kanji(String said, List<String> missing) {
    Matcher figure = KANJI_FIGURE.matcher(said);
    while (figure.find()) {
      boolean there = text.contains(figure.group()) || isNumber(value(figure.group()));
      add(missing, there, "the number " + figure.group());
    }
  }

  private boolean isNumber(long value) {
    return figures.contains(Long.toString(value)) || bare.contains(Long.toString(value));
  }

  /** 二百三十 as 230. */
  private static long value(String kanji) {
    long sum = 0;
    long digit = 0;
    for (int i = 0; i < kanji.length(); i++) {
      char c = kanji.charAt(i);
      int scale = "十百千".indexOf(c);
      if (scale >= 0) {
        sum += Math.max(1, digit) * (long) Math.pow(10, scale + 1);
        digit = 0;
      } else {
        digit = DIGITS.indexOf(c);
      }
    }
    return sum + digit;
  }

  private static void add(List<String> missing, boolean there, String what) {
    if (!there) {
      missing.add(what);
    }
  }
}
