package dev.zundacast.script.article;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.script.article.Statement.Kind;
import dev.zundacast.script.speech.Rules;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An article to the statements that may be made of it, with what each makes no sense without. Lives
 * for one article.
 */
public final class Outline {
  private final Rules rules;
  private final Speech speech;
  private final Statements statements;
  private final Labels labels;
  private final List<ListOf> lists = new ArrayList<>();

  /** A heading or label that nothing has said yet. */
  private String heading = "";

  /** Whether the sentences of a list tell what is to be done. */
  private boolean acts;

  /** Whether the article ends with what is told now. */
  private boolean ends;

  /** A sentence that leads to the list which comes next, "" for none. */
  private String lead = "";

  private Outline(Article article, Rules rules, Morphology morphology) {
    this.rules = rules;
    this.speech = new Speech(article, rules, morphology);
    this.statements = new Statements(article.title(), rules);
    this.labels = new Labels(rules, morphology);
  }

  /**
   * What may be said of an article.
   *
   * @param statements in the order of the post
   * @param lists those of them that are lists
   */
  public record Plan(List<Statement> statements, List<ListOf> lists) {}

  /**
   * A list of an article by the places of its statements.
   *
   * @param lead what leads to it
   * @param items the statements of each item
   * @param names the one statement that says the names of all items
   */
  record ListOf(OptionalInt lead, List<List<Integer>> items, OptionalInt names) {}

  public static Plan of(Article article, Rules rules, Morphology morphology) {
    Outline outline = new Outline(article, rules, morphology);
    Interrupted interrupted = new Interrupted(rules, outline.labels);
    List<Node> nodes = Node.of(interrupted.joined(article.blocks()), rules);
    for (int i = 0; i < nodes.size(); i++) {
      outline.ends = i == nodes.size() - 1;
      outline.node(
          nodes.get(i), i + 1 < nodes.size() ? Optional.of(nodes.get(i + 1)) : Optional.empty());
    }
    return new Plan(outline.statements.all(), outline.lists);
  }

  private void node(Node node, Optional<Node> next) {
    statements.newParagraph();
    if (node instanceof Node.Head head) {
      heading = labels.bare(head.text());
    } else if (node instanceof Node.Items items && items.items().size() > 1) {
      list(items);
      heading = "";
    } else if (node instanceof Node.Items items) {
      single(items.items().get(0));
      heading = "";
    } else if (node instanceof Node.Text text) {
      int items = next.map(it -> it instanceof Node.Items list ? list.items().size() : 0).orElse(0);
      long before = statements.said();
      block(text.block(), items);
      // A list may be led to by a heading of whose text nothing is said, or that names its items.
      boolean leads =
          statements.said() == before
              || (rules.finds("names", heading) && next.filter(this::isTold).isPresent());
      heading = items > 0 && leads ? heading : "";
    }
  }

  /** Whether a list names things and tells of each. */
  private boolean isTold(Node node) {
    return node instanceof Node.Items list
        && list.items().stream().map(labels::row).allMatch(Labels.Row::tells);
  }

  /**
   * @param items how many a list has that follows, 0 for none
   */
  private void block(Block block, int items) {
    switch (block.kind()) {
      case CODE -> statements.add(block.text(), Kind.CODE, "code");
      case IMAGE -> statements.add(block.text(), Kind.IMAGE, "image");
      case TABLE_ROW -> statements.silent(block.text(), "a table");
      case QUOTE ->
          speech.sentences(block.text()).forEach(it -> statements.add(it, Kind.QUOTE, "quote"));
      default -> paragraph(block.text(), items);
    }
  }

  private void paragraph(String text, int items) {
    List<String> sentences = speech.sentences(text);
    for (int i = 0; i < sentences.size(); i++) {
      boolean last = i == sentences.size() - 1;
      if (items > 0 && last && rules.finds("lead", items + "\t" + sentences.get(i))) {
        heading = "";
        lead = sentences.get(i);
      } else {
        String topic = i == 0 ? labels.topic(heading, sentences.get(i)) : "";
        String closing = ends && last ? speech.closing(sentences.get(i)) : sentences.get(i);
        sentence(sentences.get(i), topic + closing, "", -1);
      }
    }
  }

