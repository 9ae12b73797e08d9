package dev.zundacast.reading;

import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.PieceReading;
import java.util.List;
import java.util.regex.Pattern;

/** Puts a pause into the longest run of katakana words of a line, where two of its words meet. */
final class LongRun {
  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]+");

  private LongRun() {}

  /** The spoken text with a 、 as near as can be to the run's middle; "" for a run of one word. */
  static String paused(List<PieceReading> pieces) {
    int from = 0;
    int longest = 0;
    for (int start = 0; start < pieces.size(); start++) {
      int moras = moras(pieces, start);
      if (moras > longest) {
        longest = moras;
        from = start;
      }
    }
    return paused(pieces, from, longest);
  }

  private static String paused(List<PieceReading> pieces, int from, int moras) {
    int best = -1;
    int leastOff = moras;
    int said = 0;
    for (int at = from; at < pieces.size() && said < moras; at++) {
      int off = Math.abs(moras - 2 * said);
      if (said > 0 && off < leastOff && !pieces.get(at).spoken().isEmpty()) {
        leastOff = off;
        best = at;
      }
      said += Kana.moras(pieces.get(at).spoken());
    }
    return best < 0
        ? ""
        : said(pieces.subList(0, best)) + "、" + said(pieces.subList(best, pieces.size()));
  }

  /** The moras of the katakana pieces from here on, without a pause between them. */
  private static int moras(List<PieceReading> pieces, int start) {
    int moras = 0;
    for (int at = start; at < pieces.size() && isPartOfRun(pieces.get(at)); at++) {
      moras += Kana.moras(pieces.get(at).spoken());
    }
    return moras;
  }

  private static boolean isPartOfRun(PieceReading piece) {
    return piece.spoken().isEmpty() || KATAKANA.matcher(piece.spoken()).matches();
  }

  private static String said(List<PieceReading> pieces) {
    StringBuilder said = new StringBuilder();
    pieces.forEach(piece -> said.append(piece.spoken()));
    return said.toString().strip();
  }
}
