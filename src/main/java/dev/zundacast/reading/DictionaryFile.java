package dev.zundacast.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Sound;
import dev.zundacast.message.Message;
import dev.zundacast.reading.piece.Kana;
import dev.zundacast.reading.piece.LoanwordAccent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reading list entries from and to what VOICEVOX and its editor keep: the CSV of a user dictionary
 * (surface, context ids, cost, part of speech …, reading, pronunciation, accent/moras, rule), the
 * JSON that GET /user_dict answers, and plain CSV of surface, reading and accent.
 */
public final class DictionaryFile {
  private static final int DICTIONARY_COLUMNS = 13;
  private static final int PRONUNCIATION = 12;
  private static final int ACCENT = 13;

  /** Context and cost of a proper noun of the usual priority. */
  private static final String PROPER_NOUN = "1348,1348,8609,名詞,固有名詞,一般,*,*,*,*";

  /** A comma with whole quotes behind it. */
  private static final Pattern OUTSIDE_QUOTES =
      Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

  private DictionaryFile() {}

  /**
   * Reads a file in any of the forms.
   *
   * @throws Problem with each bad line
   */
  public static List<ReadingEntry> read(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return content.stripLeading().startsWith("{") ? json(file, content) : csv(file, content);
  }

  private static List<ReadingEntry> json(Path file, String content) {
    try {
      List<ReadingEntry> entries = new ArrayList<>();
      List<Diagnostic> faults = new ArrayList<>();
      for (JsonNode word : Json.tree(content)) {
        String written = Characters.normal(word.path("surface").asText());
        int accent = word.path("accent_type").asInt();
        ReadingEntry entry =
            ReadingEntry.of(
                written, word.path("pronunciation").asText(), OptionalInt.of(accent), "");
        entry
            .fault()
            .ifPresentOrElse(
                fault -> faults.add(Diagnostic.of(file, fault)), () -> entries.add(entry));
      }
      return checked(entries, faults);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw Problem.in(Diagnostic.at(file, line, "reading.noJson", Message.library(Json.fault(e))))
          .causedBy(e);
    }
  }

  private static List<ReadingEntry> csv(Path file, String content) {
    List<ReadingEntry> entries = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      List<String> fields = fields(line);
      if (line.isBlank() || (number == 1 && isHeading(fields))) {
        continue;
      }
      try {
        ReadingEntry entry = entry(fields);
        ReadingEntry.refuse(entry.fault());
        entries.add(entry);
      } catch (Problem e) {
        faults.add(ReadingList.wrong(file, number, line, e));
      }
    }
    return checked(entries, faults);
  }

  private static List<ReadingEntry> checked(List<ReadingEntry> entries, List<Diagnostic> faults) {
    if (!faults.isEmpty()) {
      throw Problem.in(faults);
    }
    return entries;
  }

  private static boolean isHeading(List<String> fields) {
    return fields.size() > 1
        && !Kana.isReading(Sound.katakana(fields.get(1)))
        && fields.size() < DICTIONARY_COLUMNS;
  }

  private static ReadingEntry entry(List<String> fields) {
    if (fields.size() >= DICTIONARY_COLUMNS) {
      String accent = fields.size() > ACCENT ? fields.get(ACCENT) : "";
      return entry(fields.get(0), fields.get(PRONUNCIATION), accent.replaceFirst("/.*", ""));
    }
    if (fields.size() < 2) {
      throw Problem.input("reading.columns", fields.size(), ACCENT + 2);
    }
    return entry(fields.get(0), fields.get(1), fields.size() > 2 ? fields.get(2) : "");
  }

  private static ReadingEntry entry(String written, String reading, String accent) {
    boolean known = accent.strip().matches("\\d+");
    OptionalInt core =
        known ? OptionalInt.of(Integer.parseInt(accent.strip())) : OptionalInt.empty();
    return ReadingEntry.of(Characters.normal(written), reading, core, "");
  }

  /** The fields of a line of CSV: {@code a,"b,""c"""} has two. */
  private static List<String> fields(String line) {
    return OUTSIDE_QUOTES
        .splitAsStream(line + " ")
        .map(field -> field.strip().replaceFirst("^\"(.*)\"$", "$1").replace("\"\"", "\""))
        .toList();
  }

  /** The words as the CSV of a VOICEVOX user dictionary, each with an accent. */
  public static String csv(List<ReadingEntry> entries) {
    return entries.stream().map(DictionaryFile::row).collect(Collectors.joining());
  }

  private static String row(ReadingEntry entry) {
    String reading = entry.reading();
    int accent = entry.accent().orElseGet(() -> LoanwordAccent.of(reading));
    String accented = accent + "/" + Kana.moras(reading);
    return String.join(
        ",", quoted(entry.written()), PROPER_NOUN, reading, reading, accented, "*\n");
  }

  private static String quoted(String field) {
    return field.matches(".*[\",].*") ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }
}
