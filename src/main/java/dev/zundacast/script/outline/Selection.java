package dev.zundacast.script.outline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Chooses what is said of an article in the time that it has: its first sentence, then what tells
 * most for its length: what is new, figures, names, consequences. What leads to what is said is
 * said too; what needs a sentence before it brings that one along.
 */
public final class Selection {
  /** One of these stands in what nobody can say: most sentences have none. */
  private static final String SIGNS = "/-(.:配";

  /** A sentence of fewer characters only names what is counted. */
  private static final int A_NAME = 26;

  /** What is counted stands so near. */
  private static final int NEAR = 6;

  private static final int LONG = 80;

  /** What an ending like なのだ adds to です: 79 characters are 80 when they are said. */
  private static final int AN_ENDING = 1;

  /** The rules by which a heading is not said. */
  private static final String HEADING = "heading";

  /** What is said before all else. */
  private static final double FIRST = 1e9;

  /** Nobody can follow more characters. */
  private static final int ENDLESS = 120;

  /** A sentence of which so much stands in one that was chosen says nothing new. */
  private static final double REPEATED = 0.85;

  /** How far an article's news may stand behind its beginning. */
  private static final int BEGINNING = 3;

  /** An article of which so much is said can do without a sentence that nobody can follow. */
  private static final int ENOUGH = 2;

  /** Where so much of its time is used, more has to be said, be it long. */
  private static final double LITTLE = 0.4;

  private static final int LONGER = 100;

  /** A longer sentence is more than an end. */
  private static final int AN_END = 64;

  private final List<Point> points;
  private final double[] seconds;
  private final Set<String> saidOnce;
  private final Map<Integer, List<Integer>> units = new LinkedHashMap<>();
  private final Map<Integer, Double> worth = new LinkedHashMap<>();
  private final Map<Integer, Set<String>> pairs = new HashMap<>();

  /** What each unit needs, which is asked of it by every one that needs it. */
  private final Map<Integer, Set<Integer>> brings = new HashMap<>();

  private final BitSet chosen;
  private final BitSet alone;

  /**
   * What is said.
   *
   * @param said the indexes of the points
   * @param alone those of them that are said without the list that they belong to
   * @param end the article's last sentence, where it is not said and could be, or else what is
   *     concluded from what it ends with: a few seconds more than the article has
   */
  public record Choice(BitSet said, BitSet alone, OptionalInt end) {
    public static final Choice NOTHING =
        new Choice(new BitSet(), new BitSet(), OptionalInt.empty());

    /** The choice with the article's last sentence: nothing else has to go for it. */
    public Choice ended() {
      BitSet all = (BitSet) said.clone();
      end.ifPresent(all::set);
      return new Choice(all, alone, OptionalInt.empty());
    }
  }

  private Selection(List<Point> points, ToDoubleFunction<Point> seconds, Set<String> saidOnce) {
    this.points = points;
    this.seconds = points.stream().mapToDouble(seconds).toArray();
    this.saidOnce = saidOnce;
    this.chosen = new BitSet(points.size());
    this.alone = new BitSet(points.size());
    Set<String> names = new HashSet<>();
    for (int i = 0; i < points.size(); i++) {
      Point point = points.get(i);
      boolean head = point.kind().isHead();
      boolean tells = point.kind() != Point.Kind.SILENT && !head;
      if (tells || (head && isShared(point))) {
        units.computeIfAbsent(point.unit(), unit -> new ArrayList<>()).add(i);
        worth.merge(point.unit(), worth(point, i, names), Double::sum);
      }
    }
  }

  private boolean isShared(Point head) {
    return points.stream().filter(p -> p.unit() == head.unit()).count() > 1;
  }

  /**
   * The points that are said.
   *
   * @param limit most points that are no headings
   * @param time seconds that they may take
   * @param saidOnce the phrases that the episode has had; those of this article are added
   */
  public static Choice choose(
      List<Point> points,
      int limit,
      double time,
      ToDoubleFunction<Point> seconds,
      Set<String> saidOnce) {
    Selection selection = new Selection(points, seconds, saidOnce);
    selection.fill(limit, time);
    selection.fillAlone(limit, time);
    selection.addHeads();
    return new Choice(selection.chosen, selection.alone, selection.end(limit));
  }

