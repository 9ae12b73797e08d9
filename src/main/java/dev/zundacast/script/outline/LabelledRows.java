package dev.zundacast.script.outline;

import dev.zundacast.episode.Block;
import dev.zundacast.script.outline.Node.Head;
import dev.zundacast.script.outline.Node.Item;
import dev.zundacast.script.outline.Node.Items;
import dev.zundacast.script.outline.Node.Text;
import dev.zundacast.script.speech.Headings;
import dev.zundacast.words.Search;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows that each begin with a label and have no list's marks: 「文字盤：白い。」 below 「針：黒い。」. They are a
 * list all the same, or parts of the article where they are named like its parts.
 */
final class LabelledRows {
  /** A label, and what stands behind its colon. */
  static final Search LABELLED =
      Search.of(
          "^([^：:。、「」（）()]{1,28})(?:（[^）]*）|\\([^)]*\\))?\\s*"
              + "(?:[：:](?!//|\\d|[a-z])|(?<![\\d\\s])(?:：|:\\s)(?=\\d))\\s*(.+)\\z");

  /** A longer label, or a single sign, is none that begins a row. */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 16;

  /** Who speaks, or what is only called to. */
  private static final Search SPOKEN =
      Search.of("^[^：:]{1,16}[：:]\\s*[「『]|^(?:[QA]|質問|回答)\\d?[：:]");

  private LabelledRows() {}

  /** One row: its block, its label, and what stands behind it. */
  private record Row(Block block, String label, String body) {}

  static List<Node> listed(List<Node> nodes, Headings headings) {
    List<Node> all = new ArrayList<>();
    int i = 0;
    while (i < nodes.size()) {
      List<Row> rows = rows(nodes, i);
      if (rows.size() > 1 && areDistinct(rows)) {
        add(rows, headings, all);
        i += rows.size();
      } else {
        int end = i + Math.max(1, rows.size());
        all.addAll(nodes.subList(i, end));
        i = end;
      }
    }
    return all;
  }

  /** The rows with labels from here on. */
  private static List<Row> rows(List<Node> nodes, int from) {
    List<Row> rows = new ArrayList<>();
    for (int i = from; i < nodes.size(); i++) {
      Optional<Row> row = row(nodes.get(i));
      if (row.isEmpty()) {
        break;
      }
      rows.add(row.get());
    }
    return rows;
  }

  private static Optional<Row> row(Node node) {
    if (!(node instanceof Text text) || text.block().kind() != Block.Kind.PARAGRAPH) {
      return Optional.empty();
    }
    String written = text.block().text();
    return LABELLED
        .first(written)
        .filter(it -> isShort(it.group(1)) && !SPOKEN.in(written))
        .map(it -> new Row(text.block(), it.group(1), it.group(2)));
  }

  private static boolean isShort(String label) {
    return label.length() >= SHORTEST && label.length() <= LONGEST;
  }

  /** Who speaks more than once is no label. */
  private static boolean areDistinct(List<Row> rows) {
    Set<String> labels = new HashSet<>();
    return rows.stream().allMatch(row -> labels.add(row.label()));
  }

  private static void add(List<Row> rows, Headings headings, List<Node> all) {
    boolean parts = rows.stream().anyMatch(it -> isPart(it.label(), headings));
    if (!parts) {
      all.add(new Items(rows.stream().map(it -> new Item(bullet(it.block()), List.of())).toList()));
      return;
    }
    for (Row it : rows) {
      Block block = it.block();
      all.add(new Head(it.label()));
      all.add(new Text(new Block(block.kind(), block.level(), it.body(), block.line())));
    }
  }

  private static boolean isPart(String label, Headings headings) {
    return headings.isLabel(label) || headings.known(label).isPresent();
  }

  private static Block bullet(Block row) {
    return new Block(Block.Kind.BULLET, row.level(), row.text(), row.line());
  }
}
