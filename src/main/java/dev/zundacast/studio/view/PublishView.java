package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between an episode and its listeners.
 *
 * @param hindrance why it is not to be published as it is, absent where nothing forbids it
 * @param values the two values as they are written into the post
 * @param files what a build writes
 * @param tags what the MP3 says of itself
 * @param steps what the show's settings have done to it
 * @param byHand what is left to do, each with the command that does it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishView(
    @Sentence @Nullable String hindrance,
    Map<String, String> values,
    List<String> files,
    Map<String, String> tags,
    List<Found> findings,
    List<Planned> steps,
    List<Step> byHand) {

  /** A step of the settings, and whether it is done already. */
  public record Planned(String step, @Sentence String what, boolean done) {}

  /** Something that this program does not do. */
  public record Step(@Sentence String what, String command) {}

  /** What was found in a post. */
  public record Check(List<Found> findings) {}

  /**
   * A finding.
   *
   * @param place {@code file:line}
   * @param line id of the script's line that it is about
   * @param next what to do about it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Found(
      String rule,
      String severity,
      @Sentence String message,
      String place,
      @Nullable String line,
      @Sentence @Nullable String next) {}
}
