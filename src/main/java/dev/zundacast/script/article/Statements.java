package dev.zundacast.script.article;

import dev.zundacast.script.article.Statement.Kind;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.words.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Collects the statements of one article and finds what each leans on. Lives for one article. */
final class Statements {
  private static final double TITLE = 3;

  /** A line that is too long is taken where there is nothing better. */
  private static final double LONG = 2;

  /** What helps against what was just said to be hard. */
  private static final double ANSWER = 1.5;

  /** What says again what was said before makes room for what was not. */
  private static final double SAID_AGAIN = 1.5;

  /** Of a sentence that says nothing new so much stands before it. */
  private static final double KNOWN_SHARE = 0.8;

  /** Fewer pairs of signs are too few to tell that. */
  private static final int KNOWN_PAIRS = 12;

  /** A sentence with more of the title tells what the article is about. */
  private static final double OF_TITLE = 0.4;

  private final String title;
  private final Rules rules;
  private final List<Statement> all = new ArrayList<>();
  private final Map<String, Integer> sources = new HashMap<>();
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> terms = new HashMap<>();
  private int paragraph;

  /** The pairs of signs of the sentences before. */
  private final Set<String> heard = new HashSet<>();

  /** Whether what stands before was not said, and more than a call. */
  private boolean gone;

  /** The last statement that tells something, or -1. */
  private int real = -1;

  /** The last one that says itself which of several it is, or -1. */
  private int nth = -1;

  Statements(String title, Rules rules) {
    this.title = title;
    this.rules = rules;
  }

  void newParagraph() {
    paragraph++;
  }

  List<Statement> all() {
    return List.copyOf(all);
  }

  /** Whether one statement says what helps against another, and can be said without it. */
  boolean isAnswer(int place, int to) {
    return rules.finds("trouble", all.get(to).written()) && !all.get(place).needs().contains(to);
  }

  boolean isSilent(int place) {
    return all.get(place).kind() == Kind.SILENT;
  }

  /** The place of the sentence that the paragraph before this one ends with. */
  OptionalInt before() {
    boolean ends = real >= 0 && !gone && all.get(real).paragraph() == paragraph - 1;
    return ends ? OptionalInt.of(real) : OptionalInt.empty();
  }

  /** A sentence that only says that there is something, or announces it, awaits the list of it. */
  void leadsTo(int place, int item) {
    if (rules.finds("there-is", text(place)) || rules.finds("awaits", all.get(place).written())) {
      all.get(place).needs().add(item);
    }
  }

  /** What is said at a place. */
  String text(int place) {
    return String.join("", all.get(place).texts());
  }

  /** The place of what is added next. */
  int next() {
    return all.size();
  }

  /** The places of those from one on that may be said. */
  List<Integer> said(int from) {
    return IntStream.range(from, all.size()).filter(it -> !isSilent(it)).boxed().toList();
  }

  int silent(String written, String why) {
    // What only calls to the reader told nothing that others may lean on.
    gone = !rules.finds("call", written);
    return put(written, List.of(written), "", Kind.SILENT, 0, -1, List.of("left out: " + why));
  }

  void add(String text, Kind kind, String rule) {
    int place = put(text, List.of(text), "", kind, 0.5, -1, List.of(rule));
    if (real >= 0) {
      all.get(place).needs().add(real);
    }
    real = kind == Kind.QUOTE ? place : real;
  }

  int lead(String written, Speech.Spoken spoken, int list) {
    gone = false;
    int place = put(written, spoken.texts(), "", Kind.LEAD, 1, list, spoken.rules());
    if (real >= 0 && rules.finds("leans", spoken.first())) {
      all.get(place).needs().add(real);
    }
    if (real >= 0 && rules.finds("awaits", all.get(real).written())) {
      all.get(real).needs().add(place);
    }
    return place;
  }

  int names(String text, int list) {
    return put("NAMES " + text, List.of(text), "", Kind.NAMES, 0.5, list, List.of("names"));
  }

  int sentence(String written, Speech.Spoken spoken, String label, int list) {
    // What counts the items of a list leans on no sentence of the one before.
    boolean counts = list >= 0 && rules.finds("nth", spoken.first());
    if (gone && label.isEmpty() && !counts && rules.finds("leans", spoken.first())) {
      return silent(written, "leans on what is not said");
    }
    gone = false;
    boolean firm = spoken.rules().contains(Statement.HOPE_OFF);
    String told = firm ? String.join("", spoken.texts()) : written;
    double ofTitle = shared(title, told, 1);
    double weight = 1 + rules.weight("weight", told) + TITLE * ofTitle;
    boolean solves =
        real >= 0
            && all.get(real).paragraph() == paragraph
            && rules.finds("trouble", all.get(real).written());
    weight += solves ? ANSWER : 0;
    weight -= list < 0 && ofTitle < OF_TITLE && isHeard(told) ? SAID_AGAIN : 0;
    heard.addAll(pairs(told));
    weight -= spoken.texts().stream().filter(it -> it.length() > Splitter.LONGEST).count() * LONG;
    List<String> used = new ArrayList<>(spoken.rules());
    if (rules.finds(Statement.HOPE, told)) {
      used.add(Statement.HOPE);
    }
    int place = put(written, spoken.texts(), label, Kind.SENTENCE, weight, list, used);
    if (label.isEmpty() && real >= 0) {
      lean(place, all.get(real), spoken);
    }
    introduce(place, written);
    pointBack(place, spoken.first());
    count(place, spoken.first());
    real = place;
    return place;
  }

