package dev.zundacast.reading.number;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;

/** Numbers with Latin letters behind them: 7B, 8x7B, 3D, 1st, 25μm, 100ms. */
final class SizeRules {
  private static final String NUMBER = "(\\d+(?:,\\d{3})*(?:\\.\\d+)?)";
  private static final String NO_LETTER = "(?![A-Za-z\\d])";

  /** Units by their sign; capitals count (M is million in a model's size, m a metre). */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("B", "ビー"),
          Map.entry("b", "ビー"),
          Map.entry("M", "エム"),
          Map.entry("K", "ケー"),
          Map.entry("k", "ケー"),
          Map.entry("T", "ティー"),
          Map.entry("ms", "ミリ秒"),
          Map.entry("μs", "マイクロ秒"),
          Map.entry("µs", "マイクロ秒"),
          Map.entry("us", "マイクロ秒"),
          Map.entry("ns", "ナノ秒"),
          Map.entry("s", "秒"),
          Map.entry("sec", "秒"),
          Map.entry("min", "分"),
          Map.entry("h", "時間"),
          Map.entry("hr", "時間"),
          Map.entry("KB", "キロバイト"),
          Map.entry("kB", "キロバイト"),
          Map.entry("MB", "メガバイト"),
          Map.entry("GB", "ギガバイト"),
          Map.entry("TB", "テラバイト"),
          Map.entry("PB", "ペタバイト"),
          Map.entry("KiB", "キビバイト"),
          Map.entry("MiB", "メビバイト"),
          Map.entry("GiB", "ギビバイト"),
          Map.entry("TiB", "テビバイト"),
          Map.entry("MB/s", "メガバイト毎秒"),
          Map.entry("GB/s", "ギガバイト毎秒"),
          Map.entry("TB/s", "テラバイト毎秒"),
          Map.entry("kbps", "キロビーピーエス"),
          Map.entry("Mbps", "メガビーピーエス"),
          Map.entry("Gbps", "ギガビーピーエス"),
          Map.entry("Tbps", "テラビーピーエス"),
          Map.entry("Hz", "ヘルツ"),
          Map.entry("kHz", "キロヘルツ"),
          Map.entry("MHz", "メガヘルツ"),
          Map.entry("GHz", "ギガヘルツ"),
          Map.entry("THz", "テラヘルツ"),
          Map.entry("W", "ワット"),
          Map.entry("kW", "キロワット"),
          Map.entry("MW", "メガワット"),
          Map.entry("GW", "ギガワット"),
          Map.entry("TW", "テラワット"),
          Map.entry("Wh", "ワット時"),
          Map.entry("kWh", "キロワット時"),
          Map.entry("MWh", "メガワット時"),
          Map.entry("GWh", "ギガワット時"),
          Map.entry("TWh", "テラワット時"),
          Map.entry("V", "ボルト"),
          Map.entry("mV", "ミリボルト"),
          Map.entry("kV", "キロボルト"),
          Map.entry("A", "アンペア"),
          Map.entry("mA", "ミリアンペア"),
          Map.entry("mAh", "ミリアンペアアワー"),
          Map.entry("Pa", "パスカル"),
          Map.entry("hPa", "ヘクトパスカル"),
          Map.entry("kPa", "キロパスカル"),
          Map.entry("MPa", "メガパスカル"),
          Map.entry("nm", "ナノメートル"),
          Map.entry("μm", "マイクロメートル"),
          Map.entry("µm", "マイクロメートル"),
          Map.entry("mm", "ミリメートル"),
          Map.entry("cm", "センチメートル"),
          Map.entry("m", "メートル"),
          Map.entry("km", "キロメートル"),
          Map.entry("km/h", "キロメートル毎時"),
          Map.entry("m/s", "メートル毎秒"),
          Map.entry("mm2", "平方ミリメートル"),
          Map.entry("cm2", "平方センチメートル"),
          Map.entry("m2", "平方メートル"),
          Map.entry("km2", "平方キロメートル"),
          Map.entry("cm3", "立方センチメートル"),
          Map.entry("m3", "立方メートル"),
          Map.entry("ch", "チャンネル"),
          Map.entry("g", "グラム"),
          Map.entry("mg", "ミリグラム"),
          Map.entry("kg", "キログラム"),
          Map.entry("t", "トン"),
          Map.entry("L", "リットル"),
          Map.entry("ml", "ミリリットル"),
          Map.entry("mL", "ミリリットル"),
          Map.entry("dB", "デシベル"),
          Map.entry("fps", "エフピーエス"),
          Map.entry("dpi", "ディーピーアイ"),
          Map.entry("px", "ピクセル"),
          Map.entry("pt", "ポイント"),
          Map.entry("rpm", "アールピーエム"),
          Map.entry("bit", "ビット"),
          Map.entry("bits", "ビット"),
          Map.entry("bytes", "バイト"),
          Map.entry("TOPS", "トップス"),
          Map.entry("TFLOPS", "テラフロップス"),
          Map.entry("PFLOPS", "ペタフロップス"),
          Map.entry("EFLOPS", "エクサフロップス"),
          Map.entry("℃", "度"),
          Map.entry("°C", "度"),
          Map.entry("°", "度"),
          Map.entry("tokens/s", "トークン毎秒"),
          Map.entry("tokens/sec", "トークン毎秒"),
          Map.entry("token/s", "トークン毎秒"),
          Map.entry("tok/s", "トークン毎秒"),
          Map.entry("tps", "ティーピーエス"));

  /** The longest first, so that GB/s is no GB. */
  private static final String UNIT =
      UNITS.keySet().stream()
          .sorted(SizeRules::longestFirst)
          .map(unit -> unit.replace("2", "[2²]").replace("3", "[3³]"))
          .collect(Collectors.joining("|", "(", ")"));

  /** What stands before a unit in the place of a number; a single letter may be a name's. */
  private static final String SOME = "(?<=[数何十百千万億])";

  static final List<Rule> ALL =
      List.of(
          Rule.of(SOME + "()(?=[A-Za-z][A-Za-z]|[mg])" + UNIT + NO_LETTER, SizeRules::size),
          // An L behind a name is a size's letter: Hailo 8L.
          Rule.of("(?<=[A-Za-z] )(\\d+)L" + NO_LETTER, found -> english(found.group(1)) + "エル"),
          Rule.of("(\\d+)x(\\d+(?:\\.\\d+)?)B" + NO_LETTER, SizeRules::experts),
          Rule.of("(\\d+)\\s?[x×✕]\\s?(?=\\d)", found -> found.group(1) + "カケル"),
          Rule.of(NUMBER + "x" + NO_LETTER, found -> times(found.group(1))),
          Rule.of("(\\d+)(on|in|to)(\\d+)" + NO_LETTER, SizeRules::oneOnOne),
          Rule.of("(\\d+)(?:st|nd|rd|th)" + NO_LETTER, SizeRules::ordinal),
          Rule.of(NUMBER + "\\s?" + UNIT + NO_LETTER, SizeRules::size),
          // 3D and 5G, 2FA and 3DS are names, 8GPU counts.
          Rule.of("(\\d|10)(?=[DG]" + NO_LETTER + ")", found -> english(found.group(1))),
          Rule.of(
              "(\\d|10)(?=(?!GPU|CPU|TPU|PC|API|LLM|AI|(?<!1)S?L?DK)[A-Z]{2,})",
              found -> english(found.group(1))));

  private SizeRules() {}

  private static int longestFirst(String one, String other) {
    int longer = Integer.compare(other.length(), one.length());
    return longer != 0 ? longer : one.compareTo(other);
  }

  /** A unit with an ordinary digit for its power. */
  private static String plain(String unit) {
    return unit.replace('²', '2').replace('³', '3');
  }

  private static String size(MatchResult found) {
    return found.group(1) + UNITS.getOrDefault(plain(found.group(2)), "");
  }

  private static String experts(MatchResult found) {
    return english(found.group(1)) + "バイ" + english(found.group(2)) + "ビー";
  }

  /** 4x is said in English, 3.2x and 100x count. */
  private static String times(String number) {
    return EnglishNumber.small(number).map(small -> small + "エックス").orElse(number + "倍");
  }

  private static String oneOnOne(MatchResult found) {
    String between = Map.of("on", "オン", "in", "イン", "to", "トゥ").getOrDefault(found.group(2), "");
    return english(found.group(1)) + between + english(found.group(3));
  }

  private static String ordinal(MatchResult found) {
    return EnglishNumber.ordinal(found.group(1)).orElseGet(() -> found.group(1) + "番目");
  }

  private static String english(String number) {
    return EnglishNumber.small(number).orElse(number);
  }
}
