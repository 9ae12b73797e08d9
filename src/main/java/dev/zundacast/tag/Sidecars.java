package dev.zundacast.tag;

import dev.zundacast.episode.Timeline;
import java.util.List;

/**
 * An episode's timeline to the files beside its MP3: transcripts, chapters and the timeline itself.
 * All of them show the written text, never the spoken one, which stands in the timeline alone.
 */
public final class Sidecars {
  /** What the names of all side files end with. */
  public static final List<String> SUFFIXES =
      List.of(
          ".json", ".vtt", ".srt", ".txt", ".transcript.json", ".chapters.json", ".chapters.txt");

  private Sidecars() {}

  /** The side files, the timeline first. */
  public static List<Sidecar> of(Timeline timeline, SidecarContent content) {
    List<Utterance> heard = Utterance.of(timeline);
    return List.of(
        new Sidecar(".json", "application/json", TimelineJson.write(timeline, content)),
        new Sidecar(".vtt", "text/vtt", WebVtt.write(heard)),
        new Sidecar(".srt", "application/x-subrip", SubRip.write(heard)),
        new Sidecar(".txt", "text/plain", PlainTranscript.write(heard)),
        new Sidecar(".transcript.json", "application/json", TranscriptJson.write(heard)),
        new Sidecar(
            ".chapters.json", "application/json+chapters", ChaptersJson.write(timeline, content)),
        new Sidecar(".chapters.txt", "text/plain", stamps(timeline)));
  }

  /** The chapters as lines for a description, "00:00 title"; players make chapters of them. */
  public static String stamps(Timeline timeline) {
    return TimeStamps.write(Chapter.of(timeline));
  }
}
