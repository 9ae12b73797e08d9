package dev.zundacast.voice.engine;

import dev.zundacast.episode.SpokenLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A long text to parts that an engine speaks well: halves at the strongest mark, the nearest to the
 * middle, until every part is short enough. Engines take gigabytes for long texts, and flatten
 * their melody.
 */
public final class TextParts {
  /** Users of engines report trouble from about 150 characters on. */
  static final int LONGEST = 120;

  /** The pause that engines make at a comma, which a seam between two parts has to match. */
  private static final int COMMA_MILLIS = 360;

  /** What the two parts at a seam bring along: 0.1 s at the end of one and before the next. */
  private static final double ENGINE_SILENCE_MILLIS = 200;

  private static final String CLOSING = "」』）)】〉》”\"";

  /** Behind it the pause is longer. */
  private static final String SENTENCE_MARKS = "。！？!?";

  private static final Pattern SENTENCE_END =
      Pattern.compile("[" + SENTENCE_MARKS + "][" + CLOSING + "]*\\z");

  /** Marks by strength; a part ends behind its mark and the brackets that close there. */
  private static final List<Pattern> MARKS =
      Stream.of(SENTENCE_MARKS, "、，；：:;", "・ 　」）)…―/").map(TextParts::ending).toList();

  /** Marks with what closes behind them, but those inside of a number. */
  private static Pattern ending(String marks) {
    String mark = "[" + marks + "]";
    return Pattern.compile(
        "(?:(?<!\\p{Nd})" + mark + "|" + mark + "(?!\\p{Nd}))[" + marks + CLOSING + "]*");
  }

  private TextParts() {}

  static List<String> of(String text) {
    List<String> parts = new ArrayList<>();
    split(text.strip(), parts);
    return parts;
  }

  /** Silence to put between the parts of a line, in ms: none for a line of one part. */
  public static List<Integer> gaps(SpokenLine line) {
    List<String> parts = of(line.spoken());
    double speed = line.line().overrides().applyTo(line.voice().parameters()).speed();
    List<Integer> gaps = new ArrayList<>();
    for (String part : parts.subList(0, Math.max(0, parts.size() - 1))) {
      boolean sentence = endsSentence(part);
      double heard = sentence ? line.voice().pauses().sentence() : COMMA_MILLIS / speed;
      gaps.add((int) Math.max(0, Math.round(heard - ENGINE_SILENCE_MILLIS / speed)));
    }
    return gaps;
  }

  private static void split(String text, List<String> parts) {
    if (text.length() <= LONGEST) {
      if (!text.isBlank()) {
        parts.add(text);
      }
      return;
    }
    int at = cut(text);
    split(text.substring(0, at).strip(), parts);
    split(text.substring(at).strip(), parts);
  }

  /** Whether a part ends with a sentence, behind which the pause is longer. */
  static boolean endsSentence(String text) {
    return SENTENCE_END.matcher(text).find();
  }

  private static int cut(String text) {
    for (Pattern marks : MARKS) {
      Optional<Integer> nearest =
          marks
              .matcher(text)
              .results()
              .map(MatchResult::end)
              .filter(end -> end < text.length())
              .min(Comparator.comparingInt(end -> Math.abs(2 * end - text.length())));
      if (nearest.isPresent()) {
        return nearest.get();
      }
    }
    int middle = text.length() / 2;
    return Character.isLowSurrogate(text.charAt(middle)) ? middle + 1 : middle;
  }
}
