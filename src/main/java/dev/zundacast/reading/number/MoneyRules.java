package dev.zundacast.reading.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Amounts of money, whose sign Japanese says last, and English millions. */
final class MoneyRules {
  private static final Map<String, String> CURRENCIES =
      Map.of(
          "$", "ドル", "US$", "ドル", "A$", "オーストラリアドル", "¥", "円", "€", "ユーロ", "£", "ポンド", "₩", "ウォン");

  private static final String NUMBER = "(\\d+(?:,\\d{3})*(?:\\.\\d+)?)";
  private static final String MANY = "(thousand|million|billion|trillion)";

  static final List<Rule> ALL =
      List.of(
          Rule.of(
              "(US\\$|A\\$|[$¥€£₩])\\s?"
                  + NUMBER
                  + "(?:\\s?"
                  + MANY
                  + "|([KkMmBbTt]|bn))?(?![A-Za-z])",
              found -> money(found, currency(found))),
          Rule.of("([$¥€£₩])\\s?" + NUMBER + "([万億兆千]*)", MoneyRules::japanese),
          Rule.of(
              "()" + NUMBER + "\\s?" + MANY + "(?: dollars?)()(?![A-Za-z])",
              found -> money(found, "ドル")),
          Rule.of("()" + NUMBER + "\\s?" + MANY + "()(?![A-Za-z])", found -> money(found, "")),
          Rule.of(NUMBER + "\\s?dollars?(?![A-Za-z])", found -> found.group(1) + "ドル"));

  private MoneyRules() {}

  private static String currency(MatchResult found) {
    return CURRENCIES.getOrDefault(found.group(1), "");
  }

  private static String japanese(MatchResult found) {
    return found.group(2) + found.group(3) + currency(found);
  }

  private static String money(MatchResult found, String unit) {
    String many =
        Optional.ofNullable(found.group(3))
            .or(() -> Optional.ofNullable(found.group(4)))
            .orElse("");
    return amount(found.group(2), many) + unit;
  }

  /** 1.5 million as 150万. */
  private static String amount(String number, String many) {
    int power =
        switch (many.toLowerCase(java.util.Locale.ROOT)) {
          case "k", "thousand" -> 3;
          case "m", "million" -> 6;
          case "b", "bn", "billion" -> 9;
          case "t", "trillion" -> 12;
          default -> 0;
        };
    if (power == 0) {
      return number;
    }
    BigDecimal value = new BigDecimal(number.replace(",", "")).scaleByPowerOfTen(power);
    return japanese(value);
  }

  /** A value in 兆, 億 and 万, as newspapers write it. */
  private static String japanese(BigDecimal value) {
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
