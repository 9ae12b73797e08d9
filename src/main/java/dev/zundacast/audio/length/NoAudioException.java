package dev.zundacast.audio.length;

import java.io.IOException;

/** Bytes that are no audio of a known format. */
public final class NoAudioException extends IOException {
  private static final long serialVersionUID = 1;

  NoAudioException(String message) {
    super(message);
  }
}
