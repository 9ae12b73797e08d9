package dev.zundacast.reading.kanji;

import dev.zundacast.episode.Sound;
import java.util.List;

/** What Open JTalk reads, laid beside what should be heard. */
final class Heard {
  /** What a text stands between, and how that sounds. */
  private record Carrier(String before, String beforeKana, String after, String afterKana) {}

  private static final List<Carrier> CARRIERS =
      List.of(
          new Carrier("", "", "", ""),
          new Carrier("この", "コノ", "を", "ヲ"),
          new Carrier("検出する", "ケンシュツスル", "は", "ワ"),
          new Carrier("データ", "データ", "の", "ノ"));

  private final MecabLattice lattice;

  Heard(MecabLattice lattice) {
    this.lattice = lattice;
  }

  MecabLattice lattice() {
    return lattice;
  }

  /** How a text sounds there. */
  String of(String text) {
    StringBuilder kana = new StringBuilder();
    lattice.analyse(text).forEach(word -> kana.append(word.pronunciation()));
    return Sound.folded(kana.toString());
  }

  /** Whether a text made of these parts sounds like their readings one after the other. */
  boolean isRight(String text, String... readings) {
    String heard = of(text);
    StringBuilder apart = new StringBuilder();
    for (String reading : readings) {
      apart.append(Sound.folded(reading));
    }
    // Two vowels that meet may sound as one long one.
    return heard.contentEquals(apart) || heard.equals(Sound.folded(String.join("", readings)));
  }

  /** The same beside other words, which may draw a word's letters to them. */
  boolean isRightAnywhere(String text, String... readings) {
    return CARRIERS.stream().allMatch(carrier -> isRight(carrier, text, readings));
  }

  private boolean isRight(Carrier carrier, String text, String... readings) {
    String[] all = new String[readings.length + 2];
    all[0] = carrier.beforeKana();
    System.arraycopy(readings, 0, all, 1, readings.length);
    all[readings.length + 1] = carrier.afterKana();
    return isRight(carrier.before() + text + carrier.after(), all);
  }

  /** Whether other words than the two parts may be found in a text: most pairs need no analysis. */
  boolean mayTear(String text, int at) {
    return lattice.hasWordAcross(text, at)
        || !lattice.hasWord(text.substring(0, at))
        || !lattice.hasWord(text.substring(at));
  }

  /** Whether the dictionary has this text as one word. */
  boolean isOneWord(String text) {
    return lattice.analyse(text).size() == 1;
  }
}
