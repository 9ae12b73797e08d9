package dev.zundacast.voice;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.engine.EngineConnections;
import dev.zundacast.voice.engine.EngineDictionary;
import dev.zundacast.voice.run.ClipIdentities;
import dev.zundacast.voice.run.SpeakingRun;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Lines that the engines of a pool are about to speak, some again although their clips are there:
 * which clips they will be, then the clips.
 */
public record PlannedLines(
    EngineConnections connections, List<SpokenLine> lines, Set<String> remake, Progress progress) {
  public PlannedLines {
    lines = List.copyOf(lines);
    remake = Set.copyOf(remake);
  }

  /** The identity of the clip of each of some lines, as the first engine makes it. */
  public List<String> identities(List<SpokenLine> some) {
    EngineDictionary.Required required = EngineDictionary.Required.by(lines);
    ClipIdentities first = new ClipIdentities(connections.connected().get(0), required);
    return some.stream().map(first::of).toList();
  }

  /**
   * The clip of each line in their order; one that is in the store costs no request, and a line
   * without anything to speak gets a moment of silence. A problem names lines that are missing; the
   * others' clips are kept.
   */
  public List<Clip> speak(ClipStore store, ClipListener listener) throws IOException {
    return speak(lines, store, listener);
  }

  /** The same of some lines, with the words and identities that they have among all. */
  public List<Clip> speak(List<SpokenLine> some, ClipStore store, ClipListener listener)
      throws IOException {
    return new SpeakingRun(this, some, store, listener).execute();
  }
}
