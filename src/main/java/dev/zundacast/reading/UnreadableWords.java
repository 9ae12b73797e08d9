package dev.zundacast.reading;

import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.PieceReading;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/** Finds the words that an engine would drop without a word about it. */
final class UnreadableWords {
  /** The kanji of JIS X 0208, which are about those that engines' dictionaries have. */
  private static final Charset JAPANESE = Charset.forName("EUC-JP");

  private UnreadableWords() {}

  /** The runs of letters and kanji in {@code pieces} that no engine reads. */
  static List<String> of(List<PieceReading> pieces) {
    CharsetEncoder encoder = JAPANESE.newEncoder();
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (PieceReading piece : pieces) {
      for (int c : piece.spoken().codePoints().toArray()) {
        if (isUnreadable(c, encoder)) {
          word.appendCodePoint(c);
        } else {
          end(word, words);
        }
      }
    }
    end(word, words);
    return words;
  }

  private static boolean isUnreadable(int c, CharsetEncoder encoder) {
    if (!Character.isLetter(c) || (c >= 0x3041 && c <= 0x30FF)) {
      return false;
    }
    if (Character.isIdeographic(c)) {
      String kanji = Character.toString(c);
      // JIS X 0212, which EUC-JP also holds, takes three bytes.
      return !encoder.canEncode(kanji) || kanji.getBytes(JAPANESE).length > 2;
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

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
