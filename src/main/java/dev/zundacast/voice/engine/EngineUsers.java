package dev.zundacast.voice.engine;

import dev.zundacast.disk.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The runs on this machine that have an engine open: each has a file with the number of its process
 * in a folder that all users of the machine share. Runs on other machines cannot be seen.
 */
final class EngineUsers implements AutoCloseable {
  private static final Path FOLDER =
      Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "zundacast-engines");

  private final boolean local;
  private final String engine;
  private final Optional<Path> own;

  private EngineUsers(boolean local, String engine, Optional<Path> own) {
    this.local = local;
    this.engine = engine;
    this.own = own;
  }

  /** One more user of the engine at this address, until it is closed. */
  static EngineUsers join(String url) {
    String host = String.valueOf(URI.create(url).getHost()).toLowerCase(Locale.ROOT);
    boolean local = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    String name = (local ? "here" : host) + ":" + URI.create(url).getPort();
    String engine = new Digest().add(name).hex().substring(0, 16);
    return new EngineUsers(local, engine, file(engine));
  }

  /** The file of a run; none where it cannot be made, and then the run never counts as alone. */
  private static Optional<Path> file(String engine) {
    try {
      try {
        makeFolder();
      } catch (FileAlreadyExistsException there) {
        if (!Files.isDirectory(FOLDER, LinkOption.NOFOLLOW_LINKS)) {
          return Optional.empty();
        }
      }
      long process = ProcessHandle.current().pid();
      String name = engine + "-" + process + "-" + UUID.randomUUID();
      return Optional.of(Files.createFile(FOLDER.resolve(name)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Only a folder made here is opened to others: what lies there may be a link to anywhere. */
  private static void makeFolder() throws IOException {
    Files.createDirectory(FOLDER);
    if (FOLDER.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(FOLDER, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
  }

  /** Whether no other run can be at work on the engine: it is this machine's, and none is seen. */
  boolean isAlone() {
    return local && own.isPresent() && !hasOthers();
  }

  /** Whether another run on this machine has the engine open. */
  boolean hasOthers() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> !file.equals(own.orElse(FOLDER)))
          .filter(EngineUsers::isAlive)
          .anyMatch(file -> String.valueOf(file.getFileName()).startsWith(engine));
    } catch (IOException e) {
      return false; // Nobody could write there, this run included.
    }
  }

  /** Whether the file's process runs; the file of a process that was killed goes. */
  private static boolean isAlive(Path file) {
    String[] name = String.valueOf(file.getFileName()).split("-", 3);
    if (name.length < 3 || !name[1].matches("\\d{1,18}")) {
      return false;
    }
    boolean alive = ProcessHandle.of(Long.parseLong(name[1])).isPresent();
    if (!alive) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        return false; // It is another user's to tidy.
      }
    }
    return alive;
  }

  @Override
  public void close() {
    try {
      if (own.isPresent()) {
        Files.deleteIfExists(own.get());
      }
    } catch (IOException e) {
      // The next run takes it for what it is: the file of a process that ended.
      return;
    }
  }
}
