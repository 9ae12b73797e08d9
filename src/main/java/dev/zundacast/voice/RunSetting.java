package dev.zundacast.voice;

import dev.zundacast.episode.QueryReview;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What holds for all lines of a run. */
final class RunSetting {
  private final PoolOptions pool;
  private final SpeakOptions options;
  private final WantedWords wanted;
  private final ClipListener listener;

  /** What each dictionary will be, worked out once and not for each line. */
  private final Map<EngineWords, EngineWords> expected = new ConcurrentHashMap<>();

  private final Map<Made, String> identities = new ConcurrentHashMap<>();

  /**
   * The setting of one run.
   *
   * @param pool how engines are treated
   * @param options how lines are spoken
   * @param wanted the dictionary entries that the lines ask for
   * @param listener who hears of what happens
   */
  RunSetting(PoolOptions pool, SpeakOptions options, WantedWords wanted, ClipListener listener) {
    this.pool = pool;
    this.options = options;
    this.wanted = wanted;
    this.listener = listener;
  }

  PoolOptions pool() {
    return pool;
  }

  SpeakOptions options() {
    return options;
  }

  WantedWords wanted() {
    return wanted;
  }

  ClipListener listener() {
    return listener;
  }

  QueryReview review() {
    return options.review();
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

  /** Writes the words to this engine where they are missing, or says why it goes without. */
  void writeDictionary(PoolEngine engine) throws EngineFault {
    Optional<WantedWords> missing = wantedFor(engine);
    if (missing.isPresent() && !engine.words().holds(missing.get())) {
      write(engine, missing.get());
    } else if (!wanted.words().isEmpty() && missing.isEmpty()) {
      engine.dictionaryRefusal().ifPresent(listener::note);
    }
  }

  private void write(PoolEngine engine, WantedWords missing) throws EngineFault {
    try {
      engine.writeWords(missing);
    } catch (EngineFault e) {
      if (!e.isForbidden() && !e.isMissingFeature()) {
        throw e;
      }
      engine.leaveWordsAlone();
      listener.note(e.getMessage() + "; accents of the reading list are left to it");
    }
  }

  /** The clip that this engine makes of an utterance. */
  String identity(PoolEngine engine, Utterance utterance) {
    EngineWords words = expectedWords(engine);
    return identities.computeIfAbsent(
        new Made(engine, words, utterance), made -> engine.identity(utterance, words, review()));
  }

  /** Who makes which clip with which words; each is itself and no other. */
  private record Made(PoolEngine engine, EngineWords words, Utterance utterance) {}
}
