package dev.zundacast.reading;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Sound;
import dev.zundacast.message.Message;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.LoanwordAccent;
import dev.zundacast.reading.piece.PieceReading;
import dev.zundacast.reading.piece.Source;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A person's reading of one word: a line of readings.tsv.
 *
 * @param written the word as texts spell it
 * @param reading katakana
 * @param accent mora of the accent's core from 1, 0 for flat, empty when not given
 * @param note anything, "" when there is none
 */
public record ReadingEntry(String written, String reading, OptionalInt accent, String note) {
  /** What would end a field or a line of the list. */
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\u2028\u2029]+");

  /** The entry with its reading in katakana and its note on one line. */
  public static ReadingEntry of(String written, String reading, OptionalInt accent, String note) {
    String oneLine = BREAKS.matcher(note.strip()).replaceAll(" ");
    return new ReadingEntry(written.strip(), Sound.katakana(reading.strip()), accent, oneLine);
  }

  /** Katakana that engines' dictionaries refuse: ッッ, and ヮ but in クヮ and グヮ. */
  private static final Pattern REFUSED = Pattern.compile("ッッ|(?<![クグ])ヮ");

  /** The command that puts the entry on a list. */
  public String command() {
    String accented = accent.isPresent() ? " --accent " + accent.getAsInt() : "";
    return "zundacast dict add " + written + " " + reading + accented;
  }

  /** Why the entry cannot come into a list, empty when it can. */
  Optional<Message> fault() {
    return formFault().or(this::engineFault);
  }

  /**
   * Passes over an entry without a fault.
   *
   * @throws Problem when it has one
   */
  static void refuse(Optional<Message> fault) {
    if (fault.isPresent()) {
      throw Problem.of(Problem.Kind.INPUT, fault.get());
    }
  }

  /** Why an engine's dictionary would refuse the entry. */
  Optional<Message> engineFault() {
    Matcher refused = REFUSED.matcher(reading);
    return refused.find()
        ? Optional.of(Message.of("reading.refusedSign", reading, written, refused.group()))
        : Optional.empty();
  }

  ReadingEntry withoutAccent() {
    return new ReadingEntry(written, reading, OptionalInt.empty(), note);
  }

  /** Why a line of a list is none. */
  Optional<Message> formFault() {
    if (written.isEmpty()) {
      return Optional.of(Message.of("reading.noWord"));
    }
    if (BREAKS.matcher(written).find()) {
      return Optional.of(Message.of("reading.tab", written));
    }
    if (written.startsWith("#")) {
      return Optional.of(Message.of("reading.hash", written));
    }
    if (reading.isEmpty()) {
      return Optional.of(Message.of("reading.none", written));
    }
    if (!Kana.isReading(reading)) {
      return Optional.of(Message.of("reading.noKatakana", reading, written));
    }
    int moras = Kana.moras(reading);
    if (accent.isPresent() && (accent.getAsInt() < 0 || accent.getAsInt() > moras)) {
      return Optional.of(Message.of("reading.accentOutside", accent.getAsInt(), written, moras));
    }
    return Optional.empty();
  }

  /** The word as cleaned texts have it, with its reading. */
  PieceReading piece() {
    return new PieceReading(
        Characters.normal(written), reading, Source.LIST, dictionaryWord().stream().toList());
  }

  /** What would put a guess on a list, with the accent that loanwords have. */
  static ReadingEntry of(PieceReading guess) {
    OptionalInt accent = OptionalInt.of(LoanwordAccent.of(guess.spoken()));
    return of(guess.written(), guess.spoken(), accent, "");
  }

  /** What an engine's dictionary is told about it: the spoken text holds the reading itself. */
  Optional<DictionaryWord> dictionaryWord() {
    return accent.isPresent()
        ? Optional.of(Kana.word(reading, accent.getAsInt()))
        : Optional.empty();
  }

  /** The entry as a line of the list, without line end. */
  public String line() {
    String number = accent.isPresent() ? Integer.toString(accent.getAsInt()) : "";
    return (written + "\t" + reading + "\t" + number + "\t" + note).stripTrailing();
  }
}
