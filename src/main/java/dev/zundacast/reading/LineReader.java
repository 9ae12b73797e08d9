package dev.zundacast.reading;

import dev.zundacast.reading.kanji.KanjiReader;
import dev.zundacast.reading.latin.LatinRun;
import dev.zundacast.reading.number.NumberReader;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.LoanwordAccent;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.reading.piece.SpokenRules;
import dev.zundacast.words.Morpheme;
import dev.zundacast.words.Morphology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cleaned text to what is spoken, from left to right: at each place a word of the reading list, a
 * number, a Latin word, a sign, or else the text's own character.
 */
record LineReader(ReadingList list, Morphology morphology) {
  private static final SpokenRules SIGNS =
      SpokenRules.of(LineReader.class, "signs.tsv", Map.of(), SpokenRules.NO_WORDS, Source.SIGN);

  /** A number with a Latin unit or word behind it: 7B, 3D, 1on1. */
  private static final Pattern SIZE = Pattern.compile("\\d[\\d.,]*\\s?[A-Za-zμ]");

  private static final Pattern WITH_SMALL_KANA = Pattern.compile("[ァ-ヴー]*[ァィゥェォャュョ][ァ-ヴー]*");

  private static final int FEWEST_MORAS = 4;

  /** A longer run is several words; the engine parts them. */
  private static final int MOST_MORAS = 20;

  /** The pieces of {@code text}; their written sides join to it. */
  List<PieceReading> read(String text) {
    Map<Integer, PieceReading> respellings = new KanjiReader(morphology).respellings(text);
    Map<Integer, PieceReading> words = katakanaWords(text);
    return read(
        text,
        at -> {
          List<PieceReading> found = at(text, at, respellings);
          return found.isEmpty() && words.containsKey(at) ? List.of(words.get(at)) : found;
        });
  }

  /**
   * The katakana words of a text, by their places, that no dictionary has and engines tear before a
   * small kana (リュブリャーナ as リュブリ and ヤーナ), so that they go into the engine's dictionary.
   */
  private Map<Integer, PieceReading> katakanaWords(String text) {
    return WITH_SMALL_KANA.matcher(text).find()
        ? morphology.analyse(text).stream()
            .filter(LineReader::isUnknown)
            .collect(Collectors.toMap(Morpheme::start, word -> katakanaWord(word.surface())))
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

  private static PieceReading katakanaWord(String kana) {
    return new PieceReading(
        kana, kana, Source.TEXT, List.of(Kana.word(kana, LoanwordAccent.of(kana))));
  }

  /** The pieces of a reading that a person gave: only Latin letters in it are read. */
  List<PieceReading> given(String text) {
    return read(text, at -> latinAt(text, at));
  }

  /** The pieces of a text whose foreign words alone are read; no word of it is analysed. */
  List<PieceReading> foreign(String text) {
    return read(text, at -> list.at(text, at).isPresent() ? at(text, at) : latinAt(text, at));
  }

  /**
   * The pieces of a text.
   *
   * @param finder those that are read otherwise than written at an offset, none for others
   */
  private static List<PieceReading> read(String text, IntFunction<List<PieceReading>> finder) {
    List<PieceReading> pieces = new ArrayList<>();
    int at = 0;
    int plainFrom = 0;
    while (at < text.length()) {
      List<PieceReading> found = finder.apply(at);
      if (found.isEmpty()) {
        at += Character.charCount(text.codePointAt(at));
        continue;
      }
      plain(text, plainFrom, at, pieces);
      for (PieceReading piece : found) {
        pieces.add(piece);
        at += piece.written().length();
      }
      plainFrom = at;
    }
    plain(text, plainFrom, at, pieces);
    return WordBoundaries.close(pieces);
  }

  private static void plain(String text, int from, int to, List<PieceReading> pieces) {
    if (to > from) {
      String written = text.substring(from, to);
      pieces.add(new PieceReading(written, written, Source.TEXT));
    }
  }

  private List<PieceReading> latinAt(String text, int at) {
    boolean size = SIZE.matcher(text).region(at, text.length()).lookingAt();
    boolean space = text.charAt(at) == ' ';
    return size || space || LatinRun.startsAt(text, at) ? at(text, at) : List.of();
  }

  /** A word that a person listed goes before ours, also inside of it. */
  private List<PieceReading> at(String text, int at, Map<Integer, PieceReading> respellings) {
    PieceReading kana = respellings.get(at);
    boolean ours =
        kana != null
            && IntStream.range(at, at + kana.written().length())
                .noneMatch(i -> list.at(text, i).isPresent());
    return ours ? List.of(kana) : at(text, at);
  }

  private List<PieceReading> at(String text, int at) {
    Optional<PieceReading> word = list.at(text, at);
    if (word.isPresent()) {
      return List.of(word.get());
    }
    if (Kana.isJapanese(text.charAt(at))) {
      return List.of();
    }
    if (LatinRun.isDigitTerm(text, at)) {
      return LatinRun.read(text, at);
    }
    Optional<PieceReading> number = NumberReader.at(text, at);
    if (number.isPresent()) {
      return List.of(number.get());
    }
    if (LatinRun.startsAt(text, at)) {
      return LatinRun.read(text, at);
    }
    String written = Character.toString(text.codePointAt(at));
    String spoken = SIGNS.at(text, at).map(PieceReading::spoken).orElse("");
    return spoken.equals(written) && !written.equals(" ")
        ? List.of()
        : List.of(
            new PieceReading(written, spoken, spoken.isEmpty() ? Source.DROPPED : Source.SIGN));
  }

  /**
   * Closes the spaces around Latin words, which engines would make pauses of, and puts a pause into
   * a long English phrase: an accent phrase holds 48 moras, and engines drop the rest without a
   * word.
   */
  private static final class WordBoundaries {
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
        if (piece.source() == Source.SIGN && piece.spoken().equals(" ") && touchesWord(pieces, i)) {
          boolean pause = isPhraseEnd(pieces, i, moras);
          closed.add(new PieceReading(piece.written(), pause ? "、" : "", Source.SIGN));
          moras = pause ? 0 : moras;
        } else {
          closed.add(piece);
          moras = Kana.isKatakana(piece.spoken()) ? moras + Kana.moras(piece.spoken()) : 0;
        }
      }
      return closed;
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
      if (pieces.get(at - 1).spoken().matches(".*[0-9]")
          && pieces.get(at + 1).spoken().matches("[0-9].*")) {
        return true;
      }
      if (moras < LONG) {
        return false;
      }
      String next = pieces.get(at + 1).written().toLowerCase(Locale.ROOT);
      return moras >= TOO_LONG || OPENERS.contains(next);
    }
  }
}
