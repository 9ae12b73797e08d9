package dev.zundacast.words;

import dev.zundacast.message.Message;
import java.math.BigDecimal;
import java.math.MathContext;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text another one can be held to that says it again: its figures with their units, its
 * names and quotes, and what it says is so or is not so.
 */
public final class Facts {
  private static final String UNIT =
      "(%|パーセント|ポイント|倍|割|円|ドル|ユーロ|ポンド|人|名|社|件|個|本|台|回|年|[かヶカケ][国月]|月|週|日|時間|時|分|秒|歳|位|度|点|グラム"
          + "|メートル|センチ|ミリ|(?:キロ|メガ|ギガ|テラ)?バイト|ギガ|メガ|テラ|[KMGT]?B|[kKmM]?bps|キロ|トークン|パラメータ|文字|行|ページ|種類|つ)?";

  /** Kanji that count something; 一部, 一番 and 十分 do not. */
  private static final String KANJI =
      "[二三四五六七八九十百千]+(?=倍|割|人|社|件|個|年|[かヶカ][国月]|週間|日間|時間|(?<!十)分の|秒|億|兆|万|円|パーセント|種類|つ)"
          + "|一(?=倍|割|億|兆|万|円|年|[かヶカ]月|時間|パーセント)";

  /** No figure has more parts; each would take a level of the stack. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "([$€¥£]?)((?:(?:\\d+(?:,\\d{3}){0,9}(?:\\.\\d+){0,9}|"
              + KANJI
              + ")\\s*千?[兆億万]?){1,9})\\s*"
              + UNIT);

  private static final Pattern FRACTION =
      Pattern.compile("(\\d{1,3}(?:,\\d{3}){1,9}|\\d+|[二三四五六七八九十百千]+)分の(\\d+|[一二三四五六七八九十百]+)");

  private static final Pattern IN_NAME = Pattern.compile("[A-Za-z][-._]?$");
  private static final Pattern TERM = Pattern.compile("([\\d.]+|[二三四五六七八九一十百千]+)\\s*(千?)([兆億万]?)");
  private static final Map<String, Integer> SCALES = Map.of("兆", 12, "億", 8, "万", 4);
  private static final String DIGITS = "〇一二三四五六七八九";

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("パーセント", "%"),
          Map.entry("名", "人"),
          Map.entry("バイト", "B"),
          Map.entry("キロバイト", "KB"),
          Map.entry("メガ", "MB"),
          Map.entry("メガバイト", "MB"),
          Map.entry("ギガ", "GB"),
          Map.entry("ギガバイト", "GB"),
          Map.entry("テラ", "TB"),
          Map.entry("テラバイト", "TB"),
          Map.entry("$", "ドル"),
          Map.entry("€", "ユーロ"),
          Map.entry("¥", "円"),
          Map.entry("£", "ポンド"));

  private static final Pattern HALF = Pattern.compile("半分|半額|半数|半減");
  private static final Pattern AMOUNT = Pattern.compile("過半数|倍増|[数何][十百千万億]+");
  private static final Pattern NAME =
      Pattern.compile("(?<![0-9])[A-Za-z](?:[A-Za-z0-9.+#_-]*[A-Za-z0-9+#])?");
  private static final Pattern QUOTE = Pattern.compile("[「『]([^「」『』]+)[」』]");

  private static final String[] CONTENT = {"名詞-サ変接続", "名詞-形容動詞語幹", "動詞-自立", "形容詞-自立"};

  /** Verbs that say nothing of their own. */
  private static final Set<String> EMPTY =
      Set.of(
          "する", "できる", "出来る", "ある", "いる", "なる", "ない", "くる", "いく", "行く", "やる", "いう", "言う", "思う",
          "よる");

  private static final Set<String> NOT = Set.of("ない", "ぬ", "ん", "まい");

  /** Negations that negate nothing. */
  private static final Pattern NO_NEGATION =
      Pattern.compile(
          "(?<!ませ)ん(?=だ|です|でしょ|じゃ)|かもしれ(?:ない|ません|ず)|に(?:すぎ|過ぎ)(?:ない|ません|ず)|だけ(?:で(?:は|も)?|じゃ)な(?:く|い)|のみならず|(?:に|)違い(?:ない|ありません)"
              + "|な(?:ければ|くては)(?:なら|いけ)(?:ない|ません|ず)|ざるを[得え](?:ない|ません)|しか(?:[^。、]{0,8})(?:ない|ません)");

