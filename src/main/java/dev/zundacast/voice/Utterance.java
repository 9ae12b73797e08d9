package dev.zundacast.voice;

import dev.zundacast.episode.SpokenLine;
import java.util.ArrayList;
import java.util.List;

/** One clip to make, for every line of the run that sounds alike. */
final class Utterance {
  private final SpokenLine line;
  private final List<Integer> indices = new ArrayList<>();

  /** The pause that engines make at a comma, which a seam between two parts has to match. */
  private static final int COMMA_MILLIS = 360;

  /** What the two parts at a seam bring along: 0.1 s at the end of one and before the next. */
  private static final double ENGINE_SILENCE_MILLIS = 200;

  Utterance(SpokenLine line, int index) {
    this.line = line;
    indices.add(index);
  }

  /** Silence to put between the parts, in ms. */
  List<Integer> gaps() {
    List<TextParts.Part> parts = parts();
    double speed = line.line().overrides().applyTo(line.voice().parameters()).speed();
    List<Integer> gaps = new ArrayList<>();
    for (TextParts.Part part : parts.subList(0, Math.max(0, parts.size() - 1))) {
      boolean sentence = part.end() == TextParts.End.SENTENCE;
      double heard = sentence ? line.voice().pauses().sentence() : COMMA_MILLIS / speed;
      gaps.add((int) Math.max(0, Math.round(heard - ENGINE_SILENCE_MILLIS / speed)));
    }
    return gaps;
  }

  /** The first of the lines. */
  SpokenLine line() {
    return line;
  }

  /** Whether there is anything to speak. */
  boolean hasWords() {
    String spoken = line.spoken();
    for (int at = 0; at < spoken.length(); at += Character.charCount(spoken.codePointAt(at))) {
      if (Character.isLetterOrDigit(spoken.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  /** What is sent to an engine one after the other. */
  List<TextParts.Part> parts() {
    return TextParts.of(line.spoken());
  }

  /** Where the lines stand in the run. */
  List<Integer> indices() {
    return indices;
  }

  /** Another line that sounds exactly alike. */
  void alsoAt(int index) {
    indices.add(index);
  }
}
