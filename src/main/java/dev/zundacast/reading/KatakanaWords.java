package dev.zundacast.reading;

import dev.zundacast.reading.piece.EngineKana;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.LoanwordAccent;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the katakana words of a text that no dictionary has and engines tear before a small kana
 * (リュブリャーナ as リュブリ and ヤーナ), so that they go into the engine's dictionary.
 */
record KatakanaWords(Morphology morphology) {
  private static final Pattern WITH_SMALL_KANA = Pattern.compile("[ァ-ヴー]*[ァィゥェォャュョ][ァ-ヴー]*");

  private static final int FEWEST_MORAS = 4;

  /** A longer run is several words; the engine parts them. */
  private static final int MOST_MORAS = 20;

  /** Such words by their places. */
  Map<Integer, PieceReading> in(String text) {
    return WITH_SMALL_KANA.matcher(text).find()
        ? morphology.analyse(text).stream()
            .filter(KatakanaWords::isUnknown)
            .collect(Collectors.toMap(Morpheme::start, word -> piece(word.surface())))
        : Map.of();
  }

  private static boolean isUnknown(Morpheme word) {
    String kana = word.surface();
    return word.reading().isEmpty()
        && WITH_SMALL_KANA.matcher(kana).matches()
        && Kana.isReading(kana)
        && Kana.moras(kana) >= FEWEST_MORAS
        && Kana.moras(kana) <= MOST_MORAS;
  }

  private static PieceReading piece(String kana) {
    return new PieceReading(
        kana, kana, Source.TEXT, List.of(EngineKana.word(kana, LoanwordAccent.of(kana))));
  }
}
