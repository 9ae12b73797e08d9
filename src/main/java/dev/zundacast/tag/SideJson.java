package dev.zundacast.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.episode.Timeline.TimedSection;
import java.util.ArrayList;
import java.util.List;

/** A timeline to the side files that are JSON. */
final class SideJson {
  private SideJson() {}

  /** The file that all others could be made from: sections and lines with milliseconds. */
  static String timeline(Timeline timeline, SidecarContent content) {
    List<Times.Part> sections = new ArrayList<>();
    for (TimedSection section : timeline.sections()) {
      sections.add(Times.Part.of(sections.size() + 1, section));
    }
    return file(
        new Times(
            Times.VERSION,
            content.audio(),
            TagText.line(content.title()),
            timeline.sampleRate(),
            timeline.durationMillis(),
            sections,
            timeline.lines().stream().map(Times.Spoken::of).toList()));
  }

  static String transcript(List<Cue> cues) {
    return file(new Transcript("1.0.0", cues.stream().map(Transcript.Segment::of).toList()));
  }

  /** The JSON chapters of the podcast namespace. */
  static String chapters(List<Chapter> chapters, SidecarContent content) {
    return file(
        new Chapters(
            "1.2.0",
            TagText.line(content.title()),
            TagText.line(content.show()),
            chapters.stream().map(Chapters.Entry::of).toList()));
  }

  private static String file(Object content) {
    return Json.indented(content) + "\n";
  }

  /** The podcast formats count seconds: 12.5, 3.0. */
  private static double seconds(long millis) {
    return millis / 1000.0;
  }

  private record Times(
      int version,
      String audio,
      String title,
      @JsonProperty("sample_rate") int sampleRate,
      @JsonProperty("duration_ms") long durationMillis,
      List<Part> sections,
      List<Spoken> lines) {
    /** Raised when a field changes its meaning; new fields do not. */
    static final int VERSION = 1;

    record Part(
        int no,
        String id,
        String kind,
        String title,
        String url,
        @JsonProperty("start_ms") long startMillis,
        @JsonProperty("end_ms") long endMillis) {
      static Part of(int number, TimedSection section) {
        return new Part(
            number,
            section.id(),
            section.kind().word(),
            TagText.line(section.title()),
            section.source(),
            section.startMillis(),
            section.endMillis());
      }
    }

    record Spoken(
        String id,
        String section,
        String speaker,
        String written,
        String spoken,
        @JsonProperty("start_ms") long startMillis,
        @JsonProperty("end_ms") long endMillis) {
      static Spoken of(TimedLine line) {
        return new Spoken(
            line.id(),
            line.section(),
            line.speaker(),
            TagText.line(line.written()),
            line.spoken(),
            line.startMillis(),
            line.endMillis());
      }
    }
  }

  private record Transcript(String version, List<Segment> segments) {
    record Segment(String speaker, double startTime, double endTime, String body) {
      static Segment of(Cue cue) {
        return new Segment(
            cue.speaker(), seconds(cue.startMillis()), seconds(cue.endMillis()), cue.text());
      }
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Chapters(
      String version,
      String title,
      String podcastName,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<Entry> chapters) {
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Entry(double startTime, double endTime, String title, String url, String img) {
      static Entry of(Chapter chapter) {
        return new Entry(
            seconds(chapter.startMillis()),
            seconds(chapter.endMillis()),
            chapter.title(),
            chapter.url(),
            chapter.image());
      }
    }
  }
}
