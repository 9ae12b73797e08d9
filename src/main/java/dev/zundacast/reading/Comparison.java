package dev.zundacast.reading;

import dev.zundacast.episode.SpokenLine;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.PieceReading;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lays the readings that were meant beside the moras that an engine answered. */
final class Comparison {
  /** VOICEVOX drops what an accent phrase has beyond this many moras. */
  private static final int LONGEST_PHRASE = 48;

  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]{2,}");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");
  private static final String VOWELS = "アイウエオ";
  private static final List<String> ROWS =
      List.of(
          "アカサタナハマヤラワガザダバパャァヮ",
          "イキシチニヒミリギジヂビピィ",
          "ウクスツヌフムユルグズヅブプュゥヴ",
          "エケセテネヘメレゲゼデベペェ",
          "オコソトノホモヨロヲゴゾドボポョォ");

  private final Readings readings;

  Comparison(Readings readings) {
    this.readings = readings;
  }

  List<Misreading> of(SpokenLine line, List<String> phrases) {
    List<Misreading> found = new ArrayList<>();
    for (String word : readings.vanished(line.line().written())) {
      found.add(new Misreading("'" + word + "' would not be heard", ""));
    }
    readings
        .review()
        .mended(line.spoken(), phrases)
        .ifPresent(
            text -> found.add(new Misreading("the particle は is read ハ; a build mends it", text)));
    cutPhrases(phrases, found);
    spelledOut(line, found);
    unheard(line, phrases, found);
    return found;
  }

  private static void cutPhrases(List<String> phrases, List<Misreading> found) {
    for (String phrase : phrases) {
      if (Kana.moras(phrase) >= LONGEST_PHRASE) {
        String start = phrase.substring(0, Math.min(12, phrase.length()));
        found.add(
            new Misreading("the phrase '" + start + "…' is cut: put a 、 into the sentence", ""));
      }
    }
  }

  private static void spelledOut(SpokenLine line, List<Misreading> found) {
    Matcher latin = LATIN.matcher(line.spoken());
    while (latin.find()) {
      found.add(
          new Misreading(
              "'"
                  + latin.group()
                  + "' has no reading and is left to the engine: add one with"
                  + " 'zundacast dict add'",
              ""));
    }
  }

  /** Readings in katakana that the engine's moras do not hold in this order. */
  private void unheard(SpokenLine line, List<String> phrases, List<Misreading> found) {
    if (!line.line().spoken().isEmpty()) {
      return;
    }
    String heard = folded(String.join("", phrases).replace("、", ""));
    int from = 0;
    for (PieceReading piece : readings.explain(line.line().written())) {
      Matcher kana = KATAKANA.matcher(piece.spoken());
      while (!piece.spoken().equals(piece.written()) && kana.find()) {
        int at = heard.indexOf(folded(kana.group()), from);
        if (at < 0) {
          found.add(
              new Misreading(
                  "'"
                      + piece.written()
                      + "' should be heard as "
                      + kana.group()
                      + ", but the engine reads the line "
                      + String.join(" ", phrases),
                  ""));
        } else {
          from = at;
        }
      }
    }
  }

  /** Kana as they sound: a long vowel as the vowel again, ei as ee, ou as oo. */
  static String folded(String kana) {
    StringBuilder folded = new StringBuilder();
    for (char c : Kana.katakana(kana).toCharArray()) {
      char before = folded.isEmpty() ? ' ' : vowel(folded.charAt(folded.length() - 1));
      boolean longer = c == 'ー' || (c == 'イ' && before == 'エ') || (c == 'ウ' && before == 'オ');
      folded.append(longer && before != ' ' ? before : same(c));
    }
    return folded.toString();
  }

  private static char same(char c) {
    return switch (c) {
      case 'ヲ' -> 'オ';
      case 'ヅ' -> 'ズ';
      case 'ヂ' -> 'ジ';
      default -> c;
    };
  }

  private static char vowel(char c) {
    for (int row = 0; row < ROWS.size(); row++) {
      if (ROWS.get(row).indexOf(c) >= 0) {
        return VOWELS.charAt(row);
      }
    }
    return ' ';
  }
}
