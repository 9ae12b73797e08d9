package dev.zundacast.episode;

import java.util.List;
import java.util.Optional;

/** Compares what an engine understood with what was meant. */
@FunctionalInterface
public interface QueryReview {
  /** Finds nothing to mend. */
  QueryReview NONE = (spoken, phrases) -> Optional.empty();

  /**
   * A text to send instead, when the engine misread {@code spoken}.
   *
   * @param spoken the text that was sent
   * @param phrases the moras of each accent phrase of the answer in katakana, a pause as 、
   */
  Optional<String> mended(String spoken, List<String> phrases);

  /** Whether these are surely the moras of another text than {@code spoken}. */
  default boolean isOfAnother(String spoken, List<String> phrases) {
    return false;
  }
}
