package dev.zundacast.tag;

import dev.zundacast.episode.Timeline;
import java.util.List;

/** A timeline to text for reading: one utterance a line, with names once two people speak. */
final class PlainTranscript {
  private PlainTranscript() {}

  static String write(Timeline timeline) {
    List<Utterance> utterances = Utterance.of(timeline);
    boolean dialogue = utterances.stream().map(Utterance::speaker).distinct().count() > 1;
    StringBuilder text = new StringBuilder();
    for (Utterance utterance : utterances) {
      if (dialogue) {
        text.append(utterance.speaker()).append(": ");
      }
      text.append(utterance.text()).append('\n');
    }
    return text.toString();
  }
}
