package dev.zundacast.disk;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files that people write. */
public final class TextFile {
  private TextFile() {}

  /** The text of a file, empty when there is none; a problem when it is not UTF-8, or a folder. */
  public static Optional<String> read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw Problem.in(Diagnostic.of(file, "disk.isFolder").withNext("disk.moveFolder"));
    }
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (CharacterCodingException e) {
      throw Problem.in(Diagnostic.of(file, "disk.notUtf8").withNext("disk.saveAsUtf8")).causedBy(e);
    }
  }
}
