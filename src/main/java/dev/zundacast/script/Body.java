package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An article's blocks as sentences that know their place.
 *
 * @param sentences in the order of the article
 */
record Body(List<Sentence> sentences) {
  private static final Set<Kind> HEADS = EnumSet.of(Kind.HEADING, Kind.LABEL);
  private static final Set<Kind> WHOLE =
      EnumSet.of(Kind.HEADING, Kind.LABEL, Kind.CODE, Kind.IMAGE);
  private static final Set<Kind> ITEMS = EnumSet.of(Kind.BULLET, Kind.NUMBERED, Kind.TABLE_ROW);

  private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?：:]\\s*$");

  /**
   * An utterance to be.
   *
   * @param kind of the block that it is from
   * @param text one sentence; for code its language
   * @param place its number in its block, from 0
   * @param paragraph what belongs together has the same number
   */
  record Sentence(Kind kind, String text, int place, int paragraph) {
    /** Whether it only announces what follows. */
    boolean isHead() {
      return HEADS.contains(kind);
    }
  }

  Body {
    sentences = List.copyOf(sentences);
  }

  static Body of(Article article) {
    List<Sentence> sentences = new ArrayList<>();
    int paragraph = 0;
    Kind above = Kind.PARAGRAPH;
    List<Block> blocks = article.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Kind kind = announces(blocks, i) ? Kind.LABEL : blocks.get(i).kind();
      if (!sentences.isEmpty() && begins(above, kind)) {
        paragraph++;
      }
      addTo(sentences, blocks.get(i), kind, paragraph);
      above = kind;
    }
    return new Body(sentences);
  }

  /** Whether this list item is the name of the paragraph below it. */
  private static boolean announces(List<Block> blocks, int index) {
    Block item = blocks.get(index);
    return ITEMS.contains(item.kind())
        && index + 1 < blocks.size()
        && isItsParagraph(blocks, index)
        && !SENTENCE_END.matcher(item.text()).find();
  }

  /** One inside the item, or below a list of one; what follows a longer list is no item's own. */
  private static boolean isItsParagraph(List<Block> blocks, int index) {
    Block item = blocks.get(index);
    Block next = blocks.get(index + 1);
    boolean alone = index == 0 || !ITEMS.contains(blocks.get(index - 1).kind());
    return next.kind() == Kind.PARAGRAPH
        && item.kind() != Kind.TABLE_ROW
        && (next.level() == item.level() || (alone && next.level() < item.level()));
  }

  private static void addTo(List<Sentence> all, Block block, Kind kind, int paragraph) {
    boolean whole = WHOLE.contains(kind);
    List<String> texts = whole ? List.of(block.text().strip()) : Sentences.split(block.text());
    int place = 0;
    for (String text : texts) {
      if (!text.isEmpty() || kind == Kind.CODE) {
        all.add(new Sentence(kind, text, place++, paragraph));
      }
    }
  }

  /** Whether a block of this kind begins a paragraph below one of that kind. */
  private static boolean begins(Kind above, Kind kind) {
    if (HEADS.contains(kind)) {
      return true;
    }
    return !HEADS.contains(above) && !ITEMS.contains(kind);
  }
}
