package dev.zundacast.studio.episode;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.reading.Misreading;
import dev.zundacast.studio.live.EngineKeeper;
import dev.zundacast.studio.live.VoiceQueue;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Asks the engine what it makes of an episode's lines, so that what it misreads is marked before
 * anybody hears it. Line by line, whenever the engine has nothing else to do.
 */
final class LineListening {
  private final EngineKeeper engines;
  private final VoiceQueue queue;
  private final LineFindings findings;
  private final BiConsumer<OpenEpisode, String> found;
  private final Set<String> listening = ConcurrentHashMap.newKeySet();

  /**
   * @param found hears of each line in which something was found
   */
  LineListening(
      EngineKeeper engines,
      VoiceQueue queue,
      LineFindings findings,
      BiConsumer<OpenEpisode, String> found) {
    this.engines = engines;
    this.queue = queue;
    this.findings = findings;
    this.found = found;
  }

  /** Begins to listen to the lines that it does not know yet, unless it is at it. */
  void begin(OpenEpisode episode) {
    if (engines.pool().isPresent() && listening.add(episode.key())) {
      next(episode);
    }
  }

  private void next(OpenEpisode episode) {
    queue.addLast(() -> step(episode));
  }

  private boolean step(OpenEpisode episode) {
    boolean more = false;
    try {
      more = listen(episode);
    } catch (IOException | Problem later) {
      // It is looked at again when somebody opens the episode the next time.
    } finally {
      if (more) {
        next(episode);
      } else {
        listening.remove(episode.key());
      }
    }
    return more;
  }

  /** Whether there was a line to listen to. */
  private boolean listen(OpenEpisode episode) throws IOException {
    Optional<EpisodeText> text = episode.text();
    Optional<EnginePool> pool = engines.pool();
    if (text.isEmpty() || pool.isEmpty()) {
      return false;
    }
    Optional<SpokenLine> line =
        text.get().audible().stream().filter(it -> !findings.isHeard(it)).findFirst();
    if (line.isEmpty()) {
      return false;
    }
    Optional<List<Misreading>> misread = ask(pool.get(), text.get(), line.get());
    findings.heard(line.get(), misread.orElse(List.of()));
    if (!misread.orElse(List.of()).isEmpty()) {
      found.accept(episode, line.get().line().id());
    }
    return true;
  }

  /** Empty where the engine could make nothing of the line; fails when it is away. */
  private static Optional<List<Misreading>> ask(EnginePool pool, EpisodeText text, SpokenLine line)
      throws IOException {
    try {
      pool.learn(text.audible());
      List<String> phrases = pool.phrases(line, text.stages().readings().review());
      return Optional.of(text.stages().readings().misreadings(line, phrases));
    } catch (IOException strange) {
      pool.requireThere();
      return Optional.empty();
    }
  }
}
