package dev.zundacast.script;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last changes that commands made to each script, with the text from before, so that they can
 * be taken back. One file a change, written before the script is.
 */
final class ScriptHistory {
  private static final int KEPT = 50;

  private final Path folder;

  /**
   * A history in this folder, which need not exist.
   *
   * @param folder has a folder for each script
   */
  ScriptHistory(Path folder) {
    this.folder = folder;
  }

  /**
   * One change.
   *
   * @param checksum over all the rest
   * @param when the time on the wall
   * @param before the script's text before
   * @param after digest of its text afterwards
   * @param notes what was done, for people
   */
  record Change(String checksum, String when, String before, String after, List<String> notes) {
    static Change of(String when, String before, String after, List<String> notes) {
      return new Change(digest(when, before, after, notes), when, before, after, notes);
    }

    private static String digest(String when, String before, String after, List<String> notes) {
      return new Digest().add(when).add(before).add(after).addAll(notes).hex();
    }

    boolean isSound() {
      return Stream.of(checksum, when, before, after, notes).allMatch(Objects::nonNull)
          && digest(when, before, after, notes).equals(checksum);
    }
  }

  private static String digest(String text) {
    return new Digest().add(text).hex();
  }

  /** Remembers a change that is about to be written; a new script is none. */
  void add(ScriptUpdate update) throws IOException {
    if (update.before().isEmpty()) {
      return;
    }
    List<Path> all = files(update.script().file());
    for (Path old : all.subList(0, Math.max(0, all.size() - KEPT + 1))) {
      Files.deleteIfExists(old);
    }
    int next = all.isEmpty() ? 1 : number(all.get(all.size() - 1)) + 1;
    Path file = folder(update.script().file()).resolve(name(next));
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
    AtomicFile.write(
        file,
        Json.text(
            Change.of(
                now.toString(), update.before().get(), digest(update.text()), update.notes())));
  }

  /**
   * The last change of a script.
   *
   * @param now the script's text
   */
  Change last(Path script, String now) throws IOException {
    List<Path> all = files(script);
    for (int i = all.size() - 1; i >= 0; i--) {
      Optional<Change> change = read(all.get(i));
      if (change.isEmpty() || change.get().before().equals(now)) {
        // Damaged, or of a command that ended before the script was written.
        Files.deleteIfExists(all.get(i));
        continue;
      }
      if (!change.get().after().equals(digest(now))) {
        String message = "was edited since its last change, of " + change.get().when();
        throw Problem.in(
            Diagnostic.of(script, "the script " + message + "; it is left as it is")
                .withNext("the text from before that change is in " + all.get(i)));
      }
      return change.get();
    }
    throw Problem.in(Diagnostic.of(script, "there is nothing to take back"));
  }

  private static Optional<Change> read(Path file) {
    try {
      return Optional.ofNullable(Json.read(Files.readAllBytes(file), Change.class))
          .filter(Change::isSound);
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  /** The change was taken back. */
  void forgetLast(Path script) throws IOException {
    List<Path> all = files(script);
    Files.deleteIfExists(all.get(all.size() - 1));
  }

  private Path folder(Path script) {
    return folder.resolve(String.valueOf(script.getFileName()).replaceFirst("\\.txt$", ""));
  }

  private static String name(int number) {
    return String.format(Locale.ROOT, "%08d.json", number);
  }

  private static int number(Path file) {
    return Integer.parseInt(String.valueOf(file.getFileName()).substring(0, 8));
  }

  private List<Path> files(Path script) throws IOException {
    Path all = folder(script);
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(all)) {
      return files
          .filter(file -> String.valueOf(file.getFileName()).matches("\\d{8}\\.json"))
          .sorted()
          .toList();
    }
  }
}
