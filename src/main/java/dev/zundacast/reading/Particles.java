package dev.zundacast.reading;

import dev.zundacast.disk.Resource;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the particle は as ワ where every engine's analysis takes it for the beginning of a word:
 * これはね、 becomes 羽 and ぼくはずんだもん becomes 弾んだ. Engines give ワ the very accent of は, while わ would make
 * a word of its own with what follows.
 */
final class Particles {
  private static final Pattern WA =
      Pattern.compile(String.join("|", Resource.rows(Particles.class, "particles.tsv")));

  private Particles() {}

  /** The pieces with the particles that can be told without the engine's answer. */
  static List<PieceReading> sure(List<PieceReading> pieces) {
    StringBuilder spoken = new StringBuilder(PieceReading.spoken(pieces));
    Matcher particle = WA.matcher(spoken);
    if (!particle.find()) {
      return pieces;
    }
    do {
      spoken.setCharAt(particle.start(), 'ワ');
    } while (particle.find());
    return cut(spoken, pieces);
  }

  private static List<PieceReading> cut(CharSequence spoken, List<PieceReading> pieces) {
    List<PieceReading> mended = new ArrayList<>(pieces.size());
    int at = 0;
    for (PieceReading piece : pieces) {
      int end = at + piece.spoken().length();
      boolean given = piece.source() == Source.PERSON || piece.source() == Source.LIST;
      String said = given ? piece.spoken() : spoken.subSequence(at, end).toString();
      mended.add(piece.withSpoken(said));
      at = end;
    }
    return mended;
  }
}
