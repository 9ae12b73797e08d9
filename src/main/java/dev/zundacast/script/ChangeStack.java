package dev.zundacast.script;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Remembered;
import dev.zundacast.disk.SafePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Changes of one script in the order in which they were made, the last one first to go. One file a
 * change in a folder of its own, written before the script is.
 */
final class ChangeStack {
  private static final int KEPT = 50;

  private final Path folder;

  /** The changes in this folder, which need not exist. */
  ChangeStack(Path folder) {
    this.folder = folder;
  }

  /**
   * One change.
   *
   * @param when the time on the wall
   * @param before the script's text before
   * @param after digest of its text afterwards
   * @param notes what was done, for people
   */
  record Change(String when, String before, String after, List<String> notes) {
    /** Whether this text is what the change made. */
    boolean ledTo(String text) {
      return after.equals(digest(text));
    }
  }

  private static String digest(String text) {
    return new Digest().add(text).hex();
  }

  /** Remembers a change; the oldest goes where there are too many. */
  void push(String before, String after, List<String> notes) throws IOException {
    List<Path> all = files();
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT + 1))) {
      Files.deleteIfExists(old);
    }
    int next = all.isEmpty() ? 1 : number(all.get(all.size() - 1)) + 1;
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    Change change = new Change(now.toString(), before, digest(after), notes);
    Remembered.write(folder.resolve(name(next)), change);
  }

  /**
   * The last change; what is damaged, or of a command that ended before the script was written, is
   * removed.
   *
   * @param now the script's text
   */
  Optional<Change> last(String now) throws IOException {
    List<Path> all = files();
    for (int i = all.size() - 1; i >= 0; i--) {
      Optional<Change> change = Remembered.read(all.get(i), Change.class);
      if (change.isPresent() && !change.get().before().equals(now)) {
        return change;
      }
      Files.deleteIfExists(all.get(i));
    }
    return Optional.empty();
  }

  /** The file of the last change. */
  Path lastFile() throws IOException {
    List<Path> all = files();
    return all.get(all.size() - 1);
  }

  /** Forgets the last change. */
  void pop() throws IOException {
    Files.deleteIfExists(lastFile());
  }

  /** Forgets all. */
  void clear() throws IOException {
    for (Path file : files()) {
      Files.deleteIfExists(file);
    }
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "%08d.json", number);
  }

  private static int number(Path file) {
    return Integer.parseInt(String.valueOf(file.getFileName()).substring(0, 8));
  }

  private List<Path> files() throws IOException {
    return SafePath.named("\\d{8}\\.json", folder);
  }
}
