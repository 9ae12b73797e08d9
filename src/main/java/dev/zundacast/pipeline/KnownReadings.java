package dev.zundacast.pipeline;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.reading.Readings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the lines of an episode were read as the last time. Reading the 478 lines of an hour anew
 * takes 0.6 s of a command that has just started, about half of it for the analyser's dictionary.
 * Another program or reading list reads all of them anew.
 */
public final class KnownReadings {
  private static final String FILE = "readings.json";

  private final Path file;
  private final Optional<String> basis;
  private final Map<String, Reading> known;
  private final Map<String, Reading> used = new LinkedHashMap<>();

  private record Reading(String spoken, List<DictionaryWord> words) {}

  private record Content(String basis, Map<String, Reading> lines) {}

  private KnownReadings(Path file, Optional<String> basis, Map<String, Reading> known) {
    this.file = file;
    this.basis = basis;
    this.known = known;
  }

  /**
   * Those in an episode's folder; none where they are damaged or came of anything else, as of
   * another {@code program}, which is empty for one that changes under our hands.
   */
  public static KnownReadings of(Path folder, Readings readings, Optional<String> program) {
    Path file = folder.resolve(FILE);
    Optional<String> basis =
        program.map(it -> new Digest().add(it).add(readings.list().entries().toString()).hex());
    Map<String, Reading> known =
        basis
            .flatMap(
                it ->
                    CacheFile.read(file, Content.class).filter(content -> content.basis.equals(it)))
            .map(Content::lines)
            .orElse(Map.of());
    return new KnownReadings(file, basis, known);
  }

  /** What an engine is sent for a line, as {@link Readings#read(Line, Voice)} tells. */
  public SpokenLine read(Line line, Voice voice, Readings readings) {
    String text = line.spoken().isEmpty() ? "w " + line.written() : "s " + line.spoken();
    Reading before = known.get(text);
    SpokenLine spoken =
        before == null
            ? readings.read(line, voice)
            : new SpokenLine(line, voice, before.spoken, before.words);
    used.put(text, new Reading(spoken.spoken(), spoken.words()));
    return spoken;
  }

  /** Leaves what was read for the next time; where that fails, the next time reads anew. */
  public void save() {
    if (basis.isPresent() && !known.keySet().equals(used.keySet())) {
      CacheFile.remember(file, new Content(basis.get(), used));
    }
  }
}