  /** Whether the sentences before say it already; a reason or a promise tells more than they. */
  private boolean isHeard(String told) {
    return shared(told, heard::contains, KNOWN_PAIRS) >= KNOWN_SHARE
        && !rules.finds("answers", told)
        && !rules.finds("awaits", told);
  }

  /** Who hears of the fourth wants to hear of the third, and of what is said of it. */
  private void count(int place, String text) {
    if (rules.finds("nth", text)) {
      if (nth >= 0 && rules.found("leans", text).equals("ordinal")) {
        all.get(place).needs().add(nth);
      } else if (real >= 0 && rules.finds("awaits", all.get(real).written())) {
        all.get(place).needs().add(real);
      }
      nth = place;
    } else if (nth >= 0 && real == nth) {
      all.get(place).needs().add(nth);
    }
  }

  private void lean(int place, Statement before, Speech.Spoken spoken) {
    boolean same = before.paragraph() == paragraph;
    boolean next = same || (before.paragraph() == paragraph - 1 && all.get(place).list() < 0);
    // What joins it on goes where that is not said: また、この箱は、… is この箱は、… then.
    String bare = rules.rewritten("joins-off", spoken.first());
    boolean back = rules.finds("leans", bare) || rules.finds("leans-back", bare);
    boolean answers = same && rules.finds("question", before.written());
    if (back || answers || (same && !spoken.hasTopic())) {
      all.get(place).needs().add(real);
    }
    String asked = before.written();
    boolean pair = rules.finds("turns", spoken.first());
    boolean trouble = next && before.list() < 0 && rules.finds("trouble", asked);
    boolean explained = same && rules.finds("explained", asked + "\t" + spoken.first());
    if (pair || trouble || explained || rules.finds("awaits", asked)) {
      before.needs().add(place);
    }
  }

  /** A name or term that something is told of needs the sentence that says what it is. */
  private void introduce(int place, String written) {
    for (String name : Facts.names(written)) {
      Integer first = names.putIfAbsent(name, place);
      boolean known = first == null || title.contains(name);
      int at = written.indexOf(name);
      boolean starts = at < 6 && written.startsWith("は", at + name.length());
      if (!known && name.length() > 2 && starts) {
        all.get(place).needs().add(first);
      }
    }
    terms.forEach(
        (term, first) -> {
          if (written.contains(term) && !title.contains(term)) {
            all.get(place).needs().add(first);
          }
        });
    rules
        .matches("introduces", written)
        .map(it -> it.group(1))
        .filter(it -> !rules.finds("common-name", it))
        .forEach(it -> terms.putIfAbsent(it, place));
  }

  /** 蓋を閉め、この箱を運びます。 needs what tells of the box, wherever in the sentence it points. */
  private void pointBack(int place, String text) {
    rules
        .matches("points-at", text)
        .filter(it -> !text.substring(0, it.start()).contains(it.group(1)))
        .flatMap(it -> lastWith(it.group(1), place).stream())
        .forEach(all.get(place).needs()::add);
  }

  private Optional<Integer> lastWith(String noun, int before) {
    return said(0).stream()
        .filter(it -> it < before && all.get(it).paragraph() >= paragraph - 1)
        .filter(it -> all.get(it).written().contains(noun))
        .reduce((first, last) -> last);
  }

  /** How much of a text's words another one has; none where the text has fewer pairs of signs. */
  static double shared(String text, String other, int least) {
    return shared(text, other::contains, least);
  }

  private static double shared(String text, Predicate<String> other, int least) {
    List<String> pairs = pairs(text);
    return pairs.size() < least ? 0 : (double) pairs.stream().filter(other).count() / pairs.size();
  }

  private static List<String> pairs(String text) {
    return IntStream.range(1, text.length())
        .filter(i -> isContent(text.charAt(i - 1)) && isContent(text.charAt(i)))
        .mapToObj(i -> text.substring(i - 1, i + 1))
        .toList();
  }

  static boolean isContent(char c) {
    return Character.isLetterOrDigit(c) && !(c >= 'ぁ' && c <= 'ん');
  }

  private int put(
      String written,
      List<String> texts,
      String label,
      Kind kind,
      double weight,
      int list,
      List<String> used) {
    int nth = sources.merge(written, 1, Integer::sum);
    String source = nth == 1 ? written : written + "\n#" + nth;
    // What it makes no sense without is found with those that come behind it, too.
    Set<Integer> needs = new HashSet<>();
    String said = String.join("", texts);
    int told = said.length() - Brackets.glosses(rules, written, said);
    int length = rules.rewritten("gloss-off", label).length() + told;
    all.add(
        new Statement(
            source, written, texts, label, length, kind, paragraph, needs, weight, list, used));
    return all.size() - 1;
  }
}
