package dev.zundacast.reading;

import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Closes the spaces around Latin words, which engines would make pauses of, and puts a pause into a
 * long English phrase: an accent phrase holds 48 moras, and engines drop the rest without a word.
 */
final class WordBoundaries {
  /** From here on a phrase may pause before a word that begins a new part. */
  private static final int LONG = 18;

  /** From here on it pauses at the next space. */
  private static final int TOO_LONG = 34;

  private static final Set<String> OPENERS =
      Set.of(
          "and", "as", "at", "by", "for", "from", "in", "into", "is", "of", "on", "or", "that",
          "to", "using", "via", "vs", "when", "with", "without");

  private WordBoundaries() {}

  static List<PieceReading> close(List<PieceReading> pieces) {
    List<PieceReading> closed = new ArrayList<>(pieces.size());
    int moras = 0;
    for (int i = 0; i < pieces.size(); i++) {
      PieceReading piece = pieces.get(i);
      if (isSpace(piece) && touchesWord(pieces, i)) {
        boolean pause = isPhraseEnd(pieces, i, moras);
        closed.add(new PieceReading(piece.written(), pause ? "、" : "", Source.SIGN));
        moras = pause ? 0 : moras;
      } else {
        closed.add(piece);
        moras = isKatakana(piece.spoken()) ? moras + Kana.moras(piece.spoken()) : 0;
      }
    }
    return closed;
  }

  private static boolean isSpace(PieceReading piece) {
    return piece.source() == Source.SIGN && piece.spoken().equals(" ");
  }

  private static boolean touchesWord(List<PieceReading> pieces, int at) {
    return (at > 0 && isWord(pieces.get(at - 1)))
        || (at + 1 < pieces.size() && isWord(pieces.get(at + 1)));
  }

  private static boolean isWord(PieceReading piece) {
    return piece.source() != Source.TEXT && piece.source() != Source.SIGN;
  }

  private static boolean isPhraseEnd(List<PieceReading> pieces, int at, int moras) {
    if (at == 0 || at + 1 == pieces.size()) {
      return false;
    }
    // "3.1 8B" would become 3.18.
    if (endsInDigit(pieces.get(at - 1)) && beginsWithDigit(pieces.get(at + 1))) {
      return true;
    }
    if (moras < LONG) {
      return false;
    }
    String next = pieces.get(at + 1).written().toLowerCase(Locale.ROOT);
    return moras >= TOO_LONG || OPENERS.contains(next);
  }

  private static boolean endsInDigit(PieceReading piece) {
    return piece.spoken().matches(".*[0-9]");
  }

  private static boolean beginsWithDigit(PieceReading piece) {
    return piece.spoken().matches("[0-9].*");
  }

  private static boolean isKatakana(String spoken) {
    return spoken.chars().allMatch(c -> c >= 'ァ' && c <= 'ー');
  }
}
