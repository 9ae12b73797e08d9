package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an episode. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SectionView(
    String id,
    String kind,
    String title,
    @Nullable String url,
    @Nullable Long startMillis,
    List<LineView> lines,
    List<LeftOut> leftOut) {

  /**
   * A sentence that stands in the script as a comment and can be taken in.
   *
   * @param after the line above it, "" at the section's start
   */
  public record LeftOut(String id, String text, String after) {}
}