  private static final Pattern BRACKET = Pattern.compile("\\([^()]*\\)");

  private static final Pattern PROPER =
      Pattern.compile("[\\p{IsKatakana}ー・]{3,}|[\\p{IsHan}\\p{IsKatakana}ー]{2,}");
  private static final Pattern KATAKANA = Pattern.compile("[\\p{IsKatakana}ー]{4,}");

  private final String text;
  private final List<Figure> figures = new ArrayList<>();

  /** The facts of a text. */
  public Facts(String text) {
    this.text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    FRACTION.matcher(this.text).results().map(Facts::fraction).forEach(figures::add);
    FIGURE
        .matcher(FRACTION.matcher(this.text).replaceAll(it -> " ".repeat(it.group().length())))
        .results()
        .map(this::figure)
        .forEach(figures::add);
    HALF.matcher(this.text)
        .results()
        .forEach(it -> figures.add(new Figure(it.group(), "50", "%", false)));
    AMOUNT
        .matcher(this.text)
        .results()
        .forEach(it -> figures.add(new Figure(it.group(), it.group(), "", false)));
  }

  /** What kind of fact one text has and another one lacks. */
  public enum Kind {
    FIGURE("words.number"),
    NAME("words.name"),
    QUOTE("words.quote");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  /**
   * What one text has and another one lacks.
   *
   * @param text as it is written
   */
  public record Lack(Kind kind, String text) {
    /** How people are told of it. */
    public Message said() {
      return Message.of(kind.key, text);
    }
  }

  /**
   * A number.
   *
   * @param text as it is written
   * @param number as it counts
   * @param unit what it counts, "" for nothing
   * @param ofName whether it is a part of a name: GPT-5
   */
  private record Figure(String text, String number, String unit, boolean ofName) {
    /** A bare number is said of anything. */
    boolean isSaidBy(Figure other) {
      boolean counts = unit.isEmpty() || other.unit.isEmpty() || unit.equals(other.unit);
      return counts && number.equals(other.number);
    }
  }

  private Figure figure(MatchResult match) {
    String money = match.group(1);
    String written = match.group(3) == null ? money : match.group(3);
    String unit = UNITS.getOrDefault(written, written.replaceFirst("^[ヶカケ](?=[国月])", "か"));
    String number = match.group(2).replace(",", "").strip();
    // Python 3.10 is not Python 3.1.
    boolean version = unit.isEmpty() && number.matches("[\\d.]+");
    boolean tenths = unit.equals("割");
    return new Figure(
        match.group().strip(),
        version || number.matches(".*\\..*\\..*") ? number : value(number, tenths ? 1 : 0),
        tenths ? "%" : unit,
        IN_NAME.matcher(text.substring(0, match.start())).find());
  }

  /** 4分の1 as 25 %. */
  private static Figure fraction(MatchResult match) {
    BigDecimal whole = new BigDecimal(value(match.group(1).replace(",", ""), 0));
    BigDecimal part = new BigDecimal(value(match.group(2), 2));
    String share =
        whole.signum() == 0
            ? match.group()
            : part.divide(whole, new MathContext(3)).stripTrailingZeros().toPlainString();
    return new Figure(match.group(), share, "%", false);
  }

  /** 1万2000 as 12000, 二百三十 as 230. */
  private static String value(String number, int power) {
    BigDecimal sum = BigDecimal.ZERO;
    Matcher term = TERM.matcher(number);
    while (term.find()) {
      String digits = term.group(1);
      BigDecimal value =
          Character.isDigit(digits.charAt(0))
              ? new BigDecimal(digits)
              : BigDecimal.valueOf(ofKanji(digits));
      int scale = SCALES.getOrDefault(term.group(3), 0) + 3 * term.group(2).length();
      sum = sum.add(value.scaleByPowerOfTen(scale));
    }
    return sum.scaleByPowerOfTen(power).stripTrailingZeros().toPlainString();
  }

  private static long ofKanji(String kanji) {
    long sum = 0;
    long digit = 0;
    for (int i = 0; i < kanji.length(); i++) {
      int scale = "十百千".indexOf(kanji.charAt(i));
      if (scale >= 0) {
        sum += Math.max(1, digit) * (long) Math.pow(10, scale + 1);
        digit = 0;
      } else {
        digit = DIGITS.indexOf(kanji.charAt(i));
      }
    }
    return sum + digit;
  }

