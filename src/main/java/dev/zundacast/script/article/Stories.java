package dev.zundacast.script.article;

import dev.zundacast.script.speech.Polite;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.script.speech.Sentence;
import dev.zundacast.script.speech.SpeechStyles;
import dev.zundacast.words.Facts;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sentences to what is told of them as a noun: 工房は箱を公開しました to 工房が箱を公開した話. Safe for many threads.
 */
record Stories(Rules rules, Morphology morphology, SpeechStyles styles) {
  /** A first sentence that is heard as the headline, and not again, may be as long as a line. */
  static final int LINE = 100;

  /** A story that names who did what is heard a little longer. */
  static final int STORY = 60;

  /** Nothing is told in one breath that is longer. */
  static final int MOST = 64;

  /** What a story of a matter ends with. */
  static final String ABOUT = "についての話";

  /** A sentence as a headline with all that it tells; none where it tells no news of the title. */
  List<String> whole(Statement first, String title) {
    // What is long is said in two, but heard as one headline.
    String one =
        first.texts().size() > 1
            ? new Brackets(rules, "").spoken(first.written())
            : first.texts().get(0);
    // What an article says of itself tells of a foreign title, too.
    boolean own = !rules.finds("japanese", title) && rules.finds("own-matter", one);
    if (!own && !shares(one, title)) {
      return List.of();
    }
    String text = rules.rewritten("told-news", calm(one));
    // That it is talked of, and where, is no part of the news.
    String written = rules.rewritten("told-news", calm(first.written()));
    return Stream.concat(happened(text), retold(text, title))
        .filter(
            it ->
                it.replaceAll("（[^（）]*）", "").length() <= LINE
                    && isBalanced(it)
                    && !rules.finds("no-story", it))
        .filter(it -> !it.contains("は、") && new Guard(rules).fault(written, "", it).isEmpty())
        .map(it -> quoted(it, first.written()))
        .toList();
  }

  /** A headline without the marks of quotes that are shorter than they are written. */
  private static String quoted(String headline, String written) {
    String said = headline;
    for (String quote : Facts.quotes(headline)) {
      if (!written.contains(quote)) {
        said = said.replace("「" + quote + "」", quote.replaceAll(" {2,}", " "));
      }
    }
    return said;
  }

  /** 工房は、町で箱を公開しました。 as 工房が、町で箱を公開した話. */
  private Stream<String> happened(String text) {
    Sentence sentence = Sentence.of(text, morphology);
    boolean one =
        sentence
            .subjects()
            .skip(1)
            .allMatch(it -> it.surface().equals("が") && sentence.describesBehind(it.start()));
    // Behind its subject その can only point at that, where nothing was said before.
    boolean leans = !List.of("", "inside").contains(rules.found("leans", text));
    return sentence
        .subjects()
        .limit(1)
        .filter(it -> one && !leans && isDoer(sentence))
        .flatMap(it -> styles.about(topical(text, it.start())).stream())
        .filter(it -> rules.finds("happened", it));
  }

  /** Whether が fits behind what は stands behind: 箱は町で公開しました is told of no doer. */
  private boolean isDoer(Sentence sentence) {
    return !rules.finds("no-doer", sentence.text())
        && sentence
            .subjects()
            .limit(1)
            .allMatch(
                it ->
                    !it.surface().equals("は")
                        || rules.finds("done-to", sentence.text())
                        || sentence.hasObject(it.start()));
  }

  /** 「白い箱」は、鍵で開く道具です。 as 鍵で開く道具「白い箱」の話. */
  private Stream<String> retold(String text, String title) {
    // What names another thing than the title, or tells of no kind of thing, is told of another.
    boolean kind = rules.finds("kind", text);
    return told("retold", text).stream()
        .filter(
            told ->
                rules
                    .matches("retold-name", told)
                    .allMatch(it -> kind && title.contains(it.group(1))));
  }

  /** A sentence as the rows of a stage tell it; empty where none does. */
  Optional<String> told(String stage, String text) {
    return Optional.of(rules.rewritten(stage, text)).filter(it -> !it.equals(text));
  }

  /** What a sentence tells as a noun: 「XがYを公開した話」; none where it tells no news of the title. */
  List<String> of(String text, String title, String kind) {
    Sentence sentence = Sentence.of(text, morphology);
    if (!rules.finds(kind + "-end", text) || rules.finds("leans", text) || !isDoer(sentence)) {
      return List.of();
    }
    return clauses(sentence).stream()
        .flatMap(it -> styles.about(it).stream())
        .filter(it -> it.length() <= STORY && rules.finds(kind + "-story", it))
        .filter(it -> !rules.finds("no-story", it) && isBalanced(it))
        .filter(it -> kind.equals("deed") || shares(it, title))
        .toList();
  }

