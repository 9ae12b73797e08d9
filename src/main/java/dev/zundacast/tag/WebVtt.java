package dev.zundacast.tag;

import java.util.List;

/** What is heard to WebVTT captions with the speaker's name in every cue. */
final class WebVtt {
  /** The podcast namespace allows 65 characters a line; a full-width one takes the room of two. */
  private static final int COLUMNS = 65;

  private WebVtt() {}

  static String write(List<Utterance> heard) {
    StringBuilder vtt = new StringBuilder("WEBVTT\n");
    LineBreaks breaks = new LineBreaks(COLUMNS);
    for (Utterance utterance : heard) {
      List<String> lines = breaks.wrap(utterance.text());
      CueTime.append(vtt.append('\n'), utterance.startMillis(), '.').append(" --> ");
      CueTime.append(vtt, utterance.endMillis(), '.')
          .append("\n<v ")
          .append(escaped(utterance.speaker()))
          .append('>')
          .append(escaped(String.join("\n", lines)))
          .append("</v>\n");
    }
    return vtt.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