  private int sentence(String written, String label, int list) {
    return sentence(written, acts ? speech.acted(written) : written, label, list);
  }

  private int sentence(String written, String text, String label, int list) {
    Speech.Spoken spoken = speech.spoken(text);
    if (spoken.texts().isEmpty()) {
      return statements.silent(written, spoken.why());
    }
    if (!text.equals(written) && text.equals(speech.closing(written))) {
      spoken.rules().add(Statement.CLOSING);
    }
    return statements.sentence(written, spoken, label, list);
  }

  /** A list of one is text, and what leads to it is said as it is. */
  private void single(Node.Item item) {
    if (!lead.isEmpty()) {
      sentence(lead, "", -1);
      lead = "";
    }
    Labels.Row row = labels.row(item);
    List<Integer> places = new ArrayList<>();
    item(row, "", -1, places);
    inside(rest(item, row), -1, places);
  }

  private void list(Node.Items node) {
    acts =
        speech.acts(
            node.items().stream()
                .flatMap(it -> Stream.concat(Stream.of(it.block()), it.inside().stream()))
                .flatMap(it -> speech.sentences(it.text()).stream())
                .toList());
    items(node);
    acts = false;
  }

  private void items(Node.Items node) {
    List<Labels.Row> rows = node.items().stream().map(labels::row).toList();
    int number = lists.size();
    OptionalInt told = statements.before();
    OptionalInt head = announce(rows.size(), number);
    Optional<String> together = labels.together(rows, head.isPresent());
    if (together.isPresent()
        && rows.stream().allMatch(row -> row.body().isEmpty())
        && node.items().stream().allMatch(item -> item.inside().isEmpty())) {
      int place = sentence(together.get(), "", number);
      lists.add(new ListOf(head, List.of(List.of(place)), OptionalInt.empty()));
      return;
    }
    OptionalInt names =
        together
            .filter(it -> head.isPresent())
            .map(it -> statements.names(it, number))
            .orElse(OptionalInt.empty());
    boolean counted =
        head.isPresent()
            && !rules.finds("looks", statements.text(head.getAsInt()))
            && rows.stream().allMatch(row -> row.isLabelled());
    boolean all =
        rows.stream().allMatch(this::isNamed)
            && (rows.stream().anyMatch(this::isAlone)
                || rows.stream().noneMatch(labels::isDefined));
    boolean steps = head.isPresent() && rows.size() > 1 && rows.stream().allMatch(this::isPlain);
    boolean things = head.isEmpty() && rows.stream().allMatch(labels::isThing);
    List<List<Integer>> items = new ArrayList<>();
    int nth = counted ? 1 : 0;
    for (int i = 0; i < rows.size(); i++) {
      statements.newParagraph();
      List<Integer> places = new ArrayList<>();
      items.add(places);
      String place =
          steps
              ? labels.step(i, rows.size())
              : things ? labels.next(i, rows.size()) : place(rows, i, nth, all);
      item(rows.get(i), place, number, places);
      nth += counted && places.stream().anyMatch(it -> !statements.isSilent(it)) ? 1 : 0;
      inside(rest(node.items().get(i), rows.get(i)), number, places);
      places.removeIf(it -> statements.isSilent(it));
      if (places.size() > 1 && statements.isAnswer(places.get(1), places.get(0))) {
        // Where there is no time for both, what is done says more than what was hard.
        Collections.swap(places, 0, 1);
      }
    }
    statements.newParagraph();
    items.removeIf(List::isEmpty);
    // まずは follows on what is told before it.
    OptionalInt led = head.isEmpty() && (all || things) ? told : head;
    if (head.isEmpty() && !items.isEmpty()) {
      led.ifPresent(it -> statements.leadsTo(it, items.get(0).get(0)));
    }
    lists.add(new ListOf(led, items, names));
  }

  /** What is inside an item besides its row. */
  private static List<Block> rest(Node.Item item, Labels.Row row) {
    boolean taken = Labels.isTold(item) && row.body().equals(item.inside().get(0).text());
    return taken ? item.inside().subList(1, item.inside().size()) : item.inside();
  }

