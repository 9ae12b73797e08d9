package dev.zundacast.script.article;

import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import dev.zundacast.script.speech.Rules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an article is made of: a block alone, or a list with all that belongs to its items.
 *
 * @param block the first of a list
 * @param items none for a block alone
 */
record Node(Block block, List<Item> items) {
  static final Set<Kind> ITEMS = EnumSet.of(Kind.BULLET, Kind.NUMBERED);

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?：:]\\s*$");

  /**
   * One item.
   *
   * @param inside the blocks that belong to it
   */
  record Item(Block block, List<Block> inside) {}

  static List<Node> of(List<Block> blocks, Rules rules) {
    List<Node> nodes = new ArrayList<>();
    int i = 0;
    while (i < blocks.size()) {
      Node node = new Node(blocks.get(i), items(blocks.subList(i, blocks.size()), rules));
      nodes.add(node);
      i +=
          node.items().stream()
              .mapToInt(it -> 1 + it.inside().size())
              .reduce(Integer::sum)
              .orElse(1);
    }
    return nodes;
  }

  /** Whether nothing is said of a block but what is behind it. */
  static boolean isHead(Block block) {
    return block.kind() == Kind.HEADING || block.kind() == Kind.LABEL;
  }

  /** The items of the list that these blocks begin with. */
  private static List<Item> items(List<Block> blocks, Rules rules) {
    Block first = blocks.get(0);
    List<Item> items = new ArrayList<>();
    int i = 0;
    while (i < blocks.size()
        && ITEMS.contains(blocks.get(i).kind())
        && blocks.get(i).level() <= first.level()) {
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

  /**
   * Whether an item is of another kind than its list, which goes on behind it: 2. with its - rows.
   */
  private static boolean isBetween(List<Block> blocks, int index, List<Item> items) {
    Block block = blocks.get(index);
    Block first = blocks.get(0);
    return ITEMS.contains(block.kind())
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

  /**
   * Whether a block is an item's: one inside it, or the paragraph below a list of one. What follows
   * a longer list is no item's own, unless every item so far had something below it.
   */
  private static boolean belongs(List<Block> blocks, int index, List<Item> items, Rules rules) {
    Block block = blocks.get(index);
    Block above = blocks.get(index - 1);
    int level = blocks.get(0).level();
    if (ITEMS.contains(block.kind())) {
      return block.level() > level;
    }
    boolean text =
        block.kind() == Kind.CODE
            || (block.kind() == Kind.PARAGRAPH && !rules.finds("list-rest", block.text()));
    boolean below =
        items.stream().noneMatch(item -> item.inside().isEmpty())
            && ITEMS.contains(above.kind())
            && !SENTENCE_END.matcher(above.text()).find();
    return text && (block.level() >= level || below);
  }
}
