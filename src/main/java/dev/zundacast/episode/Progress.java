package dev.zundacast.episode;

import dev.zundacast.message.Message;

/** Hears how far a long piece of work has come. Called from any thread. */
@FunctionalInterface
public interface Progress {
  /** Hears nothing. */
  Progress SILENT = (step, done, total) -> {};

  /** Reports that {@code done} of {@code total} units of a step are finished. */
  void report(Message step, long done, long total);

  /** Hears that engines are asked for lines from now on; an exception leaves them unasked. */
  default void beginsToSpeak() {}
}
