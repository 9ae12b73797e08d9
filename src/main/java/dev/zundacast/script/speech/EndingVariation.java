package dev.zundacast.script.speech;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets sentences that follow each other end differently, by the rows of {@code NAME-endings.tsv}: a
 * character's other ends that say neither more nor less. Lives for one article.
 */
public final class EndingVariation {
  private static final String ALWAYS = "always";
  private static final String ALTERNATE = "alternate";
  private static final String THIRD = "third";
  private static final String FIFTH = "fifth";
  private static final String ALIKE = "alike";

  /** What others say is no sign of what the sentence tells. */
  private static final Pattern QUOTED = Pattern.compile("「[^「」]*」");

  private static final String LOUD = "！";

  /** A line of so many is called out where nothing is grave. */
  private static final int CALLED = 4;

  /** Another end makes no line so long. */
  private static final int TIRING = 80;

  /** Nobody hears more ends alike than this without noticing. */
  private static final int MOST_ALIKE = 4;

  private final List<Way> ways;
  private final int seed;
  private final List<String> ends = new ArrayList<>();
  private int sinceCalled = CALLED;

  /**
   * Another end.
   *
   * @param when always, alternate where the sentence before ends otherwise, third and fifth for
   *     what two and four alike before it are followed by, or alike for ends that count as one
   * @param about what the sentence has to say for it
   */
  private record Way(String when, Pattern end, String instead, Pattern about, Pattern not) {
    boolean fits(String sentence) {
      return end.matcher(sentence).find()
          && about.matcher(QUOTED.matcher(sentence).replaceAll("")).find()
          && !not.matcher(sentence).find();
    }

    String said(String sentence) {
      return end.matcher(sentence).replaceFirst(instead);
    }
  }

  private EndingVariation(List<Way> ways, int seed) {
    this.ways = ways;
    this.seed = seed;
  }

  /** The other ends of a way of speaking, for one article by its seed. */
  public static IntFunction<EndingVariation> of(List<Path> folders, String style) {
    String file = style + "-endings.tsv";
    Map<String, String> sets = Rules.sets(folders);
    List<Way> ways = new ArrayList<>();
    for (Table.Row row : Table.layered(folders, file).rows()) {
      ways.add(
          new Way(
              row.cell(0),
              Table.expression(row, "(?:" + row.cell(1) + ")$"),
              row.cell(2),
              Rules.pattern(row, row.cell(3), sets),
              Rules.pattern(row, row.cell(4).isEmpty() ? "(?!)" : row.cell(4), sets)));
    }
    return seed -> new EndingVariation(ways, seed);
  }

  /**
   * The sentence with an end that suits those before it.
   *
   * @param cried whether it may be cried
   */
  public String vary(String sentence, boolean cried) {
    Stream<String> alternate = ways(ALTERNATE, sentence).filter(it -> alike(end(it)) == 0);
    Stream<String> first = Stream.concat(ways(ALWAYS, sentence), alternate);
    String own = calm(first.findFirst().orElse(sentence), cried);
    // By the sentence itself, so that a new one before it leaves its end alone.
    int choice = sentence.hashCode() + seed;
    String end = end(own);
    String heard = alike(end) >= 2 ? unlike(own, end, choice, cried).orElse(own) : own;
    boolean fifth = alike(end(heard)) >= MOST_ALIKE;
    String last = calm(fifth ? ways(FIFTH, heard).findFirst().orElse(heard) : heard, cried);
    ends.add(end(last));
    sinceCalled = last.endsWith(LOUD) ? 0 : sinceCalled + 1;
    return last;
  }

  private Stream<String> ways(String when, String sentence) {
    return ways.stream()
        .filter(way -> way.when().equals(when) && way.fits(sentence))
        .map(way -> way.said(sentence))
        .filter(it -> it.length() < TIRING || sentence.length() >= TIRING);
  }

  /** Without the call where it may be none, or another one was heard so shortly before. */
  private String calm(String sentence, boolean cried) {
    return sentence.endsWith(LOUD) && (!cried || sinceCalled < CALLED - 1)
        ? sentence.substring(0, sentence.length() - 1) + "。"
        : sentence;
  }

  /** How a sentence ends: by its last kana and its mark, unless a row makes several ends one. */
  private String end(String sentence) {
    return ways.stream()
        .filter(way -> way.when().equals(ALIKE) && way.end().matcher(sentence).find())
        .map(Way::instead)
        .findFirst()
        .orElse(sentence.substring(Math.max(0, sentence.length() - 2)));
  }

  /** How many right before this one have the same end. */
  private int alike(String end) {
    int count = 0;
    while (count < ends.size() && ends.get(ends.size() - 1 - count).equals(end)) {
      count++;
    }
    return count;
  }

  /** An end that is heard as another one: んだよ ends a row of よ no more than よ does. */
  private Optional<String> unlike(String sentence, String end, int choice, boolean cried) {
    List<String> all =
        ways(THIRD, sentence)
            .map(it -> calm(it, cried))
            .filter(it -> !end(it).equals(end))
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(Math.floorMod(choice, all.size())));
  }
}
