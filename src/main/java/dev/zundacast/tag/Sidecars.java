package dev.zundacast.tag;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.episode.Timeline.TimedSection;
import dev.zundacast.tag.Tags.Sidecar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An episode's timeline to the files beside its MP3: transcripts, chapters and the timeline itself.
 * All of them show the written text, never the spoken one, which stands in the timeline alone.
 */
final class Sidecars {
  private Sidecars() {}

  /** The side files, the timeline first. */
  static List<Sidecar> of(TagContent content, String audio, Timeline timeline) {
    List<Cue> cues = Cue.of(timeline);
    List<Chapter> chapters = Chapter.of(timeline);
    return List.of(
        new Sidecar(".json", SideJson.timeline(content, audio, timeline)),
        new Sidecar(".vtt", Cue.webVtt(cues)),
        new Sidecar(".srt", Cue.subRip(cues)),
        new Sidecar(".txt", Cue.plainText(cues)),
        new Sidecar(".transcript.json", SideJson.transcript(cues)),
        new Sidecar(".chapters.json", SideJson.chapters(chapters, content)),
        new Sidecar(".chapters.txt", Chapter.stamps(chapters)));
  }

  /** A timeline to the side files that are JSON. */
  private static final class SideJson {
    /** Raised when a field changes its meaning; new fields do not. */
    private static final int VERSION = 1;

    private SideJson() {}

    /** The file that all others could be made from: sections and lines with milliseconds. */
    static String timeline(TagContent content, String audio, Timeline timeline) {
      List<Fields> sections = new ArrayList<>();
      for (TimedSection section : timeline.sections()) {
        sections.add(section(sections.size() + 1, section));
      }
      return file(
          Json.with("version", VERSION)
              .with("audio", audio)
              .with("title", TagText.line(content.title()))
              .with("sample_rate", timeline.sampleRate())
              .with("duration_ms", timeline.durationMillis())
              .with("sections", sections)
              .with("lines", timeline.lines().stream().map(SideJson::line).toList()));
    }

    private static Fields section(int number, TimedSection section) {
      return Json.with("no", number)
          .with("id", section.id())
          .with("kind", section.kind().word())
          .with("title", TagText.line(section.title()))
          .with("url", section.source())
          .with("start_ms", section.startMillis())
          .with("end_ms", section.endMillis());
    }

    private static Fields line(TimedLine line) {
      return Json.with("id", line.id())
          .with("section", line.section())
          .with("speaker", line.speaker())
          .with("written", TagText.line(line.written()))
          .with("spoken", line.spoken())
          .with("start_ms", line.startMillis())
          .with("end_ms", line.endMillis());
    }

    static String transcript(List<Cue> cues) {
      return file(
          Json.with("version", "1.0.0")
              .with("segments", cues.stream().map(SideJson::segment).toList()));
    }

    private static Fields segment(Cue cue) {
      return Json.with("speaker", cue.speaker())
          .with("startTime", seconds(cue.startMillis()))
          .with("endTime", seconds(cue.endMillis()))
          .with("body", cue.text());
    }

    /** The JSON chapters of the podcast namespace. */
    static String chapters(List<Chapter> chapters, TagContent content) {
      return file(
          Json.with("version", "1.2.0")
              .with("title", orNull(TagText.line(content.title())))
              .with("podcastName", orNull(TagText.line(content.show())))
              .with("chapters", chapters.stream().map(SideJson::chapter).toList()));
    }

    private static Fields chapter(Chapter chapter) {
      return Json.with("startTime", seconds(chapter.startMillis()))
          .with("endTime", seconds(chapter.endMillis()))
          .with("title", orNull(chapter.title()))
          .with("url", orNull(chapter.url()))
          .with("img", orNull(chapter.image()));
    }

    private static @Nullable String orNull(String text) {
      return text.isEmpty() ? null : text;
    }

    private static String file(Object content) {
      return Json.indented(content) + "\n";
    }

