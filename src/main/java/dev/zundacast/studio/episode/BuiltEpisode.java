package dev.zundacast.studio.episode;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.zundacast.audio.Loudness;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the last build of an episode left, the MP3 and when each of its lines is heard, and what its
 * script says otherwise now.
 */
public final class BuiltEpisode {
  private static final int CONTEXT = 2;

  private final Workspace workspace;
  private final Map<Path, Built> known = new ConcurrentHashMap<>();

  BuiltEpisode(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * An episode that was built.
   *
   * @param version differs where its sound does
   * @param loudness absent where an earlier version built it
   * @param sections when each section begins, in ms
   * @param lines what each line says, and when, in their order
   */
  record Built(
      Path mp3,
      String version,
      long bytes,
      long millis,
      @Nullable Loudness loudness,
      Map<String, Long> sections,
      Map<String, BuiltLine> lines) {

    /** Whether the script says something else now. */
    boolean isOtherwise(EpisodeText now) {
      return !rows(lines).equals(rows(now));
    }
  }

  /** A line of an MP3: as it is shown, as it was sent, and when it begins in ms. */
  record BuiltLine(String written, String spoken, long startMillis) {}

  /** The last build, empty where there is none or its MP3 is gone. */
  Optional<Built> of(OpenEpisode episode) throws IOException {
    Path folder = workspace.episode(episode.post());
    Optional<BuildRecord> record = BuildRecord.read(folder);
    if (record.isEmpty() || !Files.isRegularFile(Path.of(record.get().mp3()))) {
      return Optional.empty();
    }
    String version = Long.toHexString(record.get().content().hashCode() & 0xffffffffL);
    Built before = known.get(folder);
    if (before == null || !before.version().equals(version)) {
      before = read(folder, record.get(), version);
      known.put(folder, before);
    }
    return Optional.of(before);
  }

  private Built read(Path folder, BuildRecord record, String version) throws IOException {
    Path mp3 = Path.of(record.mp3());
    Map<String, Long> sections = new HashMap<>();
    Map<String, BuiltLine> lines = new LinkedHashMap<>();
    Path times = folder.resolve(Workspace.stem(mp3) + ".json");
    if (Files.isRegularFile(times)) {
      JsonNode tree = Json.tree(Files.readAllBytes(times));
      tree.path("sections")
          .forEach(it -> sections.put(it.path("id").asText(), it.path("start_ms").asLong()));
      tree.path("lines").forEach(it -> lines.put(it.path("id").asText(), said(it)));
    }
    return new Built(
        mp3, version, record.bytes(), record.millis(), record.loudness(), sections, lines);
  }

  private static BuiltLine said(JsonNode line) {
    return new BuiltLine(
        line.path("written").asText(),
        line.path("spoken").asText(),
        line.path("start_ms").asLong());
  }

  /** From what the program would make of the post to the script, as a unified diff. */
  public String toPost(OpenEpisode episode, ScriptOptions options) throws IOException {
    EpisodeText text = episode.requireText();
    Stages stages = text.stages();
    Post post = Posts.read(episode.post());
    List<String> fresh =
        stages
            .scripts()
            .of(post, Shows.find(episode.post(), Optional.empty()), episode.script(), options)
            .anew()
            .lines()
            .filter(BuiltEpisode::isSaid)
            .toList();
    List<String> now = text.content().text().lines().filter(BuiltEpisode::isSaid).toList();
    return diff(Workspace.name(episode.post()), Workspace.name(episode.script()), fresh, now);
  }

  /** What the tool remembers at the end of a script is nobody's to read. */
  private static boolean isSaid(String row) {
    return !row.startsWith("#=");
  }

  /** From what the MP3 says to the script, a row a line. */
  public String toBuild(OpenEpisode episode) throws IOException {
    List<String> before = of(episode).map(it -> rows(it.lines())).orElse(List.of());
    return diff("MP3", Workspace.name(episode.script()), before, rows(episode.requireText()));
  }

  private static List<String> rows(EpisodeText text) {
    Map<String, BuiltLine> lines = new LinkedHashMap<>();
    for (SpokenLine line : text.audible()) {
      lines.put(line.line().id(), new BuiltLine(line.line().display(), line.spoken(), 0));
    }
    return rows(lines);
  }

  private static List<String> rows(Map<String, BuiltLine> lines) {
    List<String> rows = new ArrayList<>();
    lines.forEach(
        (id, line) -> {
          rows.add("[" + id + "] " + line.written());
          rows.add("  > " + line.spoken());
        });
    return rows;
  }

  private static String diff(String from, String to, List<String> before, List<String> now) {
    return String.join(
        "\n",
        UnifiedDiffUtils.generateUnifiedDiff(
            from, to, before, DiffUtils.diff(before, now), CONTEXT));
  }
}
