package dev.zundacast.audio;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SharedStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gains that were found once and hold from then on, so that a line made again comes out at the
 * level of all others: one for each voice, and a trim for an episode that needs one. All are tenths
 * of a dB. Each is kept in a file of its own, which several programs may write to. What cannot be
 * kept or read is measured again.
 */
final class Levels {
  /** Lines whose loudness stands for the voice's: the mean of twenty varies by 0.17 LU. */
  private static final int ENOUGH_LINES = 20;

  /** Lines that a voice is measured on at the most: the mean of a hundred varies by 0.1 LU. */
  static final int MOST_LINES = 100;

  private static final String VOICE = "voice\t";
  private static final String EPISODE = "episode\t";

  private final Path folder;
  private final SharedStore shared;
  private final Map<String, Optional<Level>> levels = new HashMap<>();

  // Keys that the shared store was asked for: what it has not now comes from this run.
  private final Set<String> asked = new HashSet<>();

  /** The gain of what has this key; a voice's was measured on so many lines. */
  private record Level(String key, int gain, int lines) {}

  /** Those of this folder, and the gains of voices that other machines found. */
  Levels(Path folder, SharedStore shared) {
    this.folder = folder;
    this.shared = shared;
  }

  /** The voice's gain, empty when it was never measured. */
  synchronized Optional<Integer> voice(String name) {
    fetch(VOICE + name);
    return level(VOICE + name).map(Level::gain);
  }

  /** Whether measuring {@code lines} lines of this voice would tell more than is known. */
  synchronized boolean worthMeasuring(String name, int lines) {
    int known = level(VOICE + name).map(Level::lines).orElse(0);
    return known < ENOUGH_LINES && lines >= Math.min(ENOUGH_LINES, 2 * known);
  }

  synchronized int episode(String name) {
    return level(EPISODE + name).map(Level::gain).orElse(0);
  }

  synchronized void setVoice(String name, int gain, int lines) {
    set(new Level(VOICE + name, gain, lines));
    share(VOICE + name);
  }

  synchronized void setEpisode(String name, int gain) {
    set(new Level(EPISODE + name, gain, 0));
  }

  private Optional<Level> level(String key) {
    return levels.computeIfAbsent(
        key, it -> CacheFile.read(file(it), Level.class).filter(found -> found.key().equals(it)));
  }

  private void set(Level level) {
    levels.put(level.key(), Optional.of(level));
    CacheFile.remember(file(level.key()), level);
  }

  /** The first gain that stands for a voice is that of all machines. */
  private void share(String key) {
    Optional<Level> own = level(key).filter(it -> it.lines() >= ENOUGH_LINES);
    if (own.isPresent()) {
      byte[] json = CacheFile.text(own.get()).getBytes(StandardCharsets.UTF_8);
      shared.put(
          SharedStore.Kind.LEVELS,
          digest(key),
          SharedStore.Condition.IF_ABSENT,
          () -> new SharedStore.Entry(json, key));
    }
  }

  /** The gain that all machines have goes before that of this one. */
  private void fetch(String key) {
    if (shared == SharedStore.NONE || !asked.add(key)) {
      return;
    }
    Optional<Level> found =
        shared
            .get(SharedStore.Kind.LEVELS, digest(key))
            .flatMap(it -> CacheFile.read(it.bytes(), Level.class))
            .filter(it -> key.equals(it.key()));
    if (found.isEmpty()) {
      share(key);
    } else if (!found.equals(level(key))) {
      set(found.get());
    }
  }

  private Path file(String key) {
    return folder.resolve(digest(key) + ".json");
  }

  private static String digest(String key) {
    return new Digest().add(key).hex();
  }
}
