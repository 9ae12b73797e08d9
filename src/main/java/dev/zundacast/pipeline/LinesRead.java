package dev.zundacast.pipeline;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.reading.Readings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a script as an engine is sent them.
 *
 * @param spoken the lines that have something to say
 * @param notes what was left out
 * @param all every line, which {@link #keep} remembers
 * @param known what was remembered of them
 */
record LinesRead(
    List<SpokenLine> spoken, List<String> notes, List<SpokenLine> all, KnownReadings known) {

  /**
   * Reads a script's lines, those on all cores that are not known from the last time.
   *
   * @param episode folder of what is remembered
   * @param program names this build of the program, "" remembers nothing
   */
  static LinesRead of(Script script, Stages stages, Path episode, String program)
      throws IOException {
    KnownReadings known = KnownReadings.open(episode, program, stages.workspace().readingList());
    Readings readings = stages.readings();
    List<Said> said =
        script.lines().map(l -> new Said(l, Speakers.of(l, script, stages.voices()))).toList();
    List<SpokenLine> all = said.parallelStream().map(line -> line.read(readings, known)).toList();
    List<SpokenLine> spoken = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (SpokenLine read : all) {
      if (read.spoken().isBlank()) {
        notes.add(read.line().id() + ": nothing of this line can be spoken; it is left out");
      } else {
        spoken.add(read);
      }
    }
    return new LinesRead(spoken, notes, all, known);
  }

  /** A line and who says it. */
  private record Said(Line line, Voice voice) {
    SpokenLine read(Readings readings, KnownReadings known) {
      return known.find(line, voice).orElseGet(() -> readings.read(line, voice));
    }
  }

  /** Remembers what the lines were read as. */
  void keep() throws IOException {
    known.keep(all);
  }
}
