package dev.zundacast.reading;

import static java.util.Comparator.comparing;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.TextFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.reading.latin.LatinText;
import dev.zundacast.reading.piece.PieceReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A reading list, {@code readings.tsv}: one word a line, {@code written<TAB>reading
 * <TAB>accent<TAB>note}, with comments. Changes give a new list and keep comments and order.
 */
public final class ReadingList {
  private static final String HEAD = "# written\treading in katakana\taccent\tnote";

  private final Path file;
  private final List<FileLine> rows;
  private final Optional<ReadingList> behind;

  /** The words of all lists by their first letters, the longest first. */
  private final Map<Character, List<PieceReading>> byFirst;

  private final List<Diagnostic> warnings;

  private ReadingList(
      Path file, List<FileLine> rows, Optional<ReadingList> behind, List<Diagnostic> warnings) {
    this.file = file;
    this.warnings = List.copyOf(warnings);
    this.rows = List.copyOf(rows);
    this.behind = behind;
    this.byFirst =
        all().stream()
            .map(ReadingEntry::piece)
            .filter(word -> !word.written().isEmpty())
            .sorted(comparing((PieceReading word) -> word.written().length()).reversed())
            .collect(Collectors.groupingBy(word -> first(word.written(), 0)));
  }

  /** A line of the file: a word, or a comment or empty line (no entry). */
  private record FileLine(String text, Optional<ReadingEntry> entry) {}

  /**
   * Reads the file; one that does not exist is an empty list.
   *
   * @throws Problem with each bad line
   */
  public static ReadingList load(Path file) throws IOException {
    String text = TextFile.read(file).orElse("");
    List<FileLine> rows = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    List<Diagnostic> warnings = new ArrayList<>();
    Set<String> known = new HashSet<>();
    int number = 0;
    for (String line : text.replaceFirst("^\uFEFF", "").lines().toList()) {
      number++;
      int at = number;
      if (line.isBlank() || line.startsWith("#")) {
        rows.add(new FileLine(line, Optional.empty()));
        continue;
      }
      try {
        ReadingEntry entry = parse(line);
        ReadingEntry.refuse(entry.formFault());
        if (!known.add(entry.written())) {
          throw Problem.input("reading.twice", entry.written());
        }
        Optional<Message> refused = entry.engineFault();
        refused.ifPresent(why -> warnings.add(refused(file, at, why)));
        // The reading is spoken all the same; only its accent is an engine's to keep.
        rows.add(
            new FileLine(line, Optional.of(refused.isEmpty() ? entry : entry.withoutAccent())));
      } catch (Problem e) {
        faults.add(wrong(file, number, line, e));
      }
    }
    if (!faults.isEmpty()) {
      throw Problem.in(faults);
    }
    return new ReadingList(file, rows, Optional.empty(), warnings);
  }

  /**
   * Reads a show's own list and those behind it; a word of a list before goes before the same word
   * of the next.
   *
   * @param files at least one; changes are those of the first
   * @throws Problem with each bad line
   */
  public static ReadingList load(List<Path> files) throws IOException {
    ReadingList list = load(files.get(files.size() - 1));
    for (int i = files.size() - 2; i >= 0; i--) {
      ReadingList own = load(files.get(i));
      List<Diagnostic> warnings = new ArrayList<>(own.warnings);
      warnings.addAll(list.warnings);
      list = new ReadingList(own.file, own.rows, Optional.of(list), warnings);
    }
    return list;
  }

  private static Diagnostic refused(Path file, int number, Message why) {
    return Diagnostic.at(file, number, "reading.withoutAccent", why);
  }

  /** What is wrong with a line of a file of words. */
  static Diagnostic wrong(Path file, int number, String line, Problem why) {
    Message next = Message.of("reading.correct");
    return new Diagnostic(file, number, 0, Message.of(why), Message.plain(line), next);
  }