  private OptionalInt announce(int count, int number) {
    String said = lead.isEmpty() ? labels.lead(heading, count) : labels.counted(lead, count);
    String written = lead.isEmpty() ? heading : lead;
    lead = "";
    if (said.isEmpty()) {
      return OptionalInt.empty();
    }
    Speech.Spoken spoken = speech.spoken(said);
    if (spoken.texts().isEmpty()) {
      // Who it is good for may be left out, but not what is counted.
      spoken = speech.spoken(labels.counted(said.substring(said.lastIndexOf('、') + 1), count));
    }
    return spoken.texts().isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(statements.lead(written, spoken, number));
  }

  /**
   * What is said before the label of an item: which one it is, or that it is the next, where its
   * label stands alone or is one of a list of such.
   */
  private String place(List<Labels.Row> rows, int index, int nth, boolean all) {
    if (nth > 0) {
      return labels.ordinal(nth);
    }
    boolean said = all || (isNamed(rows.get(index)) && isAlone(rows.get(index)));
    return said ? labels.next(index, all ? rows.size() : 0) : "";
  }

  /** Whether a row is a sentence that tells nothing of its place itself. */
  private boolean isPlain(Labels.Row row) {
    return row.label().isEmpty()
        && !rules.finds("leans", row.body())
        && !rules.finds("joins", row.body())
        && !rules.finds("step-on", row.body());
  }

  private boolean isNamed(Labels.Row row) {
    return row.isLabelled()
        && !rules.finds("told-label", row.label())
        && !row.body().startsWith(labels.said(row.label()));
  }

  /** Whether a label and the sentence behind it are too long for one breath. */
  private boolean isAlone(Labels.Row row) {
    int first = speech.sentences(row.body()).stream().findFirst().map(String::length).orElse(0);
    return first > 0 && row.label().length() + first >= Statement.ONE_BREATH;
  }

  private void item(Labels.Row row, String place, int list, List<Integer> places) {
    if (row.body().isEmpty()) {
      places.add(sentence(labels.alone(place, row.label()), "", list));
      return;
    }
    body(row.body(), labels.opening(place, row), list, places);
    // Who counts names what cannot be said, too.
    if (!place.isEmpty() && places.stream().allMatch(statements::isSilent)) {
      places.add(sentence(labels.alone(place, row.label()), "", list));
    }
  }

  private void body(String text, String label, int list, List<Integer> places) {
    String before = label;
    for (String written : speech.sentences(text)) {
      int place = sentence(labels.closed(written), before, list);
      before = statements.isSilent(place) ? before : "";
      places.add(place);
    }
  }

  /** What belongs to an item: lists in it are not counted. */
  private void inside(List<Block> blocks, int list, List<Integer> places) {
    List<String> names = new ArrayList<>();
    List<Integer> told =
        IntStream.range(0, blocks.size()).filter(it -> row(blocks, it).tells()).boxed().toList();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      Labels.Row row = row(blocks, i);
      if (block.kind() == Block.Kind.CODE || block.kind() == Block.Kind.IMAGE) {
        statements.silent(block.text(), "code in a list");
      } else if (row.tells()) {
        boolean placed = told.size() > 1 && isNamed(row) && isAlone(row);
        String place = placed ? labels.next(told.indexOf(i), told.size()) : "";
        String label = labels.isGeneral(row) ? "" : labels.opening(place, row);
        if (!label.isEmpty()) {
          statements.newParagraph();
        }
        body(row.body(), label, list, places);
        i += row.body().equals(i + 1 < blocks.size() ? blocks.get(i + 1).text() : "") ? 1 : 0;
      } else if (Node.ITEMS.contains(block.kind()) && labels.isName(block.text())) {
        names.add(labels.said(block.text()));
      } else {
        body(block.text(), "", list, places);
      }
    }
    if (!names.isEmpty()) {
      places.add(sentence(String.join("、", names) + "。", "", list));
    }
  }

  /** What is inside an item as a row, with the paragraph behind it, which may tell of it. */
  private Labels.Row row(List<Block> blocks, int place) {
    return Node.ITEMS.contains(blocks.get(place).kind())
        ? labels.row(new Node.Item(blocks.get(place), blocks.subList(place + 1, blocks.size())))
        : new Labels.Row("", blocks.get(place).text(), false);
  }
}
