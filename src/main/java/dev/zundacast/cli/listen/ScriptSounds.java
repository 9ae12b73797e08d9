package dev.zundacast.cli.listen;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PlannedLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The lines of a post's script with the sounds that engines make, or made, of them. */
record ScriptSounds(PlannedLines run, ClipStore store, Map<String, SpokenLine> lines, Path script) {
  /** Reads the script as it is now; a problem where there is none. */
  static ScriptSounds of(Stages stages, Path post, EnginePool pool) throws IOException {
    Path file = stages.workspace().ownScript(post, ShowFolder.of(post).root());
    Script script = stages.scripts().open(file).script();
    Map<String, SpokenLine> lines = new LinkedHashMap<>();
    stages
        .spoken(script)
        .filter(line -> !line.spoken().isBlank())
        .forEach(line -> lines.put(line.line().id(), line));
    PlannedLines run = pool.plan(List.copyOf(lines.values()), Set.of(), Progress.SILENT);
    return new ScriptSounds(run, ClipStore.open(stages.workspace().clips()), lines, file);
  }

  Map<String, String> identities() {
    Iterator<String> all = run.identities(run.lines()).iterator();
    Map<String, String> byId = new LinkedHashMap<>();
    lines.keySet().forEach(id -> byId.put(id, all.next()));
    return byId;
  }

  String written(String id) {
    return Objects.requireNonNull(lines.get(id)).line().display();
  }

  /** The sound of a line, which an engine makes where it is missing. */
  Path sound(String id) throws IOException {
    SpokenLine line = lines.get(id);
    if (line == null) {
      throw Problem.in(Diagnostic.of(script, "play.noLine", id, String.join(", ", lines.keySet())));
    }
    return run.speak(List.of(line), store, ClipListener.NONE).get(0).wav();
  }
}
