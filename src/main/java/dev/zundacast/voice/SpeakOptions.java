package dev.zundacast.voice;

import dev.zundacast.episode.Progress;
import dev.zundacast.episode.QueryReview;
import java.util.Set;

/**
 * How a run of lines is spoken.
 *
 * @param remake ids of lines that are asked for again although their clips are there
 * @param review what compares the engine's understanding with what was meant
 * @param progress hears of each line that is there
 */
public record SpeakOptions(Set<String> remake, QueryReview review, Progress progress) {

  /** Every line that is missing, checked, without a word. */
  public static final SpeakOptions USUAL =
      new SpeakOptions(Set.of(), QueryReview.NONE, Progress.SILENT);

  public SpeakOptions {
    remake = Set.copyOf(remake);
  }

  public SpeakOptions withRemake(Set<String> ids) {
    return new SpeakOptions(ids, review, progress);
  }

  public SpeakOptions withReview(QueryReview other) {
    return new SpeakOptions(remake, other, progress);
  }
}
