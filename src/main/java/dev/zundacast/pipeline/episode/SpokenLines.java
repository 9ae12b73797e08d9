package dev.zundacast.pipeline.episode;

import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.KnownReadings;
import dev.zundacast.pipeline.Stages;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a script as an engine is sent them.
 *
 * @param lines those that have something to say
 * @param notes what was left out
 */
record SpokenLines(List<SpokenLine> lines, List<Message> notes) {

  /**
   * Reads a script's lines.
   *
   * @param known what was read before, which takes in what is read now
   * @throws dev.zundacast.episode.Problem when a line's speaker is unknown
   */
  static SpokenLines of(Script script, Stages stages, KnownReadings known) {
    List<SpokenLine> all =
        script.lines().map(l -> known.read(l, stages.voice(l, script), stages.readings())).toList();
    List<SpokenLine> spoken = new ArrayList<>();
    List<Message> notes = new ArrayList<>();
    stages.readings().list().warnings().forEach(w -> notes.add(Message.plain(BuildReport.note(w))));
    for (SpokenLine read : all) {
      if (read.spoken().isBlank()) {
        notes.add(Message.of("build.lineUnspoken", read.line().id()));
      } else {
        spoken.add(read);
      }
    }
    return new SpokenLines(spoken, notes);
  }
}
