package dev.zundacast.voice;

import dev.zundacast.episode.QueryReview;
import java.util.Optional;

/**
 * What holds for all lines of a run.
 *
 * @param pool how engines are treated
 * @param options how lines are spoken
 * @param wanted the dictionary entries that the lines ask for
 * @param listener who hears of what happens
 */
record RunSetting(
    PoolOptions pool, SpeakOptions options, WantedWords wanted, ClipListener listener) {

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
    return wantedFor(engine).map(engine.words()::with).orElse(engine.words());
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
    return engine.identity(utterance, expectedWords(engine), review());
  }
}
