package dev.zundacast.episode;

import java.util.List;

/** Compares what an engine understood with the text that it was sent. */
@FunctionalInterface
public interface QueryReview {
  /** Takes every answer. */
  QueryReview NONE = (spoken, phrases) -> false;

  /**
   * Whether these are surely the moras of another text.
   *
   * @param spoken the text that was sent
   * @param phrases the moras of each accent phrase of the answer in katakana, a pause as 、
   */
  boolean isOfAnother(String spoken, List<String> phrases);
}
