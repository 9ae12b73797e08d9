package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A longer piece of work.
 *
 * @param job its id
 * @param what build, check or fill
 * @param key the post that is worked on
 * @param keys all that it is about
 * @param message what came of it, or what is going on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
    String job,
    String what,
    @Nullable String key,
    List<String> keys,
    long done,
    long total,
    State state,
    @Sentence String message) {

  /**
   * What building several posts would change.
   *
   * @param keys the posts that would be built anew
   * @param lines that engines would speak for them
   * @param seconds that this takes, as fast as they were lately
   */
  public record Plan(List<String> keys, int lines, double seconds) {}

  /** How far it is. */
  public enum State {
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("done")
    DONE,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED
  }
}
