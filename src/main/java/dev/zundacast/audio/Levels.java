package dev.zundacast.audio;

import dev.zundacast.disk.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The gains that were found once and hold from then on, so that a line made again comes out at the
 * level of all others: one for each voice, and a trim for an episode that needs one. All are tenths
 * of a dB. Kept as a table: what, name, gain, and for a voice the lines it was measured on.
 */
final class Levels {
  /** Lines whose loudness stands for the voice's: the mean of twenty varies by 0.17 LU. */
  private static final int ENOUGH_LINES = 20;

  /** Lines that a voice is measured on at the most: the mean of a hundred varies by 0.1 LU. */
  static final int MOST_LINES = 100;

  private static final String VOICE = "voice";
  private static final String EPISODE = "episode";

  private final Path file;
  private final Map<String, Level> levels = new TreeMap<>();

  private record Level(int gain, int lines) {}

  private Levels(Path file) {
    this.file = file;
  }

  static Levels open(Path file) throws IOException {
    Levels levels = new Levels(file);
    levels.read();
    return levels;
  }

  private void read() throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    String table = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    for (String line : table.lines().toList()) {
      String[] fields = line.split("\t", -1);
      // A table that something else wrote into loses a gain, which is then measured again.
      if (fields.length == 4 && fields[2].matches("-?\\d{1,4}") && fields[3].matches("\\d{1,9}")) {
        levels.put(
            fields[0] + "\t" + fields[1],
            new Level(Integer.parseInt(fields[2]), Integer.parseInt(fields[3])));
      }
    }
  }

  /** The voice's gain, empty when it was never measured. */
  synchronized Optional<Integer> voice(String name) {
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

  synchronized void setVoice(String name, int gain, int lines) throws IOException {
    set(key(VOICE, name), new Level(gain, lines));
  }

  synchronized void setEpisode(String name, int gain) throws IOException {
    set(key(EPISODE, name), new Level(gain, 0));
  }

  private void set(String key, Level level) throws IOException {
    // Another run may have added its own meanwhile.
    read();
    levels.put(key, level);
    StringBuilder table = new StringBuilder();
    levels.forEach(
        (name, value) ->
            table.append(
                String.join("\t", name, String.valueOf(value.gain()), String.valueOf(value.lines()))
                    + "\n"));
    AtomicFile.write(file, table.toString());
  }

  private static String key(String kind, String name) {
    return kind + "\t" + name.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
  }
}
