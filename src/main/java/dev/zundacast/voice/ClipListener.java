package dev.zundacast.voice;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;

/** Hears of clips as they come, from any thread and in any order. */
@FunctionalInterface
public interface ClipListener {
  /** Hears nothing. */
  ClipListener NONE = (index, line, clip) -> {};

  /** The clip of the line at {@code index} of the run is in the store. */
  void clip(int index, SpokenLine line, Clip clip);

  /** Something about a line's clip that a person should listen to; told when the clip is made. */
  default void doubtful(SpokenLine line, Message remark) {}

  /** A word that an engine refused, with the engine's reason: lines go without its accent. */
  default void refused(DictionaryWord word, Message reason) {}

  /** Something about an engine that a person should know; the work goes on. */
  default void note(Message text) {}
}
