package dev.zundacast.script;

import dev.zundacast.episode.Article;
import dev.zundacast.episode.Block;
import dev.zundacast.episode.Block.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An article's blocks as sentences that know their place.
 *
 * @param parts in the order of the article
 */
record Body(List<Part> parts) {
  private static final Set<Kind> HEADS = EnumSet.of(Kind.HEADING, Kind.LABEL);
  private static final Set<Kind> WHOLE =
      EnumSet.of(Kind.HEADING, Kind.LABEL, Kind.CODE, Kind.IMAGE);
  private static final Set<Kind> ITEMS = EnumSet.of(Kind.BULLET, Kind.NUMBERED, Kind.TABLE_ROW);

  /**
   * An utterance to be.
   *
   * @param kind of the block that it is from
   * @param text one sentence; for code its language
   * @param place its number in its block, from 0
   * @param paragraph what belongs together has the same number
   */
  record Part(Kind kind, String text, int place, int paragraph) {
    /** Whether it only announces what follows. */
    boolean isHead() {
      return HEADS.contains(kind);
    }
  }

  Body {
    parts = List.copyOf(parts);
  }

  static Body of(Article article) {
    List<Part> parts = new ArrayList<>();
    int paragraph = 0;
    Kind above = Kind.PARAGRAPH;
    for (Block block : article.blocks()) {
      if (!parts.isEmpty() && begins(above, block.kind())) {
        paragraph++;
      }
      addTo(parts, block, paragraph);
      above = block.kind();
    }
    return new Body(parts);
  }

  private static void addTo(List<Part> parts, Block block, int paragraph) {
    boolean whole = WHOLE.contains(block.kind());
    List<String> sentences = whole ? List.of(block.text().strip()) : Sentences.split(block.text());
    int place = 0;
    for (String sentence : sentences) {
      if (!sentence.isEmpty() || block.kind() == Kind.CODE) {
        parts.add(new Part(block.kind(), sentence, place++, paragraph));
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
