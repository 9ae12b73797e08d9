package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found in a post that should not be published as it is. */
public record CheckView(List<Found> findings) {

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
