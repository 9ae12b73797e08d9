package dev.zundacast.reading.kanji;

import java.util.List;
import java.util.Set;

/** Two nouns, each read right alone, that Open JTalk cuts in another place when they meet. */
final class PairRows {
  private final Heard heard;

  PairRows(Heard heard) {
    this.heard = heard;
  }

  List<Row> of(List<UniDicWord> nouns) {
    return nouns.parallelStream().flatMap(first -> behind(first, nouns).stream()).toList();
  }

  private List<Row> behind(UniDicWord first, List<UniDicWord> nouns) {
    return nouns.stream()
        .filter(second -> isTorn(first, second))
        .map(
            second ->
                new Row(
                    first.surface() + second.surface(),
                    first.said() + second.said(),
                    CompoundAccent.of(
                        first.said(), second.surface(), second.said(), second.accent()),
                    Set.of()))
        .toList();
  }

  private boolean isTorn(UniDicWord first, UniDicWord second) {
    String text = first.surface() + second.surface();
    return first != second
        && heard.mayTear(text, first.surface().length())
        && !heard.isRightAnywhere(text, first.kana(), second.kana());
  }
}
