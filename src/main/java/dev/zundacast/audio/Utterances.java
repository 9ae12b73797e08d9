package dev.zundacast.audio;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a script and finds what is heard and how long the silence before it is: the longest
 * pause that the places between two lines ask for, and whatever the script adds to it.
 */
final class Utterances {
  private final Map<String, SpokenLine> spoken;
  private final Map<String, Clip> clips;
  private final List<Utterance> heard = new ArrayList<>();
  // Who spoke last, null before the first line.
  private Voice.@Nullable Pauses previous;
  private int pause;
  private int extra;

  private Utterances(Map<String, SpokenLine> spoken, Map<String, Clip> clips) {
    this.spoken = spoken;
    this.clips = clips;
  }

  /**
   * What is heard, in order.
   *
   * @param all at least one
   * @param silenceAfter milliseconds after the last one's speech
   */
  record Walk(List<Utterance> all, int silenceAfter) {}

  static Walk of(Script script, Map<String, SpokenLine> spoken, Map<String, Clip> clips) {
    Utterances walk = new Utterances(spoken, clips);
    script.sections().forEach(walk::section);
    Voice.Pauses last = walk.previous;
    if (last == null) {
      throw Problem.of(
          Problem.Kind.INPUT, script.file() + ": no line of this script can be spoken");
    }
    return new Walk(List.copyOf(walk.heard), last.tail() + walk.extra);
  }

  private void section(Section section) {
    for (Section.Item item : section.items()) {
      if (item instanceof Line line) {
        line(section, line);
      } else if (item instanceof Section.Pause added) {
        extra += added.millis();
      } else if (previous != null) {
        pause = Math.max(pause, previous.paragraph());
      }
    }
    if (previous != null) {
      pause = Math.max(pause, previous.section());
    }
  }

  private void line(Section section, Line line) {
    SpokenLine said = spoken.get(line.id());
    if (said == null || said.spoken().isEmpty()) {
      extra += line.extraPauseMillis();
      return;
    }
    Clip clip = clips.get(line.id());
    if (clip == null) {
      throw Problem.of(
          Problem.Kind.FAILED, "line " + line.id() + " has no audio yet: build the episode again");
    }
    Voice.Pauses pauses = said.voice().pauses();
    int before = (previous == null ? pauses.leadIn() : pause) + extra;
    heard.add(new Utterance(section, line, said, clip, before));
    previous = pauses;
    pause = line.isTitle() ? pauses.title() : pauses.sentence();
    extra = line.extraPauseMillis();
  }
}