  private static ReadingEntry parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length < 2 || fields.length > 4) {
      throw Problem.input("reading.fields", fields.length);
    }
    String accent = fields.length > 2 ? fields[2].strip() : "";
    String note = fields.length > 3 ? fields[3] : "";
    return ReadingEntry.of(fields[0], fields[1], accent(accent), note);
  }

  private static OptionalInt accent(String text) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw Problem.input("reading.badAccent", text).causedBy(e);
    }
  }

  public Path file() {
    return file;
  }

  /** The words that engines would refuse, with their places. */
  public List<Diagnostic> warnings() {
    return warnings;
  }

  /** What is to be said of a word that an engine refused; empty for one of no list. */
  public Optional<Diagnostic> refused(DictionaryWord word, Message reason) {
    for (int i = 0; i < rows.size(); i++) {
      Optional<ReadingEntry> entry = rows.get(i).entry();
      if (entry.flatMap(ReadingEntry::dictionaryWord).filter(word::equals).isPresent()) {
        Message why =
            Message.of("reading.refused", entry.get().reading(), entry.get().written(), reason);
        return Optional.of(refused(file, i + 1, why));
      }
    }
    return behind.flatMap(list -> list.refused(word, reason));
  }

  /** The list's own words, then those of the lists behind it that it does not give itself. */
  public List<ReadingEntry> all() {
    List<ReadingEntry> own = entries();
    Set<String> written = own.stream().map(ReadingEntry::written).collect(Collectors.toSet());
    return Stream.concat(
            own.stream(),
            behind.stream()
                .flatMap(list -> list.all().stream())
                .filter(entry -> !written.contains(entry.written())))
        .toList();
  }

  /** The list's own words in the file's order. */
  public List<ReadingEntry> entries() {
    return rows.stream().flatMap(row -> row.entry().stream()).toList();
  }

  public Optional<ReadingEntry> find(String written) {
    return entries().stream().filter(entry -> entry.written().equals(written)).findFirst();
  }

  /** An entry with the note that the list has of its word. */
  public ReadingEntry noted(ReadingEntry entry) {
    String note = find(entry.written()).map(ReadingEntry::note).orElse(entry.note());
    return ReadingEntry.of(entry.written(), entry.reading(), entry.accent(), note);
  }

  /**
   * The list with these words, in place of entries with the same spelling where there are some.
   *
   * @throws Problem when an entry is faulty
   */
  public ReadingList with(List<ReadingEntry> entries) {
    Map<String, FileLine> left = new LinkedHashMap<>();
    for (ReadingEntry entry : entries) {
      ReadingEntry.refuse(entry.fault());
      left.put(entry.written(), new FileLine(entry.line(), Optional.of(entry)));
    }
    List<FileLine> changed = new ArrayList<>(rows);
    if (rows.isEmpty()) {
      changed.add(new FileLine(HEAD, Optional.empty()));
    }
    changed.replaceAll(row -> row.entry().map(old -> left.remove(old.written())).orElse(row));
    changed.addAll(left.values());
    return new ReadingList(file, changed, behind, warnings);
  }

  /** The list without this word. */
  public ReadingList without(String written) {
    List<FileLine> left = new ArrayList<>(rows);
    left.removeIf(row -> row.entry().filter(it -> it.written().equals(written)).isPresent());
    return new ReadingList(file, left, behind, warnings);
  }

  /** The file's text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(row.text()).append('\n'));
    return text.toString();
  }

  /** Writes the list to its file in one step. */
  public void save() throws IOException {
    AtomicFile.write(AtomicFile.behind(file), text());
  }

  /**
   * The longest word of the list that stands in {@code text} at {@code from}. A word's Latin ends
   * must be ends of words of the text too. A word with a capital letter behind its first one
   * ({@code OpenAI}, {@code IT}) stands for that spelling alone, another for any capitals.
   */
  Optional<PieceReading> at(String text, int from) {
    return byFirst.getOrDefault(first(text, from), List.of()).stream()
        .filter(word -> stands(word.written(), text, from))
        .findFirst();
  }

  private static char first(String text, int from) {
    return Character.toLowerCase(text.charAt(from));
  }

  private static boolean stands(String word, String text, int from) {
    String rest = word.substring(1);
    boolean anyCase = rest.equals(rest.toLowerCase(Locale.ROOT));
    return text.regionMatches(true, from, word, 0, word.length())
        && (anyCase || text.startsWith(word, from))
        && LatinText.isEdge(text, from)
        && LatinText.isEdge(text, from + word.length());
  }
}
