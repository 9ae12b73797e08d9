package dev.zundacast.reading;

import dev.zundacast.episode.Sound;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.LoanwordAccent;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays the readings that were meant beside the moras that an engine answered. */
final class Comparison {
  /** VOICEVOX drops what an accent phrase has beyond this many moras. */
  private static final int LONGEST_PHRASE = 48;

  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]{2,}");
  private static final Pattern KATAKANA_RUN = Pattern.compile("[ァ-ヴー]+");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");

  private final Readings readings;
  private final ParticleReview particles;

  Comparison(Readings readings, Morphology morphology) {
    this.readings = readings;
    this.particles = new ParticleReview(morphology);
  }

  List<Misreading> of(SpokenLine line, List<String> phrases) {
    List<Misreading> found = new ArrayList<>();
    if (line.line().spoken().isEmpty()) {
      for (String word : readings.vanished(line.line().written())) {
        found.add(Misreading.of("'" + word + "' would not be heard"));
      }
    }
    particles
        .mended(line.spoken(), phrases)
        .ifPresent(
            text ->
                found.add(Misreading.mendedBy(text, "the particle は is read ハ; a build mends it")));
    cutPhrases(line, phrases, found);
    spelledOut(line, found);
    unheard(line, phrases, found);
    return found;
  }

  private void cutPhrases(SpokenLine line, List<String> phrases, List<Misreading> found) {
    for (String phrase : phrases) {
      if (Kana.moras(phrase) >= LONGEST_PHRASE) {
        String start = phrase.substring(0, Math.min(12, phrase.length()));
        String message = "the phrase '" + start + "…' is cut: put a 、 into the sentence";
        found.add(Misreading.mendedBy(paused(line), message));
      }
    }
  }

  /** The spoken text with a pause in the middle of its longest run of words, "" where none is. */
  private String paused(SpokenLine line) {
    return line.line().spoken().isEmpty() ? paused(readings.explain(line.line().written())) : "";
  }

  private static void spelledOut(SpokenLine line, List<Misreading> found) {
    Matcher latin = LATIN.matcher(line.spoken());
    while (latin.find()) {
      found.add(
          Misreading.of(
              "'%s' has no reading and is left to the engine: add one with 'zundacast dict add'"
                  .formatted(latin.group())));
    }
  }

  /** Readings in katakana that the engine's moras do not hold in this order. */
  private void unheard(SpokenLine line, List<String> phrases, List<Misreading> found) {
    if (!line.line().spoken().isEmpty()) {
      return;
    }
    String heard = heard(phrases);
    int from = 0;
    for (PieceReading piece : readings.explain(line.line().written())) {
      Matcher kana = KATAKANA.matcher(piece.spoken());
      while (!piece.spoken().equals(piece.written()) && kana.find()) {
        int at = indexOf(heard, Sound.folded(kana.group()), from);
        if (at < 0) {
          found.add(
              Misreading.mendedBy(
                  entry(piece),
                  "'%s' should be heard as %s, but the engine reads the line %s"
                      .formatted(piece.written(), kana.group(), String.join(" ", phrases))));
        } else {
          from = at;
        }
      }
    }
  }

  private static String heard(List<String> phrases) {
    StringBuilder heard = new StringBuilder();
    phrases.forEach(phrase -> heard.append(Sound.folded(phrase.replace("、", ""))));
    return heard.toString();
  }

  /** Where {@code word} begins; its first vowel may have become one with what is said before. */
  private static int indexOf(String heard, String word, int from) {
    int at = heard.indexOf(word, from);
    char first = word.charAt(0);
    boolean drawn = first == 'イ' || first == 'ウ';
    return at < 0 && drawn
        ? heard.indexOf((first == 'イ' ? 'エ' : 'オ') + word.substring(1), from)
        : at;
  }

  /** A word that the engine's dictionary does not have yet and would keep in one piece. */
  private static Optional<ReadingEntry> entry(PieceReading piece) {
    boolean unsure = piece.words().isEmpty() || piece.source() == Source.MODEL;
    boolean word = unsure && Kana.isReading(piece.spoken());
    return word && piece.source() != Source.PERSON && piece.source() != Source.NUMBER
        ? Optional.of(
            ReadingEntry.of(
                piece.written(),
                piece.spoken(),
                OptionalInt.of(LoanwordAccent.of(piece.spoken())),
                ""))
        : Optional.empty();
  }

  /**
   * The spoken text with a 、 in its longest run of katakana words, as near as can be to the run's
   * middle; "" for a run of one word.
   */
  private static String paused(List<PieceReading> pieces) {
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
    return piece.spoken().isEmpty() || KATAKANA_RUN.matcher(piece.spoken()).matches();
  }

  private static String said(List<PieceReading> pieces) {
    StringBuilder said = new StringBuilder();
    pieces.forEach(piece -> said.append(piece.spoken()));
    return said.toString().strip();
  }
}
