package dev.zundacast.reading;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Piece;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.reading.kanji.KanjiReader;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import dev.zundacast.tasks.RecentlyUsed;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a written line into the text that an engine is sent. Start with {@link #open}; safe for
 * many threads. What engines read right stays as it is written; dictionaries are loaded when a line
 * needs them.
 */
public final class Readings {
  /** The lines of several hours. */
  private static final int MOST_REMEMBERED = 5_000;

  private final ReadingList list;
  private final Morphology morphology;
  private final Optional<Map<String, List<PieceReading>>> known;

  private Readings(
      ReadingList list, Morphology morphology, Optional<Map<String, List<PieceReading>>> known) {
    this.known = known;
    this.list = list;
    this.morphology = morphology;
  }

  /**
   * With the reading lists of these files, which need not exist, the show's own first.
   *
   * @throws Problem when a list is faulty, with each bad line
   */
  public static Readings open(List<Path> lists, Morphology morphology) throws IOException {
    return new Readings(ReadingList.load(lists), morphology, Optional.empty());
  }

  /** The analyser's dictionary, and the lists that the first line with kanji needs: 0.4 s. */
  public static Morphology loaded() {
    Morphology words = Morphology.loaded();
    new KanjiReader(words).respellings("字");
    return words;
  }

  /** The same readings, which remember what they read, for a program that goes on for hours. */
  public Readings remembering() {
    return new Readings(list, morphology, Optional.of(RecentlyUsed.map(MOST_REMEMBERED)));
  }

  /** Whether they remember what they read. */
  public boolean areRemembering() {
    return known.isPresent();
  }

  /** The same readings but for another list, to see what a change would do. */
  public Readings with(ReadingList other) {
    return new Readings(other, morphology, Optional.empty());
  }

  public ReadingList list() {
    return list;
  }

  /** What an engine is sent for this line, with the dictionary words that touch it. */
  public SpokenLine read(Line line, Voice voice) {
    List<PieceReading> pieces =
        line.spoken().isEmpty() ? explain(line.written()) : List.of(given("", line.spoken()));
    return new SpokenLine(line, voice, PieceReading.spoken(pieces).strip(), words(pieces));
  }

  /** What an engine is sent for this text, which may hold inline readings. */
  public String read(String written) {
    return PieceReading.spoken(explain(written)).strip();
  }

  private LineReader lines() {
    return new LineReader(list, morphology);
  }

  private static List<DictionaryWord> words(List<PieceReading> pieces) {
    Set<DictionaryWord> words = new LinkedHashSet<>();
    pieces.forEach(piece -> words.addAll(piece.words()));
    return List.copyOf(words);
  }

  /** The pieces that a text is read in, each with its reading and where that comes from. */
  public List<PieceReading> explain(String written) {
    if (written.length() > Line.LONGEST) {
      throw Problem.of(
          Problem.Kind.INPUT,
          Message.plain("'", written.substring(0, 20), "…': ", Line.tooLong(written)));
    }
    Optional<List<PieceReading>> before = known.map(texts -> texts.get(written));
    if (before.isPresent()) {
      return before.get();
    }
    List<PieceReading> pieces = pieces(written);
    known.ifPresent(texts -> texts.put(written, List.copyOf(pieces)));
    return pieces;
  }

  private List<PieceReading> pieces(String written) {
    List<PieceReading> pieces = new ArrayList<>();
    for (Piece piece : Piece.split(written)) {
      if (piece.spoken().isEmpty()) {
        String text = Characters.spoken(piece.written());
        pieces.addAll(lines().read(new Brackets(morphology).closed(text)));
      } else {
        pieces.add(given(piece.written(), piece.spoken()));
      }
    }
    return new PhraseBreaks(morphology).pausedAt(Particles.sure(pieces));
  }

  /** The words of a text that an engine would drop: other scripts, kanji that no dictionary has. */
  public List<String> vanished(String written) {
    return new UnreadableWords(morphology).of(PieceReading.spoken(explain(written)));
  }

  /**
   * Where an engine's answer differs from what was meant.
   *
   * @param phrases the moras of each accent phrase of its answer to {@code line.spoken()}
   */
  public List<Misreading> misreadings(SpokenLine line, List<String> phrases) {
    return new Comparison(this, morphology).of(line, phrases);
  }

  /** The readings of these lines that are guesses, each word once, where it stands first. */
  public List<Guess> guesses(List<Line> lines) {
    Map<String, Guess> guesses = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.spoken().isEmpty()) {
        for (PieceReading piece : foreign(line.written())) {
          if (piece.source() == Source.MODEL && Kana.isReading(piece.spoken())) {
            guesses.putIfAbsent(piece.written(), new Guess(line, ReadingEntry.of(piece)));
          }
        }
      }
    }
    return List.copyOf(guesses.values());
  }

  /** Only foreign words are guessed: the rest of a line is not read for them. */
  private List<PieceReading> foreign(String written) {
    return Piece.split(written).stream()
        .filter(piece -> piece.spoken().isEmpty())
        .flatMap(piece -> lines().foreign(Characters.spoken(piece.written())).stream())
        .toList();
  }

  private PieceReading given(String written, String spoken) {
    List<PieceReading> pieces = lines().given(Characters.normal(spoken));
    return new PieceReading(written, PieceReading.spoken(pieces), Source.PERSON, words(pieces));
  }

  /**
   * A reading that no list has: made from the spelling, and wrong as often as not.
   *
   * @param line where the word stands first
   * @param entry what would confirm it on the reading list
   */
  public record Guess(Line line, ReadingEntry entry) {}

  /**
   * A place where an engine's answer differs from the reading that was meant.
   *
   * @param found what is wrong, for a person
   * @param entry the word of the reading list that mends it, as engines take its reading and accent
   *     into their dictionaries; empty when only a person can tell
   */
  public record Misreading(Message found, Optional<ReadingEntry> entry) {

    /** One that only a person can mend. */
    static Misreading of(Message found) {
      return new Misreading(found, Optional.empty());
    }
  }
}
