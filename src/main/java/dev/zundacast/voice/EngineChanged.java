package dev.zundacast.voice;

import dev.zundacast.episode.Problem;

/** An engine is no longer the one that the run began with. */
final class EngineChanged extends Exception {
  private static final long serialVersionUID = 1;

  EngineChanged(String message) {
    super(message);
  }

  Problem problem() {
    return Problem.of(Problem.Kind.FAILED, String.valueOf(getMessage()));
  }

  /** The utterance that was under way is another engine's to make. */
  EngineFault asFault() {
    return EngineFault.of(EngineFault.Kind.BUSY, String.valueOf(getMessage()));
  }
}
