package dev.zundacast.script.article;

import dev.zundacast.episode.Block;
import dev.zundacast.script.speech.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences that a list interrupts (箱には、・赤・白・といった色があります。) to whole ones: what stands before the
 * list, its items and what goes on behind it are one paragraph.
 */
record Interrupted(Rules rules, Labels labels) {
  /** So long the joined sentence may be; where its items are examples, fewer of them do. */
  private static final int LONGEST = 110;

  /** The blocks, each such sentence in one. */
  List<Block> joined(List<Block> blocks) {
    List<Block> joined = new ArrayList<>();
    int i = 0;
    while (i < blocks.size()) {
      int tail = isParagraph(blocks, i) ? pastItems(blocks, i + 1) : i;
      if (tail > i + 1 && isSplit(blocks, i, tail)) {
        Block head = blocks.get(i);
        String text = sentence(head.text(), blocks.subList(i + 1, tail), blocks.get(tail).text());
        joined.add(new Block(head.kind(), head.level(), text, head.line()));
        i = tail + 1;
      } else {
        joined.add(blocks.get(i));
        i++;
      }
    }
    return joined;
  }

  private static boolean isParagraph(List<Block> blocks, int at) {
    return at < blocks.size() && blocks.get(at).kind() == Block.Kind.PARAGRAPH;
  }

  private static int pastItems(List<Block> blocks, int from) {
    int at = from;
    while (at < blocks.size() && Node.ITEMS.contains(blocks.get(at).kind())) {
      at++;
    }
    return at;
  }

  private boolean isSplit(List<Block> blocks, int head, int tail) {
    return isParagraph(blocks, tail)
        && rules.finds("list-head", blocks.get(head).text())
        && rules.finds("list-tail", blocks.get(tail).text());
  }

  private String sentence(String head, List<Block> items, String tail) {
    List<String> names = items.stream().map(it -> name(it.text())).toList();
    int said = names.size();
    if (rules.finds("list-examples", tail)) {
      int length = head.length() - head.lastIndexOf('。') + tail.indexOf('。');
      while (said > 1 && length + String.join("、", names.subList(0, said)).length() > LONGEST) {
        said--;
      }
    }
    return head + String.join("、", names.subList(0, said)) + tail;
  }

  /** An item without its number, its end and what is told of it. */
  private String name(String item) {
    Labels.Row row = labels.row(item, List.of());
    String name = row.label().isEmpty() ? row.body() : row.label();
    return name.replaceFirst("[。、]$", "");
  }
}
