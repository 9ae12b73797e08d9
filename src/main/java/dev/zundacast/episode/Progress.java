package dev.zundacast.episode;

import dev.zundacast.message.Message;

/** Hears how far a long piece of work has come. Called from any thread. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = (step, done, total) -> {};

  /**
   * Reports that {@code done} of {@code total} units are finished.
   *
   * @param step what is being done, in a word or two for people
   */
  void report(Message step, long done, long total);
}
