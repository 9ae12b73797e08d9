package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.zundacast.episode.Voice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole episode.
 *
 * @param revision changes with every change of it
 * @param millis length of its MP3, or of what is spoken while there is none
 * @param script whether it has a script
 * @param secondsALetter that an engine takes to speak, as it did lately
 * @param undo what undoing would take back
 * @param redo what redoing would bring back
 * @param did what was just done, for people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EpisodeView(
    String key,
    PostView post,
    long revision,
    long millis,
    @Nullable Double loudness,
    @Nullable Double truePeak,
    boolean script,
    List<SectionView> sections,
    List<SpeakerView> speakers,
    List<DecisionView> decisions,
    List<String> lost,
    @Nullable AudioView audio,
    double secondsALetter,
    @Sentence @Nullable String undo,
    @Sentence @Nullable String redo,
    @Sentence List<String> did) {

  /** The post that it is made of. */
  public record PostView(String title, String date, String file) {}

  /** Who speaks; the parameters apply where a line says nothing else. */
  public record SpeakerView(
      String name, String colour, String style, Voice.Parameters parameters) {}

  /** What the post says now where a person has other words. */
  public record DecisionView(String id, String mine, String now, int fileLine) {}

  /** The MP3 that was built last. */
  public record AudioView(String url, String peaks, long millis, long bytes) {}

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
}
