package dev.zundacast.audio;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SharedStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * The gains that were found once and hold from then on, so that a line made again comes out at the
 * level of all others: one for each voice, and a trim for an episode that needs one. All are tenths
 * of a dB. Kept as a table that several programs may write to: what, name, gain, for a voice the
 * lines it was measured on, and a checksum. What cannot be kept or read is measured again.
 */
final class Levels {
  /** Lines whose loudness stands for the voice's: the mean of twenty varies by 0.17 LU. */
  private static final int ENOUGH_LINES = 20;

  /** Lines that a voice is measured on at the most: the mean of a hundred varies by 0.1 LU. */
  static final int MOST_LINES = 100;

  private static final String VOICE = "voice";
  private static final String EPISODE = "episode";

  // The system's locks hold between processes alone.
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path file;
  private final SharedStore shared;
  private final Map<String, Level> levels = new TreeMap<>();

  // Keys that the shared store was asked for: what it has not now comes from this run.
  private final Set<String> asked = new HashSet<>();

  private record Level(int gain, int lines) {
    String row(String key) {
      String row = key + "\t" + gain + "\t" + lines;
      return row + "\t" + checksum(row) + "\n";
    }
  }

  private Levels(Path file, SharedStore shared) {
    this.file = file;
    this.shared = shared;
  }

  /** Those of this file, and the gains of voices that other machines found. */
  static Levels open(Path file, SharedStore shared) {
    Levels levels = new Levels(file, shared);
    try {
      levels.read();
    } catch (IOException e) {
      // Unreadable levels are measured again.
    }
    return levels;
  }

  private void read() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String table = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (String line : table.lines().toList()) {
      String[] fields = line.split("\t", -1);
      if (isWhole(line, fields)) {
        levels.put(
            fields[0] + "\t" + fields[1],
            new Level(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
      }
    }
  }

  private static boolean isWhole(String line, String[] fields) {
    return fields.length == 5
        && isGain(fields[2])
        && isCount(fields[3])
        && fields[4].equals(checksum(line.substring(0, line.lastIndexOf('\t'))));
  }

  private static String checksum(String row) {
    CRC32C crc = new CRC32C();
    crc.update(row.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  /** The voice's gain, empty when it was never measured. */
  synchronized Optional<Integer> voice(String name) {
    fetch(key(VOICE, name));
    return Optional.ofNullable(levels.get(key(VOICE, name))).map(Level::gain);
  }

  /** Whether measuring {@code lines} lines of this voice would tell more than is known. */
  synchronized boolean worthMeasuring(String name, int lines) {
    Level level = levels.get(key(VOICE, name));
    return level == null
        || (level.lines() < ENOUGH_LINES && lines >= Math.min(ENOUGH_LINES, 2 * level.lines()));
  }

  synchronized int episode(String name) {
    Level level = levels.get(key(EPISODE, name));
    return level == null ? 0 : level.gain();
  }

  synchronized void setVoice(String name, int gain, int lines) {
    set(key(VOICE, name), new Level(gain, lines));
    share(key(VOICE, name));
  }

  /** The first gain that stands for a voice is that of all machines. */
  private void share(String key) {
    Level own = levels.get(key);
    if (own != null && own.lines() >= ENOUGH_LINES) {
      byte[] row = (own.gain() + "\t" + own.lines()).getBytes(StandardCharsets.UTF_8);
      shared.put(
          SharedStore.Kind.LEVELS,
          sharedKey(key),
          SharedStore.Condition.IF_ABSENT,
          () -> new SharedStore.Entry(row, key));
    }
  }

  /** The gain that all machines have goes before that of this one. */
  private void fetch(String key) {
    if (!shared.isShared() || !asked.add(key)) {
      return;
    }
    Optional<Level> found =
        shared
            .get(SharedStore.Kind.LEVELS, sharedKey(key))
            .map(entry -> new String(entry.bytes(), StandardCharsets.UTF_8).split("\t", -1))
            .filter(fields -> fields.length == 2 && isGain(fields[0]) && isCount(fields[1]))
            .map(fields -> new Level(Integer.parseInt(fields[0]), Integer.parseInt(fields[1])));
    if (found.isEmpty()) {
      share(key);
    } else if (!found.get().equals(levels.get(key))) {
      set(key, found.get());
    }
  }

  private static String sharedKey(String key) {
    return new Digest().add(key).hex();
  }

  private static boolean isGain(String field) {
    return field.matches("-?\\d{1,4}");
  }

  private static boolean isCount(String field) {
    return field.matches("\\d{1,9}");
  }

  synchronized void setEpisode(String name, int gain) {
    set(key(EPISODE, name), new Level(gain, 0));
  }

  private void set(String key, Level level) {
    try {
      write(key, level);
    } catch (IOException e) {
      // It holds for this run, and the next one measures again.
    }
    levels.put(key, level);
  }

  /** Adds a row to what other runs wrote meanwhile; one at a time, or some of theirs would go. */
  private void write(String key, Level level) throws IOException {
    synchronized (IN_THIS_PROCESS) {
      try (FileChannel lock =
          FileChannel.open(
              file.resolveSibling(file.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        lock.lock();
        read();
        levels.put(key, level);
        StringBuilder table = new StringBuilder();
        levels.forEach((name, value) -> table.append(value.row(name)));
        AtomicFile.write(file, table.toString());
      }
    }
  }

  private static String key(String kind, String name) {
    return kind + "\t" + name.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }
}