  /** How long all that may be said takes. */
  public static double length(List<Point> points, ToDoubleFunction<Point> seconds) {
    return points.stream()
        .filter(point -> point.kind() != Point.Kind.SILENT)
        .filter(point -> point.kind() != Point.Kind.COVERED)
        .mapToDouble(seconds)
        .sum();
  }

  private double worth(Point point, int index, Set<String> names) {
    if (point.kind() != Point.Kind.SENTENCE) {
      return 0.4;
    }
    String text = point.text();
    double worth = 1 + 0.7 * Math.min(2, DiscourseMarkers.FIGURE.all(text).size());
    long fresh = DiscourseMarkers.NAME.all(text).stream().filter(names::add).count();
    worth += 0.35 * Math.min(2, fresh);
    worth += DiscourseMarkers.CONSEQUENCE.in(text) ? 0.5 : 0;
    worth += DiscourseMarkers.NEWS.in(text) ? 0.5 : 0;
    worth += isOpening(index) ? 0.5 : 0;
    worth += DiscourseMarkers.ASKS_WHAT.in(text) || tellsWhat(index) ? 1 : 0;
    worth -= DiscourseMarkers.ASIDE.in(text) ? 0.4 : 0;
    worth -= DiscourseMarkers.ADDRESSED.in(text) ? 0.5 : 0;
    worth -= DiscourseMarkers.GENERAL.in(text) ? 0.6 : 0;
    worth -= DiscourseMarkers.THEY.in(text) ? 1 : 0;
    worth -= isUnsayable(text) ? 1.3 : 0;
    worth -= DiscourseMarkers.COUNTED_ALONE.in(text) ? 2 : 0;
    worth -= text.length() >= LONG * 3 / 4 ? 0.4 : 0;
    worth -= point.once().isEmpty() ? 0 : 1;
    return Math.max(0.05, text.length() >= LONG ? worth * 0.3 : worth);
  }

