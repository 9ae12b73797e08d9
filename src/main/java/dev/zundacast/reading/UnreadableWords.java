package dev.zundacast.reading;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.words.Morphology;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the words in a spoken text that an engine would leave out without saying so. */
record UnreadableWords(Morphology morphology) {
  /** Kanji outside of JIS X 0208 are in no word of engines' dictionaries. */
  private static final Charset JAPANESE = Charset.forName("EUC-JP");

  /** The kanji that engines read in words alone. */
  private static final Set<Integer> ONLY_IN_WORDS =
      Resource.rows(UnreadableWords.class, "unread-kanji.txt").stream()
          .flatMap(row -> row.codePoints().boxed())
          .collect(Collectors.toUnmodifiableSet());

  /** The runs of letters and kanji that no engine reads. */
  List<String> of(String spoken) {
    Set<Integer> outsideWords = outsideWords(spoken);
    StringBuilder unread = new StringBuilder();
    for (int at = 0; at < spoken.length(); at += Character.charCount(spoken.codePointAt(at))) {
      int c = spoken.codePointAt(at);
      unread.appendCodePoint(isForeign(c) || outsideWords.contains(at) ? c : ' ');
    }
    return unread.toString().isBlank() ? List.of() : List.of(unread.toString().strip().split(" +"));
  }

  /** The places of kanji that are read in words alone and stand in none. */
  private Set<Integer> outsideWords(String spoken) {
    return spoken.codePoints().noneMatch(ONLY_IN_WORDS::contains)
        ? Set.of()
        : morphology.analyse(spoken).stream()
            .filter(morpheme -> morpheme.reading().isEmpty())
            .flatMap(it -> IntStream.range(it.start(), it.end()).boxed())
            .filter(at -> ONLY_IN_WORDS.contains(spoken.codePointAt(at)))
            .collect(Collectors.toSet());
  }

  /** A letter of another script, or a kanji that no engine's dictionary has. */
  private static boolean isForeign(int c) {
    if (!Character.isLetter(c) || (c >= 0x3041 && c <= 0x30FF)) {
      return false;
    }
    if (Character.isIdeographic(c)) {
      String kanji = Character.toString(c);
      // JIS X 0212, which EUC-JP also holds, takes three bytes.
      return !JAPANESE.newEncoder().canEncode(kanji) || kanji.getBytes(JAPANESE).length > 2;
    }
    if (Kana.isJapanese(c)) {
      // 々 and 〆, which engines read as part of a word.
      return false;
    }
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script != Character.UnicodeScript.LATIN
        && script != Character.UnicodeScript.GREEK
        && script != Character.UnicodeScript.COMMON;
  }
}
