package dev.zundacast.voice;

import dev.zundacast.episode.QueryReview;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
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

  private final Map<PoolEngine, Names> byEngine = new ConcurrentHashMap<>();

  /**
   * What was worked out for an engine.
   *
   * @param words its dictionary
   * @param written whether ours are written to it
   * @param expected what its dictionary will be
   * @param beginnings of names, by voices that are spoken as they are: nearly all lines share a few
   * @param names of the clips
   */
  private record Names(
      EngineWords words,
      boolean written,
      EngineWords expected,
      Map<Voice, byte[]> beginnings,
      Map<SpokenLine, String> names) {

    String of(PoolEngine engine, Utterance utterance, QueryReview review) {
      return names.computeIfAbsent(
          utterance.line(),
          line ->
              PoolEngine.identity(utterance, beginning(engine, line), expected, review, written));
    }

    private byte[] beginning(PoolEngine engine, SpokenLine line) {
      return line.line().tuning().isNone()
          ? beginnings.computeIfAbsent(line.voice(), voice -> engine.beginning(line))
          : engine.beginning(line);
    }
  }

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
    return isWritten(engine) ? Optional.of(wanted) : Optional.empty();
  }

  private boolean isWritten(PoolEngine engine) {
    return pool.dictionary() == PoolOptions.Dictionary.WRITE && engine.takesWords();
  }

  /** The dictionary that the engine has, or will have before it is asked for anything. */
  EngineWords expectedWords(PoolEngine engine) {
    return names(engine).expected();
  }

  private Names names(PoolEngine engine) {
    EngineWords words = engine.words();
    Names before = byEngine.get(engine);
    boolean written = isWritten(engine);
    if (before != null && before.words() == words && before.written() == written) {
      return before;
    }
    EngineWords expected = written ? words.with(wanted) : words;
    Names now =
        new Names(
            words,
            written,
            expected,
            Collections.synchronizedMap(new IdentityHashMap<>()),
            Collections.synchronizedMap(new IdentityHashMap<>()));
    byEngine.put(engine, now);
    return now;
  }

  /** The identity of the clip that this engine makes of an utterance. */
  String of(PoolEngine engine, Utterance utterance) {
    return names(engine).of(engine, utterance, review);
  }
}
