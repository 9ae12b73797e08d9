package dev.zundacast.script.article;

import dev.zundacast.script.article.Outline.ListOf;
import dev.zundacast.script.article.Outline.Plan;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses what is said of an article: its first and its last statement, then what is worth most for
 * its length, each with all that it needs, until the time is over. Lives for one choice.
 */
public final class Selection {
  /** What a line costs besides its characters: its pause. */
  private static final int PAUSE = 8;

  /** What each paragraph tells is worth a line before another one's second is. */
  private static final double NEW_PARAGRAPH = 1;

  /** How far what belongs together may pass the limit. */
  private static final double TOLERANCE = 1.05;

  /** How much of the time an end takes at most, with all that it needs. */
  private static final double END = 0.25;

  /** What is longer rounds nothing off. */
  private static final int CLOSING = 90;

  private final List<Statement> all;
  private final List<ListOf> lists;
  private final int most;
  private final int characters;
  private BitSet said = new BitSet();

  private Selection(Plan plan, int most, int characters) {
    this.all = plan.statements();
    this.lists = plan.lists();
    this.most = most;
    this.characters = characters;
  }

  /**
   * The places of the statements that are said.
   *
   * @param most statements
   * @param characters that there is time for
   */
  public static BitSet choose(Plan plan, int most, int characters) {
    Selection selection = new Selection(plan, most, characters);
    selection.run();
    return selection.said;
  }

  /** How many characters all of it has. */
  public static int length(Plan plan) {
    Selection selection = new Selection(plan, Integer.MAX_VALUE, Integer.MAX_VALUE);
    return selection.length(selection.everything());
  }

  private void run() {
    BitSet everything = everything();
    List<Integer> real =
        IntStream.range(0, all.size()).filter(i -> all.get(i).kind().isReal()).boxed().toList();
    boolean fits = length(everything) <= characters * TOLERANCE && everything.cardinality() <= most;
    if (fits || real.isEmpty()) {
      said = everything;
      return;
    }
    take(closed(real.get(0)), Integer.MAX_VALUE);
    List<Integer> ends =
        real.stream().filter(i -> !all.get(i).isHope() && !all.get(i).isClosing()).toList();
    int last =
        ends.stream()
            .filter(i -> all.get(i).weight() > 0 || length(closed(i)) <= characters * END)
            .reduce((before, behind) -> behind)
            .orElse(ends.isEmpty() ? real.get(real.size() - 1) : ends.get(ends.size() - 1));
    take(closed(last), most);
    for (Optional<BitSet> best = best(); best.isPresent(); best = best()) {
      said = best.get();
    }
    close();
  }

