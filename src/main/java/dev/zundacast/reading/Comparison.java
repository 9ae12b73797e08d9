package dev.zundacast.reading;

import dev.zundacast.episode.Sound;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.reading.Readings.Misreading;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lays the readings that were meant beside the moras that an engine answered. */
record Comparison(Readings readings, Morphology morphology) {
  /** VOICEVOX drops what an accent phrase has beyond this many moras. */
  private static final int LONGEST_PHRASE = 48;

  private static final Pattern KATAKANA = Pattern.compile("[ァ-ヴー]{2,}");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");

  private static final Pattern KANJI = Pattern.compile("\\p{IsHan}");

  List<Misreading> of(SpokenLine line, List<String> phrases) {
    List<Misreading> found = new ArrayList<>();
    if (line.line().spoken().isEmpty()) {
      doubtful(line, phrases, found);
      for (String word : readings.vanished(line.line().written())) {
        found.add(Misreading.of(Message.of("reading.unheard", word)));
      }
    }
    cutPhrases(phrases, found);
    spelledOut(line, found);
    if (line.line().spoken().isEmpty()) {
      unheard(line, phrases, found);
    }
    return found;
  }

  /**
   * Names that the analyser reads otherwise than the engine, and kanji that it reads in no way: no
   * rule has decided these, so only an ear can tell. Other words that both read otherwise are the
   * engine's in seven of eight places.
   */
  private void doubtful(SpokenLine line, List<String> phrases, List<Misreading> found) {
    if (!KANJI.matcher(line.spoken()).find()) {
      return;
    }
    String heard = heard(phrases);
    for (Morpheme word : morphology.analyse(line.spoken())) {
      // 日本 is ニホン as well as ニッポン.
      boolean country = word.is("名詞-固有名詞-地域-国");
      boolean name = word.is("名詞-固有名詞") && !country && word.surface().length() > 1;
      boolean unlike = name && !heard.contains(Sound.folded(word.reading()));
      if (KANJI.matcher(word.surface()).find() && (unlike || word.reading().isEmpty())) {
        found.add(Misreading.of(Message.of("reading.doubtful", word.surface())));
      }
    }
  }

  private static void cutPhrases(List<String> phrases, List<Misreading> found) {
    for (String phrase : phrases) {
      if (Kana.moras(phrase) >= LONGEST_PHRASE) {
        String start = phrase.substring(0, Math.min(12, phrase.length()));
        found.add(Misreading.of(Message.of("reading.phraseCut", start)));
      }
    }
  }

  private static void spelledOut(SpokenLine line, List<Misreading> found) {
    for (Matcher latin = LATIN.matcher(line.spoken()); latin.find(); ) {
      found.add(Misreading.of(Message.of("reading.leftToEngine", latin.group())));
    }
  }

  /** Readings in katakana that the engine's moras do not hold in this order. */
  private void unheard(SpokenLine line, List<String> phrases, List<Misreading> found) {
    String heard = heard(phrases);
    int from = 0;
    for (PieceReading piece : readings.explain(line.line().written())) {
      Matcher kana = KATAKANA.matcher(piece.spoken());
      while (!piece.spoken().equals(piece.written()) && kana.find()) {
        int at = indexOf(heard, Sound.folded(kana.group()), from);
        if (at < 0) {
          found.add(
              new Misreading(
                  Message.of(
                      "reading.otherwise",
                      piece.written(),
                      kana.group(),
                      String.join(" ", phrases)),
                  entry(piece)));
        } else {
          from = at;
        }
      }
    }
  }

  private static String heard(List<String> phrases) {
    return phrases.stream()
        .map(phrase -> Sound.folded(phrase.replace("、", "")))
        .collect(Collectors.joining());
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
        ? Optional.of(ReadingEntry.of(piece))
        : Optional.empty();
  }
}
