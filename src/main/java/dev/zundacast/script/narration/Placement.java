package dev.zundacast.script.narration;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.script.narration.Narration.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which part of an episode each sentence of a narration belongs to: 0 is the opening, then the
 * articles, last what follows them. The parts come in their order; of all ways to cut the narration
 * so, the one is taken in which most sentences sound like what their articles tell. Where a person
 * marked an article, what stands under a mark stays there; behind the last mark an ending may
 * begin.
 */
final class Placement {
  private static final double IMPOSSIBLE = -1e9;

  // What a sentence that sounds like an article is worth lies between 0 and 5.
  private static final double OF_TITLE = 2;
  private static final double WHOLE_TITLE = 6;
  private static final double SEPARATED = 3;
  private static final double CUE = 4 / 3.0;
  private static final double ENDS = 5;
  private static final double ENDS_SOON = 2.5;
  private static final double ENDS_UNSAID = -6;
  private static final double EARLY_END = -4;
  private static final double SUMS_UP = 5;
  private static final double GOODBYE = 3;
  private static final double SKIPPED = -5;

  /** An opening and an ending name what the articles tell, too. */
  private static final double NAMED = 0.8;

  private static final double OPENING_NAMED = 0.6;
  private static final double LAST_NAMED = 0.5;
  private static final double TOLD = 0.7;
  private static final int AHEAD = 4;

  /** Where fewer articles are told apart, what they share still tells that one of them is meant. */
  private static final int FEW = 3;

  private final List<Sentence> sentences;
  private final int articles;
  private final double[][] alike;
  private final double[][] titles;

  Placement(List<Sentence> sentences, List<Article> articles, Sound sound) {
    this.sentences = sentences;
    this.articles = articles.size();
    List<Set<String>> ofTitles = new ArrayList<>();
    List<Set<String>> ofTexts = new ArrayList<>();
    Map<String, Integer> articlesOf = new HashMap<>();
    for (Article article : articles) {
      Set<String> title = sound.grams(article.title());
      Set<String> text = new HashSet<>();
      for (Block block : article.blocks()) {
        text.addAll(sound.grams(block.text()));
      }
      ofTitles.add(title);
      ofTexts.add(text);
      Set<String> all = new HashSet<>(title);
      all.addAll(text);
      all.forEach(gram -> articlesOf.merge(gram, 1, Integer::sum));
    }
    this.alike = new double[sentences.size()][this.articles];
    this.titles = new double[sentences.size()][this.articles];
    for (int i = 0; i < sentences.size(); i++) {
      Set<String> grams = sound.grams(sentences.get(i).text() + sentences.get(i).lead());
      for (int a = 0; a < this.articles; a++) {
        double sum = 0;
        int ofTitle = 0;
        for (String gram : grams) {
          boolean titled = ofTitles.get(a).contains(gram);
          ofTitle += titled ? 1 : 0;
          if (titled || ofTexts.get(a).contains(gram)) {
            double rare =
                Math.log((Math.max(this.articles, FEW) + 1.0) / articlesOf.getOrDefault(gram, 1));
            sum += rare * (titled ? OF_TITLE : 1);
          }
        }
        alike[i][a] = sum / Math.sqrt(grams.size() + 4.0);
        titles[i][a] = ofTitle / Math.max(1.0, ofTitles.get(a).size());
      }
    }
  }

  /** How much these sentences sound like an article, from 1, in all. */
  double alike(List<Integer> places, int article) {
    return places.stream().mapToDouble(i -> alike[i][article - 1]).sum();
  }

  /** How much of an article's title a sentence says, from 0 to 1. */
  double ofTitle(int place, int article) {
    return titles[place][article - 1];
  }