  private static boolean isUnsayable(String text) {
    return text.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0) && DiscourseMarkers.UNSAYABLE.in(text);
  }

  private boolean isOpening(int index) {
    return index == 0 || points.get(index - 1).paragraph() != points.get(index).paragraph();
  }

  /** Whether it stands below the question what something is. */
  private boolean tellsWhat(int index) {
    return index > 0 && DiscourseMarkers.ASKS_WHAT.in(points.get(index - 1).text());
  }

  private boolean answersWhat(int index) {
    return tellsWhat(index) && points.get(index - 1).kind() == Point.Kind.SENTENCE;
  }

  private void fill(int limit, double time) {
    List<Integer> order = new ArrayList<>(units.keySet());
    if (order.isEmpty()) {
      return;
    }
    int first = first(order);
    Map<Integer, Double> density = new LinkedHashMap<>();
    order.forEach(unit -> density.put(unit, unit == first ? FIRST : density(unit)));
    order.stream()
        .filter(it -> isDefinition(it) && !isDefined(at(it).get(0)) && !isAsLongAs(it, ENDLESS))
        .forEach(it -> density.put(it, FIRST - 1));
    order.sort(Comparator.comparingDouble((Integer unit) -> -density.getOrDefault(unit, 0.0)));
    take(order, first, limit, time, LONG);
    if (used() < time * LITTLE) {
      take(order, first, limit, time, LONGER);
    }
  }

  private double used() {
    return chosen.stream().mapToDouble(i -> seconds[i]).sum();
  }

  /** Takes units in their order while there is time, none with so long a sentence. */
  private void take(List<Integer> order, int first, int limit, double time, int longest) {
    double used = used();
    int count = chosen.cardinality();
    int definitions = 0;
    for (int unit : order) {
      Set<Integer> wanted = new TreeSet<>();
      close(unit, wanted);
      wanted.removeIf(u -> chosen.get(at(u).get(0)));
      double cost = wanted.stream().mapToDouble(this::cost).sum();
      int more = wanted.stream().mapToInt(u -> at(u).size()).sum();
      boolean fits = used + cost <= time && count + more <= limit;
      boolean must = unit == first && count == 0;
      fits &= isSayable(unit, wanted, count - definitions < ENOUGH ? ENDLESS : longest);
      if ((fits && wanted.stream().allMatch(this::isAllowed) && !isRepeated(unit)) || must) {
        wanted.forEach(u -> at(u).forEach(chosen::set));
        wanted.forEach(u -> at(u).forEach(i -> saidOnce.add(points.get(i).once())));
        used += cost;
        count += more;
        definitions += isDefinition(unit) ? 1 : 0;
      }
    }
  }

  /** Whether nothing is too long where enough is said, nor brought along that nobody follows. */
  private boolean isSayable(int unit, Set<Integer> wanted, int limit) {
    return isDefinition(unit)
        || wanted.stream()
            .filter(it -> it != unit || limit < ENDLESS)
            .noneMatch(it -> isAsLongAs(it, limit) && !isDefinition(it));
  }

  /** Where the article begins to tell: behind a sentence on the times, when none leans on that. */
  private int first(List<Integer> order) {
    for (int place = 0; place < Math.min(BEGINNING, order.size()); place++) {
      Point point = points.get(at(order.get(place)).get(0));
      boolean leans =
          DiscourseMarkers.leans(point.text()) || DiscourseMarkers.ADDS.in(point.text());
      if (place > 0 && leans) {
        break;
      }
      boolean times =
          DiscourseMarkers.TIMES.in(point.text()) && !DiscourseMarkers.NAMED.in(point.text());
      if (!times && point.kind() == Point.Kind.SENTENCE) {
        return order.get(place);
      }
    }
    return order.get(0);
  }

  /** Whether a sentence alone in its unit says what another one has said. */
  private boolean isRepeated(int unit) {
    List<Integer> at = at(unit);
    if (at.size() > 1 || points.get(at.get(0)).item() >= 0) {
      return false;
    }
    Set<String> own = pairs(at.get(0));
    Optional<String> is = whatItIs(at.get(0));
    if (is.isPresent() && chosen.stream().mapToObj(this::whatItIs).anyMatch(is::equals)) {
      return true;
    }
    return own.size() > 3
        && chosen.stream()
            .mapToObj(this::pairs)
            .anyMatch(
                other -> own.stream().filter(other::contains).count() >= REPEATED * own.size());
  }

  /** A name and what it is told to be, as the words for it end. */
  private Optional<String> whatItIs(int index) {
    return DiscourseMarkers.IS_A
        .first(points.get(index).text())
        .map(it -> it.group(1) + it.group(2));
  }

  private Set<String> pairs(int index) {
    return pairs.computeIfAbsent(index, i -> pairs(points.get(i).text()));
  }

  /** The pairs of neighbouring characters that are no kana of endings. */
  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (isContent(text.charAt(i)) && isContent(text.charAt(i + 1))) {
        pairs.add(text.substring(i, i + 2));
      }
    }
    return pairs;
  }

  private static boolean isContent(char c) {
    return Character.isLetterOrDigit(c) && !(c >= 'ぁ' && c <= 'ん');
  }

  /** Of a list that is too long as a whole, the items that tell most. */
  private void fillAlone(int limit, double time) {
    Map<Integer, List<Integer>> items = new LinkedHashMap<>();
    for (int i = 0; i < points.size(); i++) {
      if (!chosen.get(i) && points.get(i).item() >= 0) {
        items.computeIfAbsent(points.get(i).item(), item -> new ArrayList<>()).add(i);
      }
    }
    items.values().removeIf(it -> it.stream().anyMatch(i -> points.get(i).alone().isEmpty()));
    List<List<Integer>> order = new ArrayList<>(items.values());
    order.sort(Comparator.comparingDouble((List<Integer> item) -> -worthAlone(item)));
    double used = used();
    int count = chosen.cardinality();
    for (List<Integer> item : order) {
      double cost = item.stream().mapToDouble(i -> seconds[i]).sum();
      boolean allowed = item.stream().map(i -> points.get(i).once()).allMatch(this::isFresh);
      if (used + cost <= time && count + item.size() <= limit && allowed && !needsRest(item)) {
        item.forEach(chosen::set);
        item.forEach(alone::set);
        used += cost;
        count += item.size();
      }
    }
  }

  /**
   * The sentence that an article ends with, where that is not said: what any article could end with
   * only where it would break off on an item of a list or on what a word means. Otherwise what is
   * concluded from the last sentence that is said.
   */
  private OptionalInt end(int limit) {
    int last = chosen.length() - 1;
    int end = points.size() - 1;
    while (end > last && points.get(end).kind() == Point.Kind.SILENT) {
      end--;
    }
    boolean left = last >= 0 && end > last && chosen.cardinality() < limit && isEnd(end);
    if (left && (breaksOff(last) || !DiscourseMarkers.GENERAL.in(points.get(end).text()))) {
      saidOnce.add(points.get(end).once());
      return OptionalInt.of(end);
    }
    if (last >= 0 && end > last && chosen.cardinality() < limit && concludes(last + 1)) {
      saidOnce.add(points.get(last + 1).once());
      return OptionalInt.of(last + 1);
    }
    return OptionalInt.empty();
  }

  /** Whether a sentence draws the conclusion from the one before it. */
  private boolean concludes(int index) {
    return DiscourseMarkers.CONCLUDES.in(points.get(index).text()) && isOneMore(index);
  }

  /** Whether an article that ends here was not told to its end. */
  private boolean breaksOff(int last) {
    Point point = points.get(last);
    boolean listed = point.item() >= 0 || point.needs() >= 0 || at(point.unit()).size() > 1;
    return listed || DiscourseMarkers.EXPLAINS.in(point.text());
  }

  /** Whether a sentence stands for itself and may be one more. */
  private boolean isEnd(int index) {
    String text = points.get(index).text();
    boolean leans = DiscourseMarkers.leans(text) || DiscourseMarkers.ADDS.in(text) || goesOn(index);
    return !leans && isOneMore(index);
  }

  /** Whether a sentence belongs to no list and is so short that it may be one more. */
  private boolean isOneMore(int index) {
    Point point = points.get(index);
    boolean sentence = point.kind() == Point.Kind.SENTENCE && point.text().length() <= AN_END;
    boolean alone = point.item() < 0 && point.needs() < 0 && at(point.unit()).size() == 1;
    return sentence && alone && isFresh(point.once());
  }

  /** Whether a word is explained that nothing says. */
  private boolean isUnusedTerm(String text, int index) {
    return DiscourseMarkers.TERM
        .first(text)
        .filter(
            term ->
                chosen.stream()
                    .filter(i -> i < index)
                    .noneMatch(i -> points.get(i).text().contains(term.group(1))))
        .isPresent();
  }

  private boolean isFresh(String once) {
    return once.isEmpty() || !saidOnce.contains(once);
  }

  /** Whether nobody would follow an item without the rest of its list. */
  private boolean needsRest(List<Integer> item) {
    String begins = points.get(item.get(0)).alone();
    return DiscourseMarkers.leans(begins)
        || !DiscourseMarkers.TELLS_WHO.in(begins)
        || DiscourseMarkers.PART.in(begins)
        || DiscourseMarkers.STEP.in(begins)
        || Background.isTold(begins)
        || DiscourseMarkers.LEADS_TO_PARTS.in(lead(item).text())
        || isUnusedTerm(begins, item.get(0));
  }

  /** The point that leads to the list of an item. */
  private Point lead(List<Integer> item) {
    return points.get(at(points.get(item.get(0)).unit()).get(0));
  }

  private double worthAlone(List<Integer> item) {
    Set<String> names = new HashSet<>();
    return item.stream().mapToDouble(i -> worth(points.get(i), i, names)).average().orElse(0);
  }

  /** これは、… right behind the first sentence: without it nobody knows what the article is about. */
  private boolean isDefinition(int unit) {
    List<Integer> at = at(unit);
    List<Integer> before = units.keySet().stream().limit(2).toList();
    boolean second =
        before.indexOf(unit) == 1 && DiscourseMarkers.DEFINES.in(points.get(at.get(0)).text());
    return isSentence(at) && (second || isDefined(at.get(0)));
  }

  /** Whether it is one sentence, whole or cut, and no list. */
  private boolean isSentence(List<Integer> at) {
    return at.stream()
        .map(points::get)
        .allMatch(it -> it.kind() == Point.Kind.SENTENCE && it.item() < 0);
  }

  private boolean isAsLongAs(int unit, int limit) {
    // A list is not left out for it.
    int most = at(unit).size() > 1 ? limit : limit - AN_ENDING;
    return at(unit).stream().anyMatch(i -> points.get(i).text().length() >= most);
  }

  private List<Integer> at(int unit) {
    return units.getOrDefault(unit, List.of());
  }

  private boolean isAllowed(int unit) {
    return at(unit).stream().map(i -> points.get(i).once()).allMatch(this::isFresh);
  }

  private double density(int unit) {
    double worth = this.worth.getOrDefault(unit, 0.0);
    return worth / at(unit).size() / Math.pow(cost(unit) / at(unit).size(), 0.35);
  }

  private double cost(int unit) {
    return at(unit).stream().mapToDouble(i -> seconds[i]).sum();
  }

  /** The unit, and all that it needs. */
  private void close(int unit, Set<Integer> wanted) {
    if (units.containsKey(unit) && wanted.add(unit)) {
      brings.computeIfAbsent(unit, this::bringsAlong).forEach(it -> close(it, wanted));
    }
  }

  /** The units without which nobody follows this one. */
  private Set<Integer> bringsAlong(int unit) {
    List<Integer> at = at(unit);
    int first = at.get(0);
    Point point = points.get(first);
    Set<Integer> brings = new LinkedHashSet<>();
    if (point.needs() >= 0) {
      brings.add(point.needs());
    }
    at.stream()
        .filter(this::isToldForTheNext)
        .forEach(i -> after(i).map(Point::unit).ifPresent(brings::add));
    if (isSentence(at) && DiscourseMarkers.COUNTS.in(point.text())) {
      brings.addAll(counted(first));
    }
    introduced(first).ifPresent(brings::add);
    boolean adds = DiscourseMarkers.ADDS.in(point.text()) && !isOpening(first);
    boolean begins = at.size() > 1 && DiscourseMarkers.BEGINS.in(point.text());
    if (adds || answersWhat(first) || leans(first) || begins) {
      before(first)
          .filter(it -> !begins || it.text().length() < LONG)
          .map(Point::unit)
          .ifPresent(brings::add);
    }
    if (DiscourseMarkers.THESE.in(point.text()) && first > 1) {
      before(first)
          .flatMap(it -> before(at(it.unit()).get(0)))
          .map(Point::unit)
          .ifPresent(brings::add);
    }
    return brings;
  }

  /** The point behind this one that may be said. */
  private Optional<Point> after(int index) {
    return points.subList(index + 1, points.size()).stream()
        .filter(it -> units.containsKey(it.unit()))
        .findFirst();
  }

  /** The point before this one that may be said. */
  private Optional<Point> before(int index) {
    return IntStream.iterate(index - 1, i -> i >= 0, i -> i - 1)
        .mapToObj(points::get)
        .filter(it -> units.containsKey(it.unit()))
        .findFirst();
  }

  /** The unit that introduces what a sentence is about: a short name, a team or a quoted name. */
  private OptionalInt introduced(int index) {
    String text = points.get(index).text();
    Optional<Matcher> brief = DiscourseMarkers.SHORT_NAME.first(text);
    if (brief.isPresent()) {
      return unitOfFirst(index, "[（(]" + brief.get().group(1) + "(?![A-Za-z0-9])", Point::source);
    }
    Optional<Matcher> team = DiscourseMarkers.TEAM.first(text);
    if (team.isPresent()) {
      return unitOfFirst(index, team.get().group(1) + "(?![\\p{IsKatakana}ー])", Point::text);
    }
    return DiscourseMarkers.ABOUT_A_NAME
        .first(text)
        .map(it -> unitOfFirst(index, Pattern.quote("「" + it.group(1) + "」"), Point::text))
        .orElse(OptionalInt.empty());
  }

  /** The unit of the first point before this one in which an expression is found. */
  private OptionalInt unitOfFirst(int index, String regex, Function<Point, String> field) {
    Pattern pattern = Pattern.compile(regex);
    return IntStream.range(0, index)
        .filter(i -> pattern.matcher(field.apply(points.get(i))).find())
        .map(i -> points.get(i).unit())
        .findFirst();
  }

  private boolean leans(int index) {
    return DiscourseMarkers.leans(points.get(index).text()) || goesOn(index);
  }

  /** Whether it names nothing that it could be about but what the sentence before it is about. */
  private boolean goesOn(int index) {
    return index > 0
        && !isOpening(index)
        && points.get(index).item() < 0
        && points.get(index - 1).kind() == Point.Kind.SENTENCE
        && tellsWho(points.get(index - 1).text())
        && DiscourseMarkers.isAboutNothing(points.get(index).text());
  }

  private static boolean tellsWho(String text) {
    return DiscourseMarkers.TELLS_WHO.in(text) || DiscourseMarkers.RESULTS_FROM_IT.in(text);
  }

  /** Whether これは、… tells what the sentence before it only names. */
  private boolean isDefined(int index) {
    return index > 0
        && DiscourseMarkers.DEFINES.in(points.get(index).text())
        && DiscourseMarkers.INTRODUCES.in(points.get(index - 1).text());
  }

  /** Whether a sentence is told only for what the next one says. */
  private boolean isToldForTheNext(int index) {
    if (index + 1 >= points.size() || points.get(index).kind() != Point.Kind.SENTENCE) {
      return false;
    }
    String text = points.get(index).text();
    String next = points.get(index + 1).text();
    boolean concedes = DiscourseMarkers.CONCEDES.in(text) && DiscourseMarkers.AGAINST.in(next);
    boolean told =
        DiscourseMarkers.ASKS.in(text)
            || DiscourseMarkers.PROMISES.in(text)
            || (text.length() < DiscourseMarkers.ANNOUNCEMENT
                && DiscourseMarkers.ANNOUNCES.in(text))
            || DiscourseMarkers.SEEMS.in(text)
            || next.startsWith("なぜなら")
            || isNamedForTheNext(index);
    return concedes || told || isSolved(index) || isDefined(index + 1);
  }

  /** Whether it only names what the next sentence tells of, or is a part of that. */
  private boolean isNamedForTheNext(int index) {
    Point next = points.get(index + 1);
    if (next.kind() != Point.Kind.SENTENCE || isOpening(index + 1)) {
      return false;
    }
    Point point = points.get(index);
    boolean named =
        DiscourseMarkers.ENDS_ON_A_NAME.in(point.text())
            || DiscourseMarkers.IS_KIND.in(next.text());
    boolean part =
        DiscourseMarkers.PLAIN_VERB.in(point.source()) && DiscourseMarkers.SUCH_A.in(next.text());
    boolean compared =
        DiscourseMarkers.COMPARES.in(point.text()) && DiscourseMarkers.RESULTS.in(next.text());
    return named || part || compared || DiscourseMarkers.DENIES.in(point.text());
  }

  /** Whether what is told next, which may stand below a heading, is the remedy for it. */
  private boolean isSolved(int index) {
    boolean remedy = after(index).filter(it -> DiscourseMarkers.SOLVES.in(it.text())).isPresent();
    // One of several is told without its remedy, too.
    return remedy
        && (!isBehindCount(index) || DiscourseMarkers.PROBLEM.in(points.get(index).text()));
  }

  private boolean isBehindCount(int index) {
    return index > 0 && DiscourseMarkers.COUNTS.in(points.get(index - 1).text());
  }

  /** Whether what stands right below a question is said. */
  private boolean isAnswered(int question) {
    int next = question + 1;
    while (next < points.size() && points.get(next).kind() == Point.Kind.SILENT) {
      next++;
    }
    return chosen.get(next);
  }

  /** Whether what is said first below a heading says what the heading says. */
  private boolean isCovered(int heading) {
    int said = chosen.nextSetBit(heading + 1);
    return said >= 0
        && SentenceMarks.covers(points.get(said).text(), points.get(heading).source())
        && !isCountedBehind(said);
  }

  /** Whether several are counted behind a sentence that does not tell what they are. */
  private boolean isCountedBehind(int index) {
    int next = chosen.nextSetBit(index + 1);
    return next >= 0
        && points.get(next).item() >= 0
        && DiscourseMarkers.COUNTS.in(points.get(next).text())
        && !DiscourseMarkers.ANNOUNCES.in(points.get(index).text());
  }

  /** Whether so much of a list is said that something may lead to it. */
  private boolean isAnySaid(int unit) {
    List<Integer> said = at(unit).stream().filter(chosen::get).toList();
    boolean whole = said.stream().anyMatch(i -> !alone.get(i));
    return whole || said.stream().map(i -> points.get(i).item()).distinct().count() > 1;
  }

  /** What a sentence needs that is one of several: the one before it, and what is told of it. */
  private List<Integer> counted(int index) {
    List<Integer> brings = new ArrayList<>();
    int before = index - 1;
    boolean first = DiscourseMarkers.FIRST_OF_ALL.in(points.get(index).text());
    int end = first ? before : Math.max(0, index - NEAR);
    while (before > end && !DiscourseMarkers.COUNTS.in(points.get(before).text())) {
      before--;
    }
    if (before >= 0) {
      brings.add(points.get(before).unit());
    }
    boolean named = points.get(index).text().length() <= A_NAME;
    if (named && index + 1 < points.size()) {
      brings.add(points.get(index + 1).unit());
    }
    return brings;
  }

  /** Whether what is said below a heading is what it says: of two things both, of a trouble one. */
  private boolean isMet(int heading) {
    StringBuilder below = new StringBuilder();
    for (int i = heading + 1; i < points.size() && !isSection(i); i++) {
      below.append(chosen.get(i) ? points.get(i).text() : "");
    }
    return HeadingTopics.areMet(points.get(heading), below.toString());
  }

  private boolean isSection(int index) {
    return points.get(index).kind().isHead() && !isShared(points.get(index));
  }

  /** Headings that something below them is said of: right below, or more than one sentence. */
  private void addHeads() {
    List<Integer> below = new ArrayList<>();
    for (int i = points.size() - 1; i >= 0; i--) {
      Point point = points.get(i);
      if (point.rules().stream().anyMatch(it -> it.startsWith(HEADING)) && !point.kind().isHead()) {
        below.clear();
      } else if (!point.kind().isHead()) {
        if (chosen.get(i)) {
          below.add(point.paragraph());
        }
      } else {
        boolean led = below.contains(point.paragraph()) || below.size() > 1;
        led &= isMet(i);
        led &= point.kind() != Point.Kind.COVERED || !isCovered(i);
        boolean answered = point.kind() != Point.Kind.QUESTION || isAnswered(i);
        if (isShared(point)
            ? answered && isAnySaid(point.unit()) && !below.isEmpty()
            : led && answered) {
          chosen.set(i);
        }
        below.clear();
      }
    }
  }
}
