package dev.zundacast.voice;

import dev.zundacast.episode.QueryReview;
import java.util.Optional;

/** What holds for all lines of a run. */
final class RunSetting {
  private final PoolOptions pool;
  private final SpeakOptions options;
  private final ClipNames names;
  private final ClipListener listener;

  /**
   * The setting of one run.
   *
   * @param pool how engines are treated
   * @param options how lines are spoken
   * @param names which clips the lines are, and the dictionary entries that they ask for
   * @param listener who hears of what happens
   */
  RunSetting(PoolOptions pool, SpeakOptions options, ClipNames names, ClipListener listener) {
    this.pool = pool;
    this.options = options;
    this.names = names;
    this.listener = listener;
  }

  PoolOptions pool() {
    return pool;
  }

  SpeakOptions options() {
    return options;
  }

  WantedWords wanted() {
    return names.wanted();
  }

  ClipListener listener() {
    return listener;
  }

  QueryReview review() {
    return options.review();
  }

  /** The words to write to this engine; empty when its dictionary is left alone. */
  Optional<WantedWords> wantedFor(PoolEngine engine) {
    return names.wantedFor(engine);
  }

  /** The dictionary that the engine has, or will have before it is asked for anything. */
  EngineWords expectedWords(PoolEngine engine) {
    return names.expectedWords(engine);
  }

  /** Writes the words to this engine where they are missing, or says why it goes without. */
  void writeDictionary(PoolEngine engine) throws EngineFault {
    Optional<WantedWords> missing = wantedFor(engine);
    if (missing.isPresent()) {
      // Words that need no change are expected to be what they are.
      if (expectedWords(engine) != engine.words()) {
        write(engine, missing.get());
      }
    } else if (!wanted().words().isEmpty()) {
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
    return names.of(engine, utterance);
  }
}
