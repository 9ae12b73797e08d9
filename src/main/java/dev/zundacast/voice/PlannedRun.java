package dev.zundacast.voice;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.SpokenLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that the engines of a pool are about to speak: which clips they will be, then the clips.
 */
public final class PlannedRun {
  private final List<PoolEngine> engines;
  private final Absent absent;
  private final PoolOptions pool;
  private final List<SpokenLine> lines;
  private final SpeakOptions speak;
  private final ClipNames names;

  /**
   * A run of these lines.
   *
   * @param engines those that are there; one that joins later is added
   * @param absent engines that may come
   */
  PlannedRun(
      List<PoolEngine> engines,
      Absent absent,
      PoolOptions pool,
      List<SpokenLine> lines,
      SpeakOptions speak) {
    this.engines = engines;
    this.absent = absent;
    this.pool = pool;
    this.lines = List.copyOf(lines);
    this.speak = speak;
    this.names = new ClipNames(pool, speak.review(), WantedWords.of(lines));
  }

  /** The identity of each line's clip as the first engine makes it, in the order of the lines. */
  public List<String> identities() {
    List<String> identities = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      identities.add(names.of(engines.get(0), new Utterance(lines.get(i), i)));
    }
    return identities;
  }

  /**
   * The clip of each line, in the order of the lines; a clip that is in the store costs no request.
   * A line without anything to speak gets a moment of silence.
   *
   * @throws dev.zundacast.episode.Problem that names the lines that are missing; the others' clips
   *     are kept
   */
  public List<Clip> speak(ClipStore store, ClipListener listener) throws IOException {
    absent.faults().forEach(listener::note);
    RunSetting setting = new RunSetting(pool, speak, names, listener);
    return new SpeakingRun(engines, absent, lines, store, setting).execute();
  }
}
