package dev.zundacast.script.article;

import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import dev.zundacast.script.speech.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an article is made of: a block alone, or a list with all that belongs to its items.
 *
 * @param block the first of a list
 * @param items none for a block alone
 */
record Node(Block block, List<Item> items) {
  /** So long a sentence may be that a list interrupts; where its items are examples, fewer do. */
  private static final int LONGEST = 110;

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?：:]\\s*$");

  /**
   * One item.
   *
   * @param inside the blocks that belong to it
   */
  record Item(Block block, List<Block> inside) {}

  static List<Node> of(List<Block> article, Rules rules, Labels labels) {
    List<Block> blocks = joined(article, rules, labels);
    List<Node> nodes = new ArrayList<>();
    int i = 0;
    while (i < blocks.size()) {
      List<Item> items = items(blocks.subList(i, blocks.size()), rules);
      nodes.add(new Node(blocks.get(i), items));
      i += Math.max(1, items.stream().mapToInt(it -> 1 + it.inside().size()).sum());
    }
    return nodes;
  }

  /**
   * The blocks, of a sentence that a list interrupts (箱には、・赤・白・といった色があります。) what stands before the
   * list, its items and what goes on behind it as one paragraph.
   */
  private static List<Block> joined(List<Block> blocks, Rules rules, Labels labels) {
    List<Block> joined = new ArrayList<>();
    int i = 0;
    while (i < blocks.size()) {
      Block head = blocks.get(i);
      boolean open = goesOn(head, "list-head", rules);
      int tail = i + 1;
      while (open && tail < blocks.size() && isItem(blocks.get(tail))) {
        tail++;
      }
      boolean split =
          tail > i + 1 && tail < blocks.size() && goesOn(blocks.get(tail), "list-tail", rules);
      if (split) {
        List<String> names =
            blocks.subList(i + 1, tail).stream()
                .map(it -> labels.bare(it.text()).replaceFirst("[。、]$", ""))
                .toList();
        String text = sentence(head.text(), names, blocks.get(tail).text(), rules);
        joined.add(new Block(head.kind(), head.level(), text, head.line()));
      } else {
        joined.add(head);
      }
      i = split ? tail + 1 : i + 1;
    }
    return joined;
  }

  private static boolean goesOn(Block block, String stage, Rules rules) {
    return block.kind() == Kind.PARAGRAPH && rules.finds(stage, block.text());
  }

  private static String sentence(String head, List<String> names, String tail, Rules rules) {
    int said = names.size();
    if (rules.finds("list-examples", tail)) {
      int length = head.length() - head.lastIndexOf('。') + tail.indexOf('。');
      while (said > 1 && length + String.join("、", names.subList(0, said)).length() > LONGEST) {
        said--;
      }
    }
    return head + String.join("、", names.subList(0, said)) + tail;
  }

  /** Whether nothing is said of a block but what is behind it. */
  static boolean isHead(Block block) {
    return block.kind() == Kind.HEADING || block.kind() == Kind.LABEL;
  }

  static boolean isItem(Block block) {
    return block.kind() == Kind.BULLET || block.kind() == Kind.NUMBERED;
  }

  /** The items of the list that these blocks begin with. */
  private static List<Item> items(List<Block> blocks, Rules rules) {
    Block first = blocks.get(0);
    List<Item> items = new ArrayList<>();
    int i = 0;
    while (i < blocks.size() && isItem(blocks.get(i)) && blocks.get(i).level() <= first.level()) {
      int next = i + 1;
      while (next < blocks.size()
          && (belongs(blocks, next, items, rules) || isBetween(blocks, next, items))) {
        next++;
      }
      items.add(new Item(blocks.get(i), blocks.subList(i + 1, next)));
      i = next;
    }
    return items;
  }

  /** Whether a list goes on behind an item of another kind: 2. with its - rows. */
  private static boolean isBetween(List<Block> blocks, int index, List<Item> items) {
    Block block = blocks.get(index);
    Block first = blocks.get(0);
    return isItem(block)
        && block.kind() != first.kind()
        && block.level() == first.level()
        && (items.stream().flatMap(it -> it.inside().stream()).anyMatch(it -> isLike(it, block))
            || blocks.stream()
                .skip(index)
                .takeWhile(it -> !isHead(it))
                .anyMatch(it -> isLike(it, first)));
  }

  private static boolean isLike(Block one, Block other) {
    return one.kind() == other.kind() && one.level() == other.level();
  }

  /** Whether a block is inside an item, or the one paragraph below each item so far. */
  private static boolean belongs(List<Block> blocks, int index, List<Item> items, Rules rules) {
    Block block = blocks.get(index);
    Block above = blocks.get(index - 1);
    int level = blocks.get(0).level();
    if (isItem(block)) {
      return block.level() > level;
    }
    boolean text =
        block.kind() == Kind.CODE
            || (block.kind() == Kind.PARAGRAPH && !rules.finds("list-rest", block.text()));
    // A list in an item says nothing of the paragraphs below others.
    boolean below =
        items.stream().noneMatch(it -> it.inside().isEmpty() || isItem(it.inside().get(0)))
            && isItem(above)
            && !SENTENCE_END.matcher(above.text()).find();
    return text && (block.level() >= level || below);
  }
}
