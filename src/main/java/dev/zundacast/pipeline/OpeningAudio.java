package dev.zundacast.pipeline;

import dev.zundacast.audio.EpisodeAudio;
import java.io.IOException;

/**
 * An episode's audio that may still be being opened, for which no engine has to wait. Closing waits
 * for it, and then closes it.
 */
record OpeningAudio(Beside<EpisodeAudio> audio) implements AutoCloseable {

  /** Begins to open it. */
  static OpeningAudio begin(Beside.Work<EpisodeAudio> opening) {
    return new OpeningAudio(Beside.start("audio", opening));
  }

  /** The audio; fails as opening it did. */
  EpisodeAudio await() throws IOException {
    return audio.await();
  }

  @Override
  public void close() throws IOException {
    EpisodeAudio open;
    try {
      open = audio.await();
    } catch (IOException | RuntimeException e) {
      // Whoever asked for it was told already; if nobody did, something else failed first.
      return;
    }
    open.close();
  }
}
