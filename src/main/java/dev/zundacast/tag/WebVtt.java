package dev.zundacast.tag;

import dev.zundacast.episode.Timeline;
import java.util.List;
import java.util.Locale;

/** A timeline to WebVTT captions with the speaker's name in every cue. */
final class WebVtt {
  /** The podcast namespace allows 65 characters a line; a full-width one takes the room of two. */
  private static final int COLUMNS = 65;

  private WebVtt() {}

  static String write(Timeline timeline) {
    StringBuilder vtt = new StringBuilder("WEBVTT\n");
    for (Utterance utterance : Utterance.of(timeline)) {
      List<String> lines = new LineBreaks(COLUMNS).wrap(utterance.text());
      vtt.append('\n')
          .append(time(utterance.startMillis()))
          .append(" --> ")
          .append(time(utterance.endMillis()))
          .append("\n<v ")
          .append(escaped(utterance.speaker()))
          .append('>')
          .append(escaped(String.join("\n", lines)))
          .append("</v>\n");
    }
    return vtt.toString();
  }

  private static String time(long millis) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / 3_600_000,
        millis / 60_000 % 60,
        millis / 1000 % 60,
        millis % 1000);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