    /** The podcast formats count seconds: 12.5, 3.0. */
    private static double seconds(long millis) {
      return millis / 1000.0;
    }
  }

  /** A line as transcripts show it: name and written text on one line each, the text not empty. */
  record Cue(String speaker, String text, long startMillis, long endMillis) {
    /** The podcast namespace allows 65 characters a line, SubRip 32; a full-width one is two. */
    private static final int VTT_COLUMNS = 65;

    private static final int SRT_COLUMNS = 32;
    private static final int SRT_LINES = 2;

    /** The lines that are written and heard; a cue without text or length is an error. */
    static List<Cue> of(Timeline timeline) {
      return timeline.lines().stream()
          .map(
              line ->
                  new Cue(
                      TagText.line(line.speaker()),
                      TagText.line(line.written()),
                      line.startMillis(),
                      line.endMillis()))
          .filter(cue -> !cue.text().isEmpty() && cue.endMillis() > cue.startMillis())
          .toList();
    }

    /** From when to when it is shown, {@code 01:02:03.004 --> 01:02:05.006}. */
    static String times(long start, long end, char mark) {
      return time(start, mark) + " --> " + time(end, mark);
    }

    private static String time(long millis, char mark) {
      return String.format(
          Locale.ROOT,
          "%02d:%02d:%02d%c%03d",
          millis / 3_600_000,
          millis / 60_000 % 60,
          millis / 1000 % 60,
          mark,
          millis % 1000);
    }

    /** Text for reading: a cue a line, with names once two people speak. */
    static String plainText(List<Cue> cues) {
      boolean dialogue = cues.stream().map(Cue::speaker).distinct().count() > 1;
      return cues.stream()
          .map(cue -> (dialogue ? cue.speaker() + ": " : "") + cue.text() + "\n")
          .collect(Collectors.joining());
    }

    /** WebVTT captions with the speaker's name in every cue. */
    static String webVtt(List<Cue> cues) {
      StringBuilder vtt = new StringBuilder("WEBVTT\n");
      LineBreaks breaks = new LineBreaks(VTT_COLUMNS);
      for (Cue cue : cues) {
        String text = String.join("\n", breaks.wrap(cue.text()));
        vtt.append('\n').append(times(cue.startMillis(), cue.endMillis(), '.')).append("\n<v ");
        vtt.append(escaped(cue.speaker())).append('>').append(escaped(text)).append("</v>\n");
      }
      return vtt.toString();
    }

    /**
     * SubRip captions of at most two lines, with the speaker's name where another one begins. A
     * longer utterance becomes several that share its time by the length of their text.
     */
    static String subRip(List<Cue> cues) {
      StringBuilder srt = new StringBuilder();
      LineBreaks breaks = new LineBreaks(SRT_COLUMNS);
      int count = 0;
      String speaker = "";
      for (Cue cue : cues) {
        String name = cue.speaker.equals(speaker) ? "" : cue.speaker + ": ";
        speaker = cue.speaker;
        List<String> lines = breaks.wrap(name + withoutMarkup(cue.text));
        int total = length(lines);
        for (int from = 0; from < lines.size(); from += SRT_LINES) {
          int to = Math.min(from + SRT_LINES, lines.size());
          long span = cue.endMillis - cue.startMillis;
          long start = cue.startMillis + span * length(lines.subList(0, from)) / total;
          long end = cue.startMillis + span * length(lines.subList(0, to)) / total;
          srt.append(++count).append('\n').append(times(start, end, ',')).append('\n');
          srt.append(String.join("\n", lines.subList(from, to))).append("\n\n");
        }
      }
      return srt.toString();
    }

    private static int length(List<String> lines) {
      return lines.stream().mapToInt(String::length).sum();
    }

    /** SubRip has no escapes: what looks like a time line or markup gets another look. */
    private static String withoutMarkup(String text) {
      return text.replace("-->", "→").replace('<', '＜').replace('>', '＞').replace("{\\", "{＼");
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  }
}
