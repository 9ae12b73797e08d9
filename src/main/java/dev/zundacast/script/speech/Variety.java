package dev.zundacast.script.speech;

import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets sentences that follow each other end differently, by the rows of {@code NAME-endings.tsv}: a
 * character's other ends that say neither more nor less. Lives for one article.
 */
public final class Variety {
  private static final String ALWAYS = "always";
  private static final Pattern MARKS = Pattern.compile("[。！？!?]+$");

  /** Two of so many sentences end otherwise of their own. */
  private static final int OFTEN = 7;

  private final List<Way> ways;
  private final int seed;
  private final List<String> ends = new ArrayList<>();

  /**
   * Another end.
   *
   * @param when always, or how many alike may stand in a row before
   * @param about what the sentence has to say for it
   */
  private record Way(String when, Search end, String instead, Search about, Search not) {
    boolean fits(String sentence) {
      return end.in(sentence) && about.in(sentence) && !not.in(sentence);
    }

    String said(String sentence) {
      return end.pattern().matcher(sentence).replaceFirst(instead);
    }
  }

  private Variety(List<Way> ways, int seed) {
    this.ways = ways;
    this.seed = seed;
  }

  /**
   * The other ends of a way of speaking, for one article by its seed: the same one chooses alike.
   */
  public static IntFunction<Variety> of(List<Path> folders, String style) {
    String file = style + "-endings.tsv";
    if (!Table.exists(folders, file)) {
      return seed -> new Variety(List.of(), seed);
    }
    List<Way> ways = new ArrayList<>();
    for (Table.Row row : Table.layered(folders, file).rows()) {
      ways.add(
          new Way(
              row.cell(0),
              Search.of("(?:" + row.cell(1) + ")$"),
              row.cell(2),
              Search.of(row.cell(3)),
              Search.of(row.cell(4).isEmpty() ? "(?!)" : row.cell(4))));
    }
    return seed -> new Variety(ways, seed);
  }

  /** The sentence with an end that suits those before it. */
  public String vary(String sentence) {
    String said = sentence;
    for (Way way : ways) {
      if (way.when().equals(ALWAYS) && way.fits(said)) {
        said = way.said(said);
        break;
      }
    }
    int choice = Math.floorMod(sentence.hashCode() + seed, OFTEN * OFTEN);
    // By the sentence itself, so that a new one before it leaves its end alone.
    if (choice % OFTEN >= OFTEN - 2 && said.equals(sentence)) {
      said = other(said, choice);
    }
    if (isThird(said)) {
      said = unlike(said, choice + 1);
    }
    ends.add(end(said));
    return said;
  }

  /** The last kana and the mark tell how a sentence ends. */
  private static String end(String sentence) {
    return sentence.substring(Math.max(0, sentence.length() - 2));
  }

  /** Whether two before this one end like it. */
  private boolean isThird(String sentence) {
    int last = ends.size() - 1;
    return last >= 1
        && ends.get(last).equals(end(sentence))
        && ends.get(last - 1).equals(end(sentence));
  }

  private String other(String sentence, int choice) {
    return one(others(sentence), sentence, choice);
  }

  /** An end that is heard as another one: んだよ ends a row of よ no more than よ does. */
  private String unlike(String sentence, int choice) {
    String end = end(sentence);
    return one(others(sentence).filter(it -> !end(it).equals(end)), sentence, choice);
  }

  private Stream<String> others(String sentence) {
    return ways.stream()
        .filter(way -> !way.when().equals(ALWAYS) && way.fits(sentence))
        .map(way -> way.said(sentence));
  }

  private static String one(Stream<String> others, String sentence, int choice) {
    List<String> said = MARKS.matcher(sentence).find() ? others.toList() : List.of();
    return said.isEmpty() ? sentence : said.get(choice % said.size());
  }
}
