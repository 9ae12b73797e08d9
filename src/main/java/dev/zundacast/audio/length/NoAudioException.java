package dev.zundacast.audio.length;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;

/** Bytes that are no audio of a known format. */
public final class NoAudioException extends MessageException {
  private static final long serialVersionUID = 1;

  NoAudioException(Message message) {
    super(message);
  }
}
