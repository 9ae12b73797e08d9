package dev.zundacast.episode;

import dev.zundacast.message.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * VOICEVOX's kana notation: accent phrases in katakana, each with {@code '} behind the mora of its
 * accent, parted by {@code /} or, with a pause, by 、; {@code _} before a mora that is whispered, ？
 * at the end of a phrase that asks. What a person set of a single mora stands behind it, which is
 * no engine's notation: {@code [+0.3]} higher, {@code [*1.2]} longer, {@code [+0.3*1.2]} both.
 */
public final class KanaNotation {
  private static final String MORA =
      "(?:[キギニヒビピミリ][ャュョェィ]|[シジチヂ][ャュョェ]|イェ|ウ[ィゥェォ]|ヴ[ァィェォャュョ]|[クグ][ヮァィゥェォ]|[スズ]ィ|[テデ][ィャュェョ]|[トド]ゥ"
          + "|ツ[ァィェォ]|フ[ァィェォ]|[ァ-ヴヶ])";

  private static final String MARK =
      "\\[(?=[+*-])([+-][0-3](?:\\.[0-9]{1,2})?)?(?:\\*([0-9](?:\\.[0-9]{1,2})?))?\\]";

  private static final Pattern SAID = Pattern.compile("(_?)(" + MORA + ")(?:" + MARK + ")?");

  /** Engines say moras of their own, too. */
  private static final Pattern SAID_ANYWHERE =
      Pattern.compile("(_?)(" + MORA + "|[^'_/、？\\[\\]])(?:" + MARK + ")?");

  /** What is wrong with a text as notation, and at which of its characters. */
  public record Fault(int at, Message found) {}

  /**
   * A mora, and how it departs from what an engine makes of it: what is added to its pitch, 0 for
   * nothing, and how many times as long it is, 1 (or 0) for as long.
   */
  public record Mora(String text, boolean devoiced, double pitch, double length) {
    public Mora {
      text = Objects.requireNonNullElse(text, "");
      length = length == 0 ? 1 : length;
    }

    /** The same as the notation has it. */
    public String print() {
      String higher = pitch == 0 ? "" : (pitch > 0 ? "+" : "") + rounded(pitch);
      String longer = length == 1 ? "" : "*" + rounded(length);
      String mark = higher + longer;
      return (devoiced ? "_" : "") + text + (mark.isEmpty() ? "" : "[" + mark + "]");
    }

    private static String rounded(double value) {
      return BigDecimal.valueOf(value)
          .setScale(2, RoundingMode.HALF_EVEN)
          .stripTrailingZeros()
          .toPlainString();
    }
  }

  /** An accent phrase: the mora that it falls behind, from 1; if a pause follows, if it asks. */
  public record Phrase(List<Mora> moras, int accent, boolean pause, boolean question) {
    public Phrase {
      moras = List.copyOf(Objects.requireNonNullElse(moras, List.of()));
    }

    private static Phrase of(String notation) {
      int accent = KanaNotation.moras(notation.replaceFirst("'.*", "")).size();
      return new Phrase(
          KanaNotation.moras(notation), accent, notation.endsWith("、"), notation.contains("？"));
    }

    private String print() {
      StringBuilder kana = new StringBuilder();
      for (int i = 0; i < moras.size(); i++) {
        kana.append(moras.get(i).print()).append(i + 1 == accent ? "'" : "");
      }
      return kana + (question ? "？" : "") + (pause ? "、" : "/");
    }
  }

  private KanaNotation() {}

  /** The accent phrases of notation. */
  public static List<Phrase> phrases(String notation) {
    return Stream.of(notation.split("(?<=[/、])"))
        .map(Phrase::of)
        .filter(phrase -> !phrase.moras().isEmpty())
        .toList();
  }

  /** Accent phrases as the notation has them. */
  public static String print(List<Phrase> phrases) {
    return phrases.stream()
        .map(Phrase::print)
        .collect(Collectors.joining())
        .replaceFirst("[/、]$", "");
  }

  /** A word in katakana as a phrase that falls behind a mora; flat, nowhere before its end. */
  public static String accented(String katakana, int accent) {
    List<Mora> moras = moras(katakana);
    int falls = accent == 0 ? moras.size() : Math.min(accent, moras.size());
    return print(List.of(new Phrase(moras, falls, /* pause= */ false, /* question= */ false)));
  }

  /** The moras of notation, or of a phrase of it, in their order. */
  public static List<Mora> moras(String notation) {
    return SAID_ANYWHERE
        .matcher(notation)
        .results()
        .map(it -> new Mora(it.group(2), !it.group(1).isEmpty(), value(it, 3, 0), value(it, 4, 1)))
        .toList();
  }

  private static double value(MatchResult mora, int group, double usual) {
    return mora.group(group) == null ? usual : Double.parseDouble(mora.group(group));
  }

  /** The notation as engines know it, without what is set of single moras. */
  public static String plain(String notation) {
    return notation.replaceAll(MARK, "");
  }

  /** Whether a text is kana notation, which no text in ordinary writing is. */
  public static boolean is(String text) {
    return text.indexOf('\'') > 0 && fault(text).isEmpty();
  }

  /** The first fault, empty for notation without one. */
  public static Optional<Fault> fault(String text) {
    int start = 0;
    for (String phrase : text.split("[/、]", -1)) {
      int end = start + phrase.length();
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
      return Optional.of(new Fault(start, Message.of("kana.noMora")));
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
        : Optional.of(new Fault(start, Message.of("kana.noAccent")));
  }

  private static Fault wrong(char c, int at, int accents) {
    String key =
        switch (c) {
          case '\'' -> accents > 0 ? "kana.secondAccent" : "kana.accentAtStart";
          case '？' -> "kana.questionInside";
          case '[' -> "kana.emptyBrackets";
          case 'ー' -> "kana.unknownMora.long";
          default -> "kana.unknownMora";
        };
    return new Fault(at, Message.of(key, c));
  }

  /** What is said, without accents and phrases; pauses stay. */
  public static String reading(String notation) {
    return plain(notation).replaceAll("['_/]", "");
  }
}
