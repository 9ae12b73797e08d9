package dev.zundacast.reading.kanji;

import dev.zundacast.words.Morpheme;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 家 behind a surname is the family (田中家 タナカケ); engines say カ, as in 専門家. The name is left to the
 * engine, which knows more of them than our dictionary.
 */
final class Families {
  private static final String FAMILY = "家";

  /** A restaurant chain or a line of storytellers: ヤ. */
  private static final Set<String> HOUSES = Set.of("吉野", "山岡", "林", "柳", "六角", "武蔵");

  private Families() {}

  /** The family whose surname is the morpheme at {@code index}. */
  static Optional<Respelling> at(List<Morpheme> morphemes, int index) {
    if (index + 1 >= morphemes.size()) {
      return Optional.empty();
    }
    Morpheme name = morphemes.get(index);
    Morpheme family = morphemes.get(index + 1);
    boolean isFamily = family.surface().equals(FAMILY) && family.start() == name.end();
    return isFamily && isSurname(name) && !isFollowedByNoun(morphemes, index + 1)
        ? Optional.of(Respelling.plain(family.start(), family.end(), "け"))
        : Optional.empty();
  }

  private static boolean isSurname(Morpheme name) {
    return name.is("名詞-固有名詞-人名") && name.surface().length() > 1 && !HOUSES.contains(name.surface());
  }

  /** 田中家具 is no family. */
  private static boolean isFollowedByNoun(List<Morpheme> morphemes, int index) {
    return index + 1 < morphemes.size()
        && morphemes.get(index + 1).start() == morphemes.get(index).end()
        && morphemes.get(index + 1).surface().matches("\\p{IsHan}.*");
  }
}
