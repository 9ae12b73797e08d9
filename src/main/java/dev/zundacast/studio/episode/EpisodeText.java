package dev.zundacast.studio.episode;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.script.file.ScriptContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an episode's script says, with what engines are sent for each line by its id, as these
 * stages read it at this generation of the reading list.
 */
record EpisodeText(
    ScriptContent content, Stages stages, int generation, Map<String, SpokenLine> spoken) {

  /** Reads its lines; the readings remember what they read before. */
  static EpisodeText of(ScriptContent content, Stages stages, int generation) {
    Map<String, SpokenLine> spoken = new LinkedHashMap<>();
    stages.spoken(content.script()).forEach(line -> spoken.put(line.line().id(), line));
    return new EpisodeText(content, stages, generation, spoken);
  }

  /** The line with this id; a problem where there is none. */
  SpokenLine line(String id) {
    return Optional.ofNullable(spoken.get(id))
        .orElseThrow(() -> Problem.input("studio.noLine", id));
  }

  /** A line as it would be read if it said this, or were read like this; null is as it is. */
  SpokenLine read(String id, @Nullable String written, @Nullable String spoken) {
    SpokenLine known = line(id);
    Line line = known.line();
    String words = Objects.requireNonNullElse(written, line.written());
    String said = Objects.requireNonNullElse(spoken, line.spoken());
    return stages.readings().read(line.withWritten(words).withSpoken(said), known.voice());
  }

  List<SpokenLine> lines(List<String> ids) {
    return ids.stream().filter(spoken::containsKey).map(this::line).toList();
  }

  List<SpokenLine> audible() {
    List<SpokenLine> lines = new ArrayList<>(spoken.values());
    lines.removeIf(line -> line.spoken().isBlank());
    return lines;
  }
}