  /** A text's names in Latin letters, as they are written. */
  public static Set<String> names(String text) {
    return found(NAME, 0, text);
  }

  /** What stands in 「」 and 『』 in a text. */
  public static Set<String> quotes(String text) {
    return found(QUOTE, 1, text);
  }

  private static Set<String> found(Pattern pattern, int group, String text) {
    Set<String> found = new LinkedHashSet<>();
    pattern.matcher(text).results().forEach(it -> found.add(it.group(group).strip()));
    return found;
  }

  /** Whether a word stands in the text. */
  public boolean has(String word) {
    return text.contains(word);
  }

  /** What another text says that is not in this one: figures, then names, then quotes. */
  public List<Lack> lacks(Facts other) {
    List<Lack> lacks = new ArrayList<>();
    for (Figure figure : other.figures) {
      if (!figure.ofName() && figures.stream().noneMatch(figure::isSaidBy)) {
        lacks.add(new Lack(Kind.FIGURE, figure.text()));
      }
    }
    Set<String> names = names(text.toLowerCase(Locale.ROOT));
    for (String name : names(other.text)) {
      if (!names.contains(name.toLowerCase(Locale.ROOT))) {
        lacks.add(new Lack(Kind.NAME, name));
      }
    }
    for (String quote : quotes(other.text)) {
      if (!text.contains(quote)) {
        lacks.add(new Lack(Kind.QUOTE, quote));
      }
    }
    return lacks;
  }

  /**
   * What a text says is so, and what is not, by its words' dictionary forms.
   *
   * @param affirmed what it says is so
   * @param negated what it says is not so
   * @param names names of people, places and companies, and words that no dictionary has
   */
  public record Statements(Set<String> affirmed, Set<String> negated, Set<String> names) {

    /** Whether this text says something the other way round than the other one does. */
    public boolean turns(Statements source) {
      return affirmed.stream()
              .anyMatch(
                  it -> isOf(it, affirmed, negated) && isOf(it, source.negated, source.affirmed))
          || negated.stream()
              .anyMatch(
                  it -> isOf(it, negated, affirmed) && isOf(it, source.affirmed, source.negated));
    }

    private static boolean isOf(String word, Set<String> those, Set<String> others) {
      return those.contains(word) && !others.contains(word);
    }
  }

  /** What the text states. */
  public Statements statements(Morphology morphology) {
    List<Morpheme> all =
        morphology.analyse(
            NO_NEGATION.matcher(BRACKET.matcher(text).replaceAll("")).replaceAll("だ"));
    Statements statements = new Statements(new HashSet<>(), new HashSet<>(), new HashSet<>());
    Map<String, Integer> open = new HashMap<>();
    Optional<Morpheme> before = Optional.empty();
    for (Morpheme word : all) {
      if (isName(word)) {
        statements.names().add(word.surface());
      }
      if (word.isAny(CONTENT) && !EMPTY.contains(word.base())) {
        close(open, statements);
        open.put(word.base(), 0);
      } else if (word.isAny("名詞-一般", "名詞-固有名詞")) {
        // 賢い箱ではない: what describes a thing is not negated with it.
        close(open, statements);
      } else if (isNot(word, before)) {
        open.replaceAll((head, nots) -> nots + 1);
      } else if (word.is("記号-句点")) {
        close(open, statements);
      }
      before = Optional.of(word);
    }
    close(open, statements);
    return statements;
  }

  private static boolean isName(Morpheme word) {
    boolean known = !word.reading().isEmpty();
    boolean proper = word.is("名詞-固有名詞") && known && PROPER.matcher(word.surface()).matches();
    return proper || (!known && KATAKANA.matcher(word.surface()).matches());
  }

  private static void close(Map<String, Integer> open, Statements statements) {
    open.forEach(
        (head, nots) -> (nots % 2 == 1 ? statements.negated() : statements.affirmed()).add(head));
    open.clear();
  }

  /** Behind a verb's negative form; ん stands in names, too. */
  private static boolean isNot(Morpheme word, Optional<Morpheme> before) {
    boolean negative = before.filter(it -> it.inflectionForm().startsWith("未然")).isPresent();
    boolean auxiliary = word.is("助動詞") && NOT.contains(word.base());
    boolean adjective = word.is("形容詞") && word.base().equals("ない");
    return adjective || (auxiliary && (negative || word.base().equals("ない")));
  }
}
