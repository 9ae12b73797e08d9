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
  /** Of more rows in an item some may be left out, and nobody waits for the last. */
  private static final int A_FEW = 3;

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

  /** Whether a heading comes next. */
  private boolean heads;

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
    List<Node> nodes = Node.of(article.blocks(), rules, outline.labels);
    for (int i = 0; i < nodes.size(); i++) {
      outline.ends = i == nodes.size() - 1;
      outline.heads = !outline.ends && Node.isHead(nodes.get(i + 1).block());
      outline.node(nodes.get(i), outline.ends ? List.of() : outline.rows(nodes.get(i + 1)));
    }
    return new Plan(outline.statements.all(), outline.lists);
  }

  /**
   * @param next the rows of a list that follows
   */
  private void node(Node node, List<Labels.Row> next) {
    statements.newParagraph();
    if (!node.items().isEmpty()) {
      list(node);
      heading = "";
    } else if (Node.isHead(node.block())) {
      heading = labels.bare(node.block().text());
    } else {
      int first = statements.next();
      block(node.block(), next.size());
      // A list may be led to by a heading of whose text nothing is said, or that names its items.
      boolean leads =
          statements.said(first).isEmpty()
              || (names(heading, next.size()) && next.stream().allMatch(Labels.Row::tells));
      heading = !next.isEmpty() && leads ? heading : "";
    }
  }

  /** Whether a heading says what the rows below it are, or how many. */
  private boolean names(String text, int count) {
    return rules.finds("names", text) || rules.found("lead", count + "\t" + text).equals("counted");
  }

  private List<Labels.Row> rows(Node node) {
    return node.items().stream().map(it -> labels.row(it.block().text(), it.inside())).toList();
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
    boolean was = sentences.stream().anyMatch(it -> rules.finds("past", it));
    for (int i = 0; i < sentences.size(); i++) {
      boolean last = i == sentences.size() - 1;
      if (items > 0 && last && rules.finds("lead", items + "\t" + sentences.get(i))) {
        lead = sentences.get(i);
      } else if (heads && last && rules.finds("leads-on", sentences.get(i))) {
        statements.silent(sentences.get(i), "leads to headings");
      } else {
        String question = i == 0 ? labels.question(heading, sentences.get(i)) : "";
        if (!question.isEmpty()) {
          sentence(question, "", -1);
        }
        String topic = i == 0 ? labels.topic(heading, sentences.get(i)) : "";
        String told = was ? speech.done(sentences.get(i)) : sentences.get(i);
        String closing = ends && last ? speech.closing(told) : told;
        sentence(sentences.get(i), labels.closed(topic + closing), "", -1);
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

  private void list(Node node) {
    // One name that cannot be said takes no others with it.
    boolean named = rules.finds("conditions", lead);
    List<Labels.Row> all = rows(node);
    boolean told = all.stream().anyMatch(it -> it.label().isEmpty());
    List<Labels.Row> rows =
        all.stream()
            .map(it -> named ? labels.asName(it) : told ? labels.asTold(it) : it)
            .filter(it -> !isUnsayable(it))
            .toList();
    if (rows.isEmpty()) {
      statements.silent(lead.isEmpty() ? heading : lead, "leads to nothing");
      lead = "";
      return;
    }
    if (rows.size() > 1) {
      acts =
          speech.acts(
              node.items().stream()
                  .flatMap(it -> Stream.concat(Stream.of(it.block()), it.inside().stream()))
                  .flatMap(it -> speech.sentences(it.text()).stream())
                  .toList());
      rows(rows);
      acts = false;
      return;
    }
    // A list of one is text, and what leads to it is said as it is.
    if (!lead.isEmpty()) {
      sentence(lead, "", -1);
      lead = "";
    }
    row(rows.get(0), "", -1);
    inside(rows.get(0).rest(), -1);
  }

  /** Whether nothing of a row can be said, which then is not counted either. */
  private boolean isUnsayable(Labels.Row row) {
    List<String> told = new ArrayList<>(speech.sentences(row.body()));
    boolean unsayable =
        row.rest().isEmpty() && told.stream().allMatch(it -> rules.finds("unsayable", it));
    if (unsayable && !row.label().isEmpty()) {
      told.add(0, labels.alone("", row.label()));
      unsayable = speech.spoken(told.get(0)).texts().isEmpty();
    }
    if (unsayable) {
      told.forEach(it -> statements.silent(it, "unsayable"));
    }
    return unsayable;
  }

  private void rows(List<Labels.Row> rows) {
    int number = lists.size();
    OptionalInt told = statements.before();
    OptionalInt head = announce(rows.size(), number);
    Optional<String> together = labels.together(rows, head.isPresent());
    if (together.isPresent()
        && rows.stream().allMatch(row -> row.body().isEmpty() && row.rest().isEmpty())) {
      int place = sentence(together.get(), "", number);
      lists.add(new ListOf(head, List.of(List.of(place)), OptionalInt.empty()));
      return;
    }
    OptionalInt names =
        together.stream()
            .filter(it -> head.isPresent())
            .mapToInt(it -> statements.names(it, number))
            .findFirst();
    boolean counted =
        head.isPresent()
            && !rules.finds("looks", statements.text(head.getAsInt()))
            && rows.stream().allMatch(Labels.Row::isLabelled);
    // Rows that each tell of another thing follow on nothing.
    boolean steps =
        head.isPresent()
            && rows.stream().allMatch(this::isPlain)
            && !rows.stream().allMatch(it -> rules.finds("row-tells", it.body()));
    boolean all =
        rows.stream().allMatch(this::isNamed)
            && (rows.stream().anyMatch(this::isAlone)
                || rows.stream().noneMatch(labels::isDefined));
    boolean placed = all || (head.isEmpty() && rows.stream().allMatch(labels::isThing));
    List<List<Integer>> items = new ArrayList<>();
    int nth = counted ? 1 : 0;
    for (int i = 0; i < rows.size(); i++) {
      Labels.Row row = rows.get(i);
      statements.newParagraph();
      String place =
          nth > 0
              ? labels.ordinal(nth)
              : steps ? labels.step(i, rows.size()) : placed ? labels.next(i, rows.size()) : "";
      int first = statements.next();
      row(row, place, number);
      nth += counted && !statements.said(first).isEmpty() ? 1 : 0;
      inside(row.rest(), number);
      List<Integer> places = new ArrayList<>(statements.said(first));
      if (places.size() > 1 && statements.isAnswer(places.get(1), places.get(0))) {
        // Where there is no time for both, what is done says more than what was hard.
        Collections.swap(places, 0, 1);
      }
      if (!places.isEmpty()) {
        items.add(places);
      }
    }
    statements.newParagraph();
    // まずは follows on what is told before it.
    OptionalInt led = head.isEmpty() && placed ? told : head;
    if (head.isEmpty() && !items.isEmpty()) {
      led.ifPresent(it -> statements.leadsTo(it, items.get(0).get(0)));
    }
    lists.add(new ListOf(led, items, names));
  }

  private OptionalInt announce(int count, int number) {
    String named = labels.lead(heading, count);
    String said = lead.isEmpty() ? named : labels.counted(lead, count);
    String written = lead.isEmpty() ? heading : lead;
    lead = "";
    // Who it is good for may be left out, but not what is counted.
    String counted = labels.counted(said.substring(said.lastIndexOf('、') + 1), count);
    return Stream.of(said, counted, named)
        .map(speech::spoken)
        .filter(it -> !it.texts().isEmpty())
        .mapToInt(it -> statements.lead(written, it, number))
        .findFirst();
  }

  /** Whether a row is a sentence that tells nothing of its place itself. */
  private boolean isPlain(Labels.Row row) {
    return row.label().isEmpty()
        && !rules.finds("leans", row.body())
        && !rules.finds("joins", row.body())
        && !rules.finds("step-on", row.body())
        && !rules.finds("timed", row.body());
  }

  private boolean isNamed(Labels.Row row) {
    return row.isLabelled()
        && !rules.finds("told-label", row.label())
        && !row.body().startsWith(labels.said(row.label()));
  }

  /** Whether a name and the sentence behind it are too long for one breath. */
  private boolean isAlone(Labels.Row row) {
    int first = speech.sentences(row.body()).stream().findFirst().map(String::length).orElse(0);
    return first > 0 && row.label().length() + first >= Statement.ONE_BREATH && isNamed(row);
  }

  /**
   * @param place what is said before its label: which one it is, or that it is the next
   */
  private void row(Labels.Row row, String place, int list) {
    int first = statements.next();
    if (place.isEmpty() && !row.body().isEmpty() && labels.isTold(row.label())) {
      boolean was = rules.finds("acted", row.label());
      sentence(was ? labels.closed(row.label()) : labels.alone("", row.label()), "", list);
      body(row.body(), "", list);
    } else if (!row.body().isEmpty()) {
      body(row.body(), labels.opening(place, row), list);
    }
    // Who counts names what cannot be said, too.
    if (row.body().isEmpty() || (!place.isEmpty() && statements.said(first).isEmpty())) {
      sentence(labels.alone(place, row.label()), "", list);
    }
  }

  private void body(String text, String label, int list) {
    String before = label;
    for (String written : speech.sentences(text)) {
      int place = sentence(labels.closed(written), before, list);
      before = statements.isSilent(place) ? before : "";
    }
  }

  /** What belongs to an item: lists in it are not counted. */
  private void inside(List<Block> blocks, int list) {
    long count = IntStream.range(0, blocks.size()).filter(it -> row(blocks, it).tells()).count();
    List<String> names = new ArrayList<>();
    int told = 0;
    int i = 0;
    while (i < blocks.size()) {
      Block block = blocks.get(i);
      Labels.Row row = row(blocks, i);
      if (block.kind() == Block.Kind.CODE || block.kind() == Block.Kind.IMAGE) {
        statements.silent(block.text(), "code in a list");
      } else if (row.tells()) {
        boolean placed = count > 1 && (count <= A_FEW || isAlone(row));
        String place = placed ? labels.next(told, (int) count) : "";
        String label = labels.isGeneral(row) ? "" : labels.opening(place, row);
        if (!label.isEmpty()) {
          statements.newParagraph();
        }
        body(row.body(), label, list);
        told++;
      } else if (Node.isItem(block) && labels.isName(block.text())) {
        names.add(labels.said(block.text()));
      } else {
        body(block.text(), "", list);
      }
      i = row.tells() ? blocks.size() - row.rest().size() : i + 1;
    }
    if (!names.isEmpty()) {
      sentence(String.join("、", names) + "。", "", list);
    }
  }

  /** What is inside an item as a row, with the paragraph behind it, which may tell of it. */
  private Labels.Row row(List<Block> blocks, int place) {
    Block block = blocks.get(place);
    List<Block> below = blocks.subList(place + 1, blocks.size());
    return Node.isItem(block)
        ? labels.row(block.text(), below)
        : new Labels.Row("", block.text(), false, below);
  }
}
