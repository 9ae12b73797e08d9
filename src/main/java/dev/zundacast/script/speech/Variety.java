package dev.zundacast.script.speech;

import dev.zundacast.words.Search;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lets sentences that follow each other end differently, by the rows of {@code NAME-endings.tsv}: a
 * character's other ends that say neither more nor less. Lives for one article.
 */
public final class Variety {
  private static final String ALWAYS = "always";
  private static final String ALIKE = "alike";
  private static final Pattern MARKS = Pattern.compile("[。！？!?]+$");

  /** Two of so many sentences end otherwise of their own. */
  private static final int OFTEN = 7;

  private final List<Way> ways;
  private final List<Way> alike;
  private final int seed;
  private final List<String> ends = new ArrayList<>();

  /**
   * Another end.
   *
   * @param when always, how many alike may stand in a row before, or alike for ends that count as
   *     one
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
    this.ways = ways.stream().filter(way -> !way.when().equals(ALIKE)).toList();
    this.alike = ways.stream().filter(way -> way.when().equals(ALIKE)).toList();
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
              Table.expression(row, "(?:" + row.cell(1) + ")$", Search::of),
              row.cell(2),
              Table.expression(row, row.cell(3), Search::of),
              Table.expression(row, row.cell(4).isEmpty() ? "(?!)" : row.cell(4), Search::of)));
    }
    return seed -> new Variety(ways, seed);
  }

  /** The sentence with an end that suits those before it. */
  public String vary(String sentence) {
    String own = always(sentence);
    int choice = Math.floorMod(sentence.hashCode() + seed, OFTEN * OFTEN);
    // By the sentence itself, so that a new one before it leaves its end alone.
    boolean otherwise = choice % OFTEN >= OFTEN - 2 && own.equals(sentence);
    String said = otherwise ? one(others(own), choice).orElse(own) : own;
    String heard = isThird(said) ? unlike(own, end(said), choice + 1).orElse(said) : said;
    ends.add(end(heard));
    return heard;
  }

  private String always(String sentence) {
    return ways.stream()
        .filter(way -> way.when().equals(ALWAYS) && way.fits(sentence))
        .map(way -> way.said(sentence))
        .findFirst()
        .orElse(sentence);
  }

  /** How a sentence ends: by its last kana and its mark, unless a row makes several ends one. */
  private String end(String sentence) {
    return alike.stream()
        .filter(way -> way.end().in(sentence))
        .map(Way::instead)
        .findFirst()
        .orElse(sentence.substring(Math.max(0, sentence.length() - 2)));
  }

  /** Whether two before this one end like it. */
  private boolean isThird(String sentence) {
    int last = ends.size() - 1;
    return last >= 1
        && ends.get(last).equals(end(sentence))
        && ends.get(last - 1).equals(end(sentence));
  }

  /** An end that is heard as another one: んだよ ends a row of よ no more than よ does. */
  private Optional<String> unlike(String sentence, String end, int choice) {
    Stream<String> all = Stream.concat(Stream.of(sentence), others(sentence));
    return one(all.filter(it -> !end(it).equals(end)), choice);
  }

  private Stream<String> others(String sentence) {
    return ways.stream()
        .filter(way -> !way.when().equals(ALWAYS) && way.fits(sentence))
        .filter(way -> MARKS.matcher(sentence).find())
        .map(way -> way.said(sentence));
  }

  private static Optional<String> one(Stream<String> ends, int choice) {
    List<String> all = ends.toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(choice % all.size()));
  }
}
