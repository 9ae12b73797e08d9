package dev.zundacast.voice;

import dev.zundacast.episode.QueryReview;
import dev.zundacast.episode.SpokenLine;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which clip each engine makes of each line of a run, worked out once for as long as the engine's
 * dictionary stays the same.
 */
final class ClipNames {
  private final PoolOptions pool;
  private final QueryReview review;
  private final WantedWords wanted;

  /** What each dictionary will be. */
  private final Map<EngineWords, EngineWords> expected = new ConcurrentHashMap<>();

  private final Map<PoolEngine, Map<EngineWords, Map<SpokenLine, String>>> known =
      new ConcurrentHashMap<>();

  /**
   * The clips of one run.
   *
   * @param review may mend what is sent to an engine, which the names tell
   * @param wanted the dictionary entries that the lines ask for
   */
  ClipNames(PoolOptions pool, QueryReview review, WantedWords wanted) {
    this.pool = pool;
    this.review = review;
    this.wanted = wanted;
  }

  WantedWords wanted() {
    return wanted;
  }

  /** The words to write to this engine; empty when its dictionary is left alone. */
  Optional<WantedWords> wantedFor(PoolEngine engine) {
    boolean writes =
        pool.dictionary() == PoolOptions.Dictionary.WRITE && engine.dictionaryRefusal().isEmpty();
    return writes ? Optional.of(wanted) : Optional.empty();
  }

  /** The dictionary that the engine has, or will have before it is asked for anything. */
  EngineWords expectedWords(PoolEngine engine) {
    EngineWords words = engine.words();
    return wantedFor(engine)
        .map(missing -> expected.computeIfAbsent(words, now -> now.with(missing)))
        .orElse(words);
  }

  /** The identity of the clip that this engine makes of an utterance. */
  String of(PoolEngine engine, Utterance utterance) {
    EngineWords words = expectedWords(engine);
    return known
        .computeIfAbsent(engine, met -> new ConcurrentHashMap<>())
        .computeIfAbsent(words, had -> Collections.synchronizedMap(new IdentityHashMap<>()))
        .computeIfAbsent(utterance.line(), line -> engine.identity(utterance, words, review));
  }
}
