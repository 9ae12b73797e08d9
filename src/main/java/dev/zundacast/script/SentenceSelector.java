package dev.zundacast.script;

import dev.zundacast.episode.Block.Kind;
import dev.zundacast.script.Body.Sentence;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses which sentences of an article are said when only so many may be: the first sentence, then
 * those that open a paragraph and the last one, then those that open a list item, then the others,
 * each group from the top. A heading is said when something below it is.
 */
final class SentenceSelector {
  private SentenceSelector() {}

  /** The indexes of the sentences that are said; at most {@code limit} of them are no headings. */
  static BitSet choose(List<Sentence> all, int limit) {
    List<Integer> sentences = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isHead()) {
        sentences.add(i);
      }
    }
    BitSet chosen = new BitSet(all.size());
    int last = sentences.isEmpty() ? -1 : sentences.get(sentences.size() - 1);
    int first = sentences.isEmpty() ? -1 : sentences.get(0);
    sentences.stream()
        .sorted(Comparator.comparingInt(i -> rank(all.get(i), i == first, i == last)))
        .limit(limit)
        .forEach(chosen::set);
    addHeads(all, chosen);
    return chosen;
  }

  private static int rank(Sentence sentence, boolean first, boolean last) {
    if (first) {
      return 0;
    }
    if (last || (sentence.kind() == Kind.PARAGRAPH && sentence.place() == 0)) {
      return 1;
    }
    return sentence.place() == 0 ? 2 : 3;
  }

  private static void addHeads(List<Sentence> all, BitSet chosen) {
    boolean below = false;
    for (int i = all.size() - 1; i >= 0; i--) {
      if (!all.get(i).isHead()) {
        below |= chosen.get(i);
      } else if (below) {
        chosen.set(i);
        below = i > 0 && all.get(i - 1).isHead();
      }
    }
  }
}