  /** What rounds the article off is said behind what was chosen, if it needs nothing else. */
  private void close() {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isClosing() && all.get(i).length() <= CLOSING) {
        BitSet more = closed(i);
        more.andNot(said);
        take(more.cardinality() == 1 ? more : new BitSet(), most);
      }
    }
  }

  private void take(BitSet more, int limit) {
    BitSet with = with(more);
    if (with.cardinality() <= limit) {
      said = with;
    }
  }

  /** All but the statements that stand for a whole list. */
  private BitSet everything() {
    BitSet everything = new BitSet();
    IntStream.range(0, all.size()).filter(this::isSaid).forEach(everything::set);
    int last = everything.length() - 1;
    // No article ends on what somebody hopes.
    while (characters < Integer.MAX_VALUE && last > 0 && all.get(last).isHope()) {
      everything.clear(last);
      last = everything.length() - 1;
    }
    return everything;
  }

  private boolean isSaid(int place) {
    Statement.Kind kind = all.get(place).kind();
    return kind != Statement.Kind.SILENT && kind != Statement.Kind.NAMES;
  }

  private BitSet with(BitSet more) {
    BitSet with = (BitSet) said.clone();
    with.or(more);
    for (ListOf list : lists) {
      boolean told = list.items().stream().anyMatch(item -> item.stream().anyMatch(with::get));
      if (told && list.names().isPresent()) {
        with.clear(list.names().getAsInt());
      }
    }
    return with;
  }

  /** The best of what fits; empty when nothing does. */
  private Optional<BitSet> best() {
    int now = length(said);
    return candidates()
        .mapToObj(this::closed)
        .map(this::with)
        .filter(it -> !it.equals(said) && gain(it) > 0)
        .filter(it -> length(it) <= limit(it) && it.cardinality() <= most)
        .max(Comparator.comparingDouble(it -> gain(it) / (length(it) - now + PAUSE)));
  }

  /** A list is whole or not at all, so that one may pass the limit a little. */
  private double limit(BitSet with) {
    boolean more =
        lists.stream().anyMatch(it -> it.items().size() > 1 && told(it, with) && !told(it, said));
    return more ? characters * TOLERANCE : characters;
  }

  private static boolean told(ListOf list, BitSet places) {
    return list.items().stream().allMatch(item -> item.stream().anyMatch(places::get));
  }

  private double gain(BitSet with) {
    double gain = 0;
    BitSet heard = new BitSet();
    said.stream().forEach(i -> heard.set(all.get(i).paragraph()));
    for (int i = with.nextSetBit(0); i >= 0; i = with.nextSetBit(i + 1)) {
      // What stands first in an article tells more.
      gain += said.get(i) ? 0 : all.get(i).weight() + 1 - i / (double) all.size();
      gain += heard.get(all.get(i).paragraph()) ? 0 : NEW_PARAGRAPH;
      heard.set(all.get(i).paragraph());
    }
    return gain;
  }

  /** A place in each of the units that may be said next. */
  private IntStream candidates() {
    // What is said already would be looked at again each time: a post of 3,000 sentences took
    // hours.
    IntStream free =
        IntStream.range(0, all.size())
            .filter(i -> !said.get(i) && isSaid(i) && !all.get(i).isClosing())
            .filter(i -> all.get(i).list() < 0 || isToldOf(all.get(i).list()));
    IntStream listed =
        lists.stream()
            .flatMapToInt(
                it -> IntStream.concat(it.names().stream(), firsts(it).stream().limit(1)));
    return IntStream.concat(free, listed);
  }

  /** Whether the items of a list are said one by one. */
  private boolean isToldOf(int list) {
    return lists.get(list).items().stream().allMatch(item -> said.get(item.get(0)));
  }

  private static BitSet firsts(ListOf list) {
    BitSet firsts = new BitSet();
    list.items().forEach(item -> firsts.set(item.get(0)));
    return firsts;
  }

  /** A statement with all that it needs, to the last of it. */
  private BitSet closed(int wanted) {
    BitSet closed = new BitSet();
    closed.set(wanted);
    int before;
    do {
      before = closed.cardinality();
      for (int i = closed.nextSetBit(0); i >= 0; i = closed.nextSetBit(i + 1)) {
        all.get(i).needs().stream()
            .filter(need -> all.get(need).kind() != Statement.Kind.SILENT)
            .forEach(closed::set);
        if (all.get(i).list() >= 0) {
          listed(i, lists.get(all.get(i).list()), closed);
        }
      }
    } while (closed.cardinality() > before);
    return closed;
  }

  /** A part of a list brings the list: its lead, and of every item the first statement. */
  private void listed(int place, ListOf list, BitSet closed) {
    list.lead().ifPresent(closed::set);
    boolean names = list.names().isPresent() && list.names().getAsInt() == place;
    boolean lead = list.lead().isPresent() && list.lead().getAsInt() == place;
    if (names || (lead && list.names().isPresent() && closed.get(list.names().getAsInt()))) {
      return;
    }
    closed.or(firsts(list));
  }

  private int length(BitSet places) {
    return places.stream().map(i -> all.get(i).length()).sum();
  }
}
