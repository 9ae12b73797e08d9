package dev.zundacast.tag;

import java.util.List;

/** What is heard to text for reading: one utterance a line, with names once two people speak. */
final class PlainTranscript {
  private PlainTranscript() {}

  static String write(List<Utterance> heard) {
    boolean dialogue = heard.stream().map(Utterance::speaker).distinct().count() > 1;
    StringBuilder text = new StringBuilder();
    for (Utterance utterance : heard) {
      if (dialogue) {
        text.append(utterance.speaker()).append(": ");
      }
      text.append(utterance.text()).append('\n');
    }
    return text.toString();
  }
}
