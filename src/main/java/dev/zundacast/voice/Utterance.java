package dev.zundacast.voice;

import dev.zundacast.episode.SpokenLine;
import java.util.ArrayList;
import java.util.List;

/** One clip to make, for every line of the run that sounds alike. */
final class Utterance {
  private final SpokenLine line;
  private final List<TextParts.Part> parts;
  private final List<Integer> gaps;
  private final List<Integer> indices = new ArrayList<>();

  /** The pause that engines make at a comma, which a seam between two parts has to match. */
  private static final int COMMA_MILLIS = 360;

  /** What the two parts at a seam bring along: 0.1 s at the end of one and before the next. */
  private static final double ENGINE_SILENCE_MILLIS = 200;

  Utterance(SpokenLine line, int index) {
    this.line = line;
    this.parts = TextParts.of(line.spoken());
    this.gaps = gaps(line, parts);
    indices.add(index);
  }

  private static List<Integer> gaps(SpokenLine line, List<TextParts.Part> parts) {
    double speed = line.line().tuning().applyTo(line.voice().parameters()).speed();
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
    return line.spoken().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  List<TextParts.Part> parts() {
    return parts;
  }

  /** Silence to put between the parts, in ms. */
  List<Integer> gaps() {
    return gaps;
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
