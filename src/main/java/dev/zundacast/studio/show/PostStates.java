package dev.zundacast.studio.show;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.live.CurrentStages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Posts to how it stands with their episodes. Whether one is stale takes a build's first steps to
 * tell, so it is remembered as long as nothing that decides on it was touched.
 */
final class PostStates {
  private final CurrentStages stages;
  private final Episodes episodes;
  private final BuildOptions options;
  private final Map<Path, Known> known = new ConcurrentHashMap<>();

  PostStates(CurrentStages stages, Episodes episodes, BuildOptions options) {
    this.stages = stages;
    this.episodes = episodes;
    this.options = options;
  }

  /** How it stands with the episode of a post. */
  enum EpisodeState {
    @JsonProperty("none")
    NONE,
    @JsonProperty("built")
    BUILT,
    @JsonProperty("stale")
    STALE,
    /** Made elsewhere, or without a record here. */
    @JsonProperty("published")
    PUBLISHED
  }

  /**
   * How it stands with an episode.
   *
   * @param stale why it is no longer what would be built, "" where it is
   */
  record Standing(EpisodeState state, String stale) {
    private static final String SCRIPT_EDITED = "script-edited";

    /** Whether it is its script that says otherwise than its MP3. */
    boolean isScriptEdited() {
      return stale.equals(SCRIPT_EDITED);
    }
  }

  private record Known(String touched, Standing standing) {}

  /** What is known of a post, empty where it has to be looked at. */
  Optional<Standing> known(Path post) throws IOException {
    Known before = known.get(post);
    return before != null && before.touched().equals(touched(post))
        ? Optional.of(before.standing())
        : Optional.empty();
  }

  /** Looks at a post of which nothing is known. */
  Standing look(String key, Path post) throws IOException {
    String touched = touched(post);
    Standing standing = standing(key, post);
    known.put(post, new Known(touched, standing));
    return standing;
  }

  private Standing standing(String key, Path post) throws IOException {
    try {
      DryRun dry = new DryRun(stages.get());
      if (!Build.isKnown(workspace(), post)) {
        boolean foreign = dry.state(post, options) == DryRun.State.FOREIGN;
        return new Standing(foreign ? EpisodeState.PUBLISHED : EpisodeState.NONE, "");
      }
      DryRun.Report report = dry.of(post, options);
      return report.upToDate()
          ? new Standing(EpisodeState.BUILT, "")
          : new Standing(EpisodeState.STALE, why(key, report));
    } catch (Problem wrong) {
      boolean built = Files.exists(workspace().episode(post).resolve(BuildRecord.FILE));
      return new Standing(
          built ? EpisodeState.STALE : EpisodeState.NONE, String.valueOf(wrong.getMessage()));
    }
  }

  /** A word that the page says in its reader's language. */
  private String why(String key, DryRun.Report report) throws IOException {
    if (!report.diff().isEmpty()) {
      return "post-edited";
    }
    OpenEpisode episode = episodes.open(key);
    String diff = episodes.diff().toBuild(episode);
    if (diff.lines().anyMatch(row -> row.matches("[-+] *\\[.*"))) {
      return Standing.SCRIPT_EDITED;
    }
    return diff.isEmpty() ? "else-changed" : "reading-changed";
  }

  private Workspace workspace() throws IOException {
    return stages.get().workspace();
  }

  private String touched(Path post) throws IOException {
    Path record = workspace().episode(post).resolve(BuildRecord.FILE);
    return stages.generation().number()
        + time(post)
        + time(workspace().script(post))
        + time(record)
        + BuildRecord.read(workspace().episode(post)).map(it -> time(Path.of(it.mp3()))).orElse("");
  }

  private static String time(Path file) {
    try {
      return " " + Files.getLastModifiedTime(file).toMillis() + "," + Files.size(file);
    } catch (IOException missing) {
      return " -";
    }
  }
}
