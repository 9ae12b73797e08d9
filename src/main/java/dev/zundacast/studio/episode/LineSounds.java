package dev.zundacast.studio.episode;

import dev.zundacast.episode.SpokenLine;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PlannedLines;
import dev.zundacast.voice.SpeakOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lines to the sounds that the store has of them. */
final class LineSounds {
  private final EngineKeeper engines;
  private final ClipStore store;
  private final Map<String, ClipStore.Found> found = new ConcurrentHashMap<>();

  LineSounds(EngineKeeper engines, ClipStore store) {
    this.engines = engines;
    this.store = store;
  }

  /**
   * The sounds that are there, by their lines' ids. While no engine is there, a sound is taken for
   * a line's when it said the same.
   */
  Map<String, ClipStore.Found> of(EpisodeText text, EpisodeMemory memory) throws IOException {
    return of(text, memory, text.audible());
  }

  /** The sound of one line, empty where there is none. */
  Optional<ClipStore.Found> of(EpisodeText text, EpisodeMemory memory, SpokenLine line)
      throws IOException {
    return Optional.ofNullable(of(text, memory, List.of(line)).get(line.line().id()));
  }

  private Map<String, ClipStore.Found> of(
      EpisodeText text, EpisodeMemory memory, List<SpokenLine> lines) throws IOException {
    Optional<EnginePool> pool = engines.pool();
    Map<String, ClipStore.Found> sounds = new HashMap<>();
    if (pool.isPresent()) {
      List<String> identities = plan(pool.get(), text, Set.of()).identities(lines);
      for (int i = 0; i < lines.size(); i++) {
        String id = lines.get(i).line().id();
        find(identities.get(i)).ifPresent(clip -> sounds.put(id, clip));
      }
      return sounds;
    }
    for (SpokenLine line : lines) {
      for (Recording take : memory.takes(line.line().id())) {
        if (take.isOf(line) && !sounds.containsKey(line.line().id())) {
          find(take.clip()).ifPresent(clip -> sounds.put(line.line().id(), clip));
        }
      }
    }
    return sounds;
  }

  /**
   * Speaking lines of an episode as a build of all of it would.
   *
   * @param anew lines that are spoken although their sounds are there
   */
  static PlannedLines plan(EnginePool pool, EpisodeText text, Set<String> anew) {
    SpeakOptions options = SpeakOptions.USUAL.withReview(text.stages().readings().review());
    return pool.plan(text.audible(), options.withRemake(anew));
  }

  /** The sound with this name. */
  Optional<ClipStore.Found> find(String identity) throws IOException {
    ClipStore.Found known = found.get(identity);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ClipStore.Found> there = store.find(identity);
    there.ifPresent(clip -> found.put(identity, clip));
    return there;
  }

  /** Forgets a sound, which was made anew. */
  void forget(String identity) {
    found.remove(identity);
  }

  ClipStore store() {
    return store;
  }
}
