package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A show with its posts, the newest first. */
public record ShowView(
    String title,
    String site,
    String version,
    List<PostRow> posts,
    EngineView engine,
    String lang,
    long news) {

  /** How it stands with the episode of a post. */
  public enum EpisodeState {
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

  /** Whether a post has a script. */
  public enum ScriptState {
    @JsonProperty("none")
    NONE,
    @JsonProperty("ok")
    OK,
    /** It was edited since the episode was built. */
    @JsonProperty("edited")
    EDITED
  }

  /**
   * A post.
   *
   * @param stale why its episode is no longer what would be built
   * @param millis length of its episode
   * @param findings those of the last check, absent before one
   * @param error why it cannot be read
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PostRow(
      String key,
      String date,
      String title,
      ScriptState script,
      EpisodeState episode,
      @Sentence @Nullable String stale,
      @Nullable Long millis,
      @Nullable Double loudness,
      @Nullable Integer findings,
      int decisions,
      String file,
      @Sentence @Nullable String error) {}
}
