package dev.zundacast.tag;

import dev.zundacast.episode.Timeline;
import java.util.List;
import java.util.Locale;

/** A line as transcripts show it: name and written text on one line each, the text not empty. */
record Cue(String speaker, String text, long startMillis, long endMillis) {
  /** The podcast namespace allows 65 characters a line; a full-width one takes the room of two. */
  private static final int VTT_COLUMNS = 65;

  /** The lines that are written and heard; a cue without text or length is an error to players. */
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
    StringBuilder text = new StringBuilder();
    for (Cue cue : cues) {
      text.append(dialogue ? cue.speaker() + ": " : "").append(cue.text()).append('\n');
    }
    return text.toString();
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

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