  /** Whether a story holds a name of the title, or of its words two in a row. */
  static boolean shares(String story, String title) {
    // Kobako2-Sunset names two things.
    Set<String> names =
        Facts.names(title).stream()
            .flatMap(it -> Stream.concat(Stream.of(it), parts(it)))
            .filter(it -> it.length() >= 3)
            .collect(Collectors.toSet());
    String lower = story.toLowerCase(Locale.ROOT);
    boolean name = names.stream().anyMatch(it -> lower.contains(it.toLowerCase(Locale.ROOT)));
    return name || (names.isEmpty() && sharesRun(story, title, 4));
  }

  private static Stream<String> parts(String name) {
    return Stream.of(name.split("-")).filter(it -> it.matches("\\p{Lu}.{4,}"));
  }

  /** The sentence's ways to say its news, the fullest of each clause first. */
  private List<String> clauses(Sentence sentence) {
    List<Integer> commas = sentence.commas();
    int last = commas.isEmpty() ? 0 : commas.get(commas.size() - 1) + 1;
    List<Integer> markers = sentence.subjects().map(Morpheme::start).toList();
    for (int i = markers.size() - 1; i >= 0; i--) {
      int at = markers.get(i);
      // Before が may stand who does something in what describes the object.
      if (rules.finds("main-subject", sentence.text().substring(at))) {
        return shorter(clause(sentence, at, last, commas));
      }
      if (at > last && i == 0) {
        return List.of(clause(sentence, at, last, commas));
      }
    }
    return List.of();
  }

  /**
   * What a subject does by the end of the sentence.
   *
   * @param at where the subject is marked
   * @param last where the sentence's last clause begins
   */
  private String clause(Sentence sentence, int at, int last, List<Integer> commas) {
    String text = sentence.text();
    int from = before(at > last && sentence.joinsAt(last - 1) ? last - 1 : at, commas);
    String between = at > last ? "" : text.substring(at + 1, last);
    // What stands beside the object belongs to it: 工房が箱と、鍵を公開しました。
    if (at > last || rules.finds("conjunct", between)) {
      return topical(text.substring(from).strip(), at - from);
    }
    // So does who does it there: 工房は、猫が鍵を運び、箱を開ける道具を公開しました。
    Optional<String> doer = rules.matches("inner-doer", between).findFirst().map(it -> it.group(1));
    // What describes the object is nothing that the subject does: 工房が、箱を開ける道具を公開しました。
    String joint = doer.isPresent() || sentence.describesBehind(last) ? "、" : "";
    String object = joint + doer.orElse("") + text.substring(last).strip();
    return (text.substring(from, at) + "が" + object).strip();
  }

  /** Where the clause begins that a place stands in. */
  private static int before(int place, List<Integer> commas) {
    return commas.stream().filter(it -> it < place).map(it -> it + 1).reduce(0, (a, b) -> b);
  }

  /** A clause, and what is left of it where it names who does it, and to what. */
  private List<String> shorter(String clause) {
    List<String> ways = new ArrayList<>(List.of(clause));
    for (String stage : List.of("named-subject", "named-object", "head-object")) {
      ways.add(rules.rewritten(stage, ways.get(ways.size() - 1)));
    }
    return ways.stream().distinct().filter(Stories::isShort).toList();
  }

  /** Whether it is told in one breath, and nothing was left out in it that left two blanks. */
  static boolean isShort(String way) {
    return way.length() <= MOST && !way.contains("  ");
  }

  private static String topical(String clause, int marker) {
    return clause.substring(0, marker) + "が" + clause.substring(marker + 1);
  }

  /** A sentence that is cried, or ends plainly, as one that is told politely. */
  String calm(String sentence) {
    return new Polite(morphology).ended(sentence.replaceFirst("[！!]+$", "。"));
  }

  static String about(String name) {
    return name + ABOUT;
  }

  /** Whether so many characters in a row stand in both. */
  static boolean sharesRun(String one, String other, int length) {
    return IntStream.rangeClosed(0, one.length() - length)
        .anyMatch(it -> other.contains(one.substring(it, it + length)));
  }

  static boolean isBalanced(String part) {
    int open = 0;
    for (int i = 0; i < part.length(); i++) {
      char mark = part.charAt(i);
      open += "「『（([".indexOf(mark) >= 0 ? 1 : "」』）)]".indexOf(mark) >= 0 ? -1 : 0;
      if (open < 0) {
        return false;
      }
    }
    return open == 0;
  }
}
