package dev.zundacast.reading;

import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a pause into a stretch of more moras than one breath takes, where a part of the sentence
 * ends: behind は, が, て, ため, or else behind another particle.
 */
final class Breath {
  /** Moras that are said without a pause. */
  private static final int LONGEST = 40;

  /** A pause so near to another one tears the sentence. */
  private static final int SHORTEST = 8;

  /** Where no part of a sentence ends. */
  private static final int NO_END = 100;

  private static final Pattern STRETCH = Pattern.compile("[^、。！？!?…・「」『』（）()【】：:;\\n\\s]+");

  private static final Set<String> ENDS_PART =
      Set.of("は", "て", "で", "ので", "ため", "から", "けど", "が", "ば", "と", "し");

  private final Morphology morphology;

  Breath(Morphology morphology) {
    this.morphology = morphology;
  }

  /** The pieces with the pauses in them; what a person gave stays as it is. */
  List<PieceReading> taken(List<PieceReading> pieces) {
    StringBuilder spoken = new StringBuilder();
    pieces.forEach(piece -> spoken.append(piece.spoken()));
    TreeSet<Integer> pauses = new TreeSet<>();
    Matcher stretch = STRETCH.matcher(spoken);
    while (stretch.find()) {
      if (mostMoras(stretch.group()) > LONGEST) {
        split(morphemes(stretch.group()), stretch.start(), pauses);
      }
    }
    return pauses.isEmpty() ? pieces : paused(pieces, pauses);
  }

  private List<Morpheme> morphemes(String stretch) {
    return morphology.analyse(stretch);
  }

  private static int mostMoras(String text) {
    return text.chars().map(c -> c >= 'ぁ' && c <= 'ー' ? 1 : 2).sum();
  }

  private static int moras(Morpheme morpheme) {
    String reading = morpheme.reading();
    return reading.isEmpty() ? mostMoras(morpheme.surface()) : Kana.moras(reading);
  }

  private static int moras(List<Morpheme> morphemes) {
    return morphemes.stream().mapToInt(Breath::moras).sum();
  }

  private static void split(List<Morpheme> morphemes, int offset, Set<Integer> pauses) {
    if (moras(morphemes) <= LONGEST) {
      return;
    }
    best(morphemes)
        .ifPresent(
            at -> {
              pauses.add(offset + morphemes.get(at).end());
              split(morphemes.subList(0, at + 1), offset, pauses);
              split(morphemes.subList(at + 1, morphemes.size()), offset, pauses);
            });
  }

  /** The morpheme that a pause is put behind: the strongest end of a part, near the middle. */
  private static Optional<Integer> best(List<Morpheme> morphemes) {
    int all = moras(morphemes);
    int said = 0;
    int best = -1;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < morphemes.size(); i++) {
      said += moras(morphemes.get(i));
      int weakness = weakness(morphemes, i);
      int cost = weakness + Math.abs(all - 2 * said) / 2;
      if (weakness < NO_END && said >= SHORTEST && all - said >= SHORTEST && cost < least) {
        least = cost;
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }

  /** How little a part of the sentence ends behind a morpheme, in moras off the middle. */
  private static int weakness(List<Morpheme> morphemes, int i) {
    Morpheme here = morphemes.get(i);
    Morpheme next = morphemes.get(i + 1);
    boolean goesOn =
        next.is("助詞")
            || next.is("助動詞")
            || next.is("動詞-非自立")
            || next.is("名詞-接尾")
            || next.is("動詞-接尾")
            || next.is("形容詞-非自立")
            || next.is("名詞-非自立")
            || next.surface().matches("な[いくかけし].*|あ[るりっ].*|でき.*|いう|し|する|なっ|なる|つい");
    if (goesOn) {
      return NO_END;
    }
    if (isHiragana(next.surface().charAt(0)) && i > 0 && isHiragana(lastOf(morphemes.get(i - 1)))) {
      // Where all is written in hiragana the words are not sure.
      return NO_END;
    }
    if (here.is("助詞-接続助詞") && ENDS_PART.contains(here.surface())) {
      return 0;
    }
    if (here.is("助詞-係助詞") && here.surface().equals("は")) {
      return 2;
    }
    if (here.is("助詞-格助詞") || here.is("助詞-副詞化") || here.is("助詞-係助詞")) {
      return here.surface().equals("が") ? 4 : here.surface().equals("を") ? 14 : 9;
    }
    if (here.surface().equals("ため") || (here.is("動詞") && here.inflectionForm().equals("連用形"))) {
      return 8;
    }
    return here.is("助詞-並立助詞") ? 16 : here.is("助詞-連体化") ? 24 : NO_END;
  }

  private static boolean isHiragana(char c) {
    return c >= 'ぁ' && c <= 'ん';
  }

  private static char lastOf(Morpheme morpheme) {
    return morpheme.surface().charAt(morpheme.surface().length() - 1);
  }

  private static List<PieceReading> paused(
      List<PieceReading> pieces, NavigableSet<Integer> pauses) {
    List<PieceReading> paused = new ArrayList<>();
    int start = 0;
    for (PieceReading piece : pieces) {
      int end = start + piece.spoken().length();
      StringBuilder spoken = new StringBuilder(piece.spoken());
      if (piece.source() != Source.PERSON) {
        for (int at : pauses.subSet(start, false, end, true).descendingSet()) {
          spoken.insert(at - start, '、');
        }
      }
      paused.add(
          new PieceReading(piece.written(), spoken.toString(), piece.source(), piece.words()));
      start = end;
    }
    return paused;
  }
}
