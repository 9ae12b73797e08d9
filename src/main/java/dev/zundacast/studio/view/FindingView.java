package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Something about a line that a person should look at or listen to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
    String rule,
    String severity,
    @Sentence String message,
    @Nullable String word,
    @Nullable Remedy remedy) {

  /**
   * What mends it.
   *
   * @param label for people
   * @param action {@code reading} (value: what is spoken), {@code dict} (value: word TAB reading
   *     TAB accent)
   */
  public record Remedy(@Sentence String label, String action, String value) {}
}