  /**
   * The part of each sentence.
   *
   * @param marks the part that begins with a sentence, -1 where that is not known
   */
  int[] parts(int[] marks) {
    int last = articles + 1;
    int many = sentences.size();
    double[][] best = new double[many][last + 1];
    int[][] from = new int[many][last + 1];
    int[] under = under();
    for (int i = 0; i < many; i++) {
      for (int part = 0; part <= last; part++) {
        best[i][part] = IMPOSSIBLE;
        for (int before = part; before >= 0; before--) {
          double value = before(best, i, before, part);
          // What a person marked begins there.
          boolean late = marks[i] >= 0 && before == part && i > 0 && part > 0;
          if (value > best[i][part] && !late) {
            best[i][part] = value;
            from[i][part] = before;
          }
        }
        boolean held = under[i] >= 0 && under[i] != part;
        boolean here = !held && (marks[i] < 0 || marks[i] == part);
        boolean ends =
            part == last && sentences.stream().skip(i).allMatch(it -> it.part().isEmpty());
        best[i][part] += here || ends ? worth(i, part) : IMPOSSIBLE;
      }
    }
    int[] parts = new int[many];
    int told = under[many - 1] >= 0 ? under[many - 1] : articles;
    int part = best[many - 1][last] > best[many - 1][told] ? last : told;
    for (int i = many - 1; i >= 0; i--) {
      parts[i] = part;
      part = from[i][part];
    }
    return parts;
  }

  /** The part whose mark each sentence stands under, -1 for none or where no article is marked. */
  private int[] under() {
    int[] under = new int[sentences.size()];
    int mark = -1;
    boolean any = false;
    for (int i = 0; i < under.length; i++) {
      mark = Math.min(sentences.get(i).part().orElse(mark), articles + 1);
      any |= mark > 0 && mark <= articles;
      under[i] = mark;
    }
    return any ? under : IntStream.range(0, under.length).map(i -> -1).toArray();
  }

  /** What it is worth to be in one part behind another. */
  private double before(double[][] best, int place, int before, int part) {
    double known = place > 0 ? best[place - 1][before] : before == 0 ? 0 : IMPOSSIBLE;
    if (before == part) {
      return known;
    }
    return known + beginning(place, part) + SKIPPED * (part - before - 1);
  }

  /** What a sentence is worth in a part, wherever that begins. */
  private double worth(int place, int part) {
    String text = sentences.get(place).text();
    double most = IntStream.range(0, articles).mapToDouble(a -> alike[place][a]).max().orElse(0);
    if (part == 0) {
      boolean greets = place < 3;
      boolean announces = Cues.has("announces", text) && place < 0.4 * sentences.size();
      return 0.2 + OPENING_NAMED * most + (greets ? 0.6 : 0) + (announces ? 1 : 0);
    }
    if (part <= articles) {
      return alike[place][part - 1];
    }
    double others =
        IntStream.range(0, articles - 1).mapToDouble(a -> alike[place][a]).max().orElse(0);
    boolean bye = Cues.has("goodbye", text) && place > 0.6 * sentences.size();
    return NAMED * others + LAST_NAMED * alike[place][articles - 1] + (bye ? GOODBYE : 0);
  }

  /** How clearly a part begins with a sentence, or with one of the next behind it. */
  private double beginning(int place, int part) {
    double value = sentences.get(place).begins() ? SEPARATED : 0;
    if (part > articles) {
      return value + ending(place);
    }
    double cue = IMPOSSIBLE;
    double title = 0;
    for (int i = place; i < Math.min(sentences.size(), place + AHEAD); i++) {
      if (i > place && sentences.get(i).begins()) {
        break;
      }
      String said = sentences.get(i).lead() + "\n" + sentences.get(i).text();
      cue = Math.max(cue, CUE * Cues.opens(said, part, articles) * Math.pow(0.8, i - place));
      title = Math.max(title, titles[i][part - 1] * Math.pow(0.9, i - place));
    }
    return value + cue + WHOLE_TITLE * title + (place == 0 ? -3 : 0);
  }

  private double ending(int place) {
    String text = sentences.get(place).text();
    boolean soon =
        sentences.stream()
            .skip(place)
            .limit(3)
            .map(Sentence::text)
            .anyMatch(it -> Cues.has("ends", it));
    double value =
        Cues.has("ends", text)
            ? ENDS
            : soon ? ENDS_SOON : Cues.has("goodbye", text) ? 0 : ENDS_UNSAID;
    long told = IntStream.range(0, articles).filter(a -> alike[place][a] >= TOLD).count();
    boolean all = articles > 1 && told >= Math.max(2, articles - 1);
    value += all && Cues.has("TODAY", text) ? SUMS_UP : 0;
    return value + (place < 0.5 * sentences.size() ? EARLY_END : 0);
  }
}
