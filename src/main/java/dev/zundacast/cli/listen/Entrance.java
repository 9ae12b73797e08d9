package dev.zundacast.cli.listen;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that leads the browser to the studio: the address itself would show in the list of
 * processes, which other users of the machine can read.
 *
 * @param file readable by its owner alone
 */
record Entrance(Path file) implements Closeable {
  private static final String OWNER = "rw-------";

  boolean isThere() {
    return Files.isRegularFile(file);
  }

  /** Writes it, for nobody else to read from its first byte on. */
  void write(String address) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    String page =
        "<!doctype html><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\">"
            + "<meta http-equiv=\"refresh\" content=\"0;url="
            + address
            + "\"><title>zundacast studio</title><a href=\""
            + address
            + "\">zundacast studio</a>\n";
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner())) {
      channel.write(StandardCharsets.UTF_8.encode(page));
    }
  }

  private FileAttribute<?>[] owner() {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER))
        }
        : new FileAttribute<?>[0];
  }

  /** Removes the file, if it was written. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
