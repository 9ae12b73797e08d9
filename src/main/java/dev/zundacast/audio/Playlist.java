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

/** What is heard of a script, in order, and the milliseconds after the last one's speech. */
record Playlist(List<Item> items, int silenceAfter) {

  /** A line that is heard, so many milliseconds behind the speech before it, or the start. */
  record Item(Section section, SpokenLine spoken, Clip clip, int silenceBefore) {}

  /** The playlist of a script; a problem when nothing is heard, or a line has no clip. */
  static Playlist of(Script script, Map<String, SpokenLine> spoken, Map<String, Clip> clips) {
    Walk walk = new Walk(spoken, clips);
    script.sections().forEach(walk::section);
    Voice.Pauses last = walk.previous;
    if (last == null) {
      throw Problem.input("audio.nothingSpoken", script.file());
    }
    return new Playlist(List.copyOf(walk.heard), last.tail() + walk.extra);
  }

  /**
   * Walks through a script: between two lines the longest pause holds that the places between them
   * ask for, and whatever the script adds to it.
   */
  private static final class Walk {
    private final Map<String, SpokenLine> spoken;
    private final Map<String, Clip> clips;
    private final List<Item> heard = new ArrayList<>();
    // Who spoke last, null before the first line.
    private Voice.@Nullable Pauses previous;
    private int pause;
    private int extra;

    Walk(Map<String, SpokenLine> spoken, Map<String, Clip> clips) {
      this.spoken = spoken;
      this.clips = clips;
    }

    void section(Section section) {
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
        throw Problem.failed("audio.noSound", line.id());
      }
      Voice.Pauses pauses = said.voice().pauses();
      int before = (previous == null ? pauses.leadIn() : pause) + extra;
      heard.add(new Item(section, said, clip, before));
      previous = pauses;
      pause = line.isTitle() ? pauses.title() : pauses.sentence();
      extra = line.extraPauseMillis();
    }
  }
}
