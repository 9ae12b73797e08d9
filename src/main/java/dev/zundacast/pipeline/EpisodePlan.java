package dev.zundacast.pipeline;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.tag.TagContent;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.PlannedRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of an episode's work before any of it is done.
 *
 * @param engine the first of those that will speak
 * @param run the speaking, which has not begun
 * @param record of this work, made before an engine is asked for anything
 * @param last the record of the last build
 */
record EpisodePlan(
    PostOnDisk onDisk,
    Show show,
    Target target,
    Script script,
    LinesRead lines,
    EpisodePictures pictures,
    TagContent tag,
    EngineInfo engine,
    PlannedRun run,
    BuildRecord record,
    Optional<BuildRecord> last) {

  Path post() {
    return onDisk.file();
  }

  /** The lines that have something to say. */
  List<SpokenLine> spoken() {
    return lines.spoken();
  }

  Map<String, SpokenLine> spokenById() {
    Map<String, SpokenLine> byId = new LinkedHashMap<>();
    spoken().forEach(line -> byId.put(line.line().id(), line));
    return byId;
  }

  /**
   * Clips by their lines' ids.
   *
   * @param clips one for each of {@link #spoken}
   */
  Map<String, Clip> byId(List<Clip> clips) {
    Map<String, Clip> byId = new LinkedHashMap<>();
    for (int i = 0; i < clips.size(); i++) {
      byId.put(spoken().get(i).line().id(), clips.get(i));
    }
    return byId;
  }
}
