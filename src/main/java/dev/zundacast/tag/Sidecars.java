package dev.zundacast.tag;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.episode.Timeline.TimedSection;
import java.util.ArrayList;
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

  /**
   * What is heard to SubRip captions of at most two lines. A longer utterance becomes several cues
   * that share its time by the length of their text.
   */
  private static final class SubRip {
    private static final int LINES = 2;

    /**
     * The podcast namespace allows 32 characters a line; a full-width one takes the room of two.
     */
    private static final int COLUMNS = 32;

    private final StringBuilder srt = new StringBuilder();
    private final LineBreaks breaks = new LineBreaks(COLUMNS);
    private int count;

    private SubRip() {}

    static String write(List<Cue> cues) {
      SubRip captions = new SubRip();
      String speaker = "";
      for (Cue cue : cues) {
        boolean changed = !cue.speaker().equals(speaker);
        speaker = cue.speaker();
        captions.add(cue, changed ? speaker + ": " : "");
      }
      return captions.srt.toString();
    }

    private void add(Cue cue, String name) {
      List<List<String>> texts = cues(name + shown(cue.text()));
      int total = texts.stream().mapToInt(SubRip::length).sum();
      long span = cue.endMillis() - cue.startMillis();
      int before = 0;
      for (List<String> text : texts) {
        int after = before + length(text);
        cue(
            cue.startMillis() + span * before / total,
            cue.startMillis() + span * after / total,
            text);
        before = after;
      }
    }

    private List<List<String>> cues(String text) {
      List<String> lines = breaks.wrap(text);
      List<List<String>> cues = new ArrayList<>();
      for (int from = 0; from < lines.size(); from += LINES) {
        cues.add(lines.subList(from, Math.min(from + LINES, lines.size())));
      }
      return cues;
    }

    private static int length(List<String> lines) {
      return lines.stream().mapToInt(String::length).sum();
    }

    private void cue(long start, long end, List<String> lines) {
      count++;
      srt.append(count).append('\n').append(Cue.times(start, end, ',')).append('\n');
      srt.append(String.join("\n", lines)).append("\n\n");
    }

    /** SubRip has no escapes: what looks like a time line or markup gets another look. */
    private static String shown(String text) {
      return text.replace("-->", "→").replace('<', '＜').replace('>', '＞').replace("{\\", "{＼");
    }
  }

  /** A timeline to the side files that are JSON. */
  private static final class SideJson {
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
}
