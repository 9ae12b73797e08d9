package dev.zundacast.reading;

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
  /** A noun, a pronoun or a particle that は may follow; after い, た, な or る it would be a wing. */
  private static final String BEHIND_NOUN =
      "(?<=[\\p{IsHan}\\p{IsKatakana}ー々」』）)0-9A-Za-zれでにとらこくしりてへさんまろえみつ]|[るいたうだ]の)";

  private static final String SENTENCE_GOES_ON = "(?=ね[ー〜えぇ]?(?:[、。…！？!?」』）]|$))";

  /** A noun in kana that does not end like the above, as ふぇいす does. */
  private static final String KANA_NOUN = "(?<=[ぁぃぅぇぉかけた]いす)";

  private static final String ZUNDA =
      "(?=(?:ずんだ|ズンダ)(?:もん|モン|餅|もち|モチ|パワー|アロー|豆|味|の|シェイク|団子|だんご|スイーツ|ロール|ショコラ))";

  /** Engines know はあく (to grasp) and other words that texts do not spell like this. */
  private static final String CUT_WRONG = "(?=あくまで|へい[きわ]|[」』]って|っていう|いられ)";

  /** 乱さない in kana; a line that is not stuck out of (はみださない) stands before から or に. */
  private static final String NOT_DISTURBED = "(?<=[\\p{IsHan}\\p{IsKatakana}ー々」』つ])は(?=みださ[なず])";

  private static final Pattern WA =
      Pattern.compile(
          BEHIND_NOUN
              + "は(?:"
              + SENTENCE_GOES_ON
              + "|"
              + CUT_WRONG
              + ")|"
              + KANA_NOUN
              + "は"
              + SENTENCE_GOES_ON
              + "|"
              + NOT_DISTURBED
              + "|(?<=つぎ)は(?=\\d)|(?<![がもを]|^)[はわ]"
              + ZUNDA);

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
