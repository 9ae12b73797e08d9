package dev.zundacast.tag;

import dev.zundacast.episode.Timeline;
import java.util.List;

/**
 * An episode's timeline to the files beside its MP3: transcripts, chapters and the timeline itself.
 * All of them show the written text, never the spoken one, which stands in the timeline alone.
 */
final class Sidecars {
  /** What the names of all side files end with. */
  static final List<String> SUFFIXES =
      List.of(
          ".json", ".vtt", ".srt", ".txt", ".transcript.json", ".chapters.json", ".chapters.txt");

  private Sidecars() {}

  /** The side files, the timeline first. */
  static List<Sidecar> of(Timeline timeline, SidecarContent content) {
    List<Cue> cues = Cue.of(timeline);
    List<Chapter> chapters = Chapter.of(timeline);
    return List.of(
        new Sidecar(".json", SideJson.timeline(timeline, content)),
        new Sidecar(".vtt", Cue.webVtt(cues)),
        new Sidecar(".srt", SubRip.write(cues)),
        new Sidecar(".txt", Cue.plainText(cues)),
        new Sidecar(".transcript.json", SideJson.transcript(cues)),
        new Sidecar(".chapters.json", SideJson.chapters(chapters, content)),
        new Sidecar(".chapters.txt", Chapter.stamps(chapters)));
  }
}
