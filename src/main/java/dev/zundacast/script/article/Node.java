package dev.zundacast.script.article;

import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import dev.zundacast.script.speech.Rules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What an article is made of: headings, lists with all that belongs to their items, other text. */
sealed interface Node {
  Set<Kind> ITEMS = EnumSet.of(Kind.BULLET, Kind.NUMBERED);

  Pattern SENTENCE_END = Pattern.compile("[。！？!?：:]\\s*$");

  /** A heading or a label. */
  record Head(String text) implements Node {}

  /** A block of text, or of what is named. */
  record Text(Block block) implements Node {}

  /** A list. */
  record Items(List<Item> items) implements Node {}

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
      Block block = blocks.get(i);
      if (block.kind() == Kind.HEADING || block.kind() == Kind.LABEL) {
        nodes.add(new Head(block.text()));
        i++;
      } else if (ITEMS.contains(block.kind())) {
        i = list(blocks, i, nodes, rules);
      } else {
        nodes.add(new Text(block));
        i++;
      }
    }
    return nodes;
  }

  /** Reads the list that begins here; where the article goes on. */
  private static int list(List<Block> blocks, int from, List<Node> nodes, Rules rules) {
    int level = blocks.get(from).level();
    List<Item> items = new ArrayList<>();
    int i = from;
    while (i < blocks.size()
        && ITEMS.contains(blocks.get(i).kind())
        && blocks.get(i).level() <= level) {
      Block item = blocks.get(i);
      List<Block> inside = new ArrayList<>();
      int next = i + 1;
      while (next < blocks.size()
          && (belongs(blocks, next, level, items.isEmpty() || alone(items), rules)
              || isBetween(blocks, next, blocks.get(from), items))) {
        inside.add(blocks.get(next));
        next++;
      }
      items.add(new Item(item, inside));
      i = next;
    }
    nodes.add(new Items(items));
    return i;
  }

  /**
   * Whether an item is of another kind than its list, which goes on behind it: 2. with its - rows.
   */
  private static boolean isBetween(List<Block> blocks, int index, Block first, List<Item> items) {
    Block block = blocks.get(index);
    boolean other =
        ITEMS.contains(block.kind())
            && block.kind() != first.kind()
            && block.level() == first.level();
    return other
        && (items.stream()
                .anyMatch(it -> it.inside().stream().anyMatch(inner -> isLike(inner, block)))
            || blocks.stream()
                .skip(index)
                .takeWhile(it -> it.kind() != Kind.HEADING && it.kind() != Kind.LABEL)
                .anyMatch(it -> isLike(it, first)));
  }

  private static boolean isLike(Block one, Block other) {
    return one.kind() == other.kind() && one.level() == other.level();
  }

  /** Whether every item so far had something below it. */
  private static boolean alone(List<Item> items) {
    return items.stream().allMatch(item -> !item.inside().isEmpty());
  }

  /**
   * Whether a block is an item's: one inside it, or the paragraph below a list of one. What follows
   * a longer list is no item's own.
   */
  private static boolean belongs(
      List<Block> blocks, int index, int level, boolean alone, Rules rules) {
    Block block = blocks.get(index);
    Block above = blocks.get(index - 1);
    if (block.level() > level && ITEMS.contains(block.kind())) {
      return true;
    }
    if (block.kind() == Kind.PARAGRAPH && rules.finds("list-rest", block.text())) {
      return false;
    }
    if (block.kind() == Kind.PARAGRAPH || block.kind() == Kind.CODE) {
      boolean inside = block.level() >= level;
      boolean below =
          alone
              && ITEMS.contains(above.kind())
              && block.level() < level
              && !SENTENCE_END.matcher(above.text()).find();
      return inside || below;
    }
    return false;
  }
}
