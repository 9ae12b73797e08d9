package dev.zundacast.tag;

import dev.zundacast.episode.Timeline;
import java.util.List;

/**
 * A line as transcripts show it.
 *
 * @param speaker name, on one line
 * @param text the written text, on one line, not empty
 * @param startMillis where it begins to be heard
 * @param endMillis where it has been heard, after the start
 */
record Utterance(String speaker, String text, long startMillis, long endMillis) {

  /** The lines that are written and heard; a cue without text or length is an error to players. */
  static List<Utterance> of(Timeline timeline) {
    return timeline.lines().stream()
        .map(
            line ->
                new Utterance(
                    PlainText.line(line.speaker()),
                    PlainText.line(line.written()),
                    line.startMillis(),
                    line.endMillis()))
        .filter(u -> !u.text().isEmpty() && u.endMillis() > u.startMillis())
        .toList();
  }
}
