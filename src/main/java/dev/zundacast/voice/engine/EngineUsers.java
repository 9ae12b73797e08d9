package dev.zundacast.voice.engine;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.StaleTempFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * This user's runs on this machine that have an engine open: each has a file with the number of its
 * process in a folder that nobody else can write. Runs of others and on other machines cannot be
 * seen.
 */
record EngineUsers(Path folder, boolean local, String engine, Optional<Path> own)
    implements AutoCloseable {
  /**
   * One more user of the engine at this address, until it is closed.
   *
   * @param folder of the user's own, where machines may share a home
   */
  static EngineUsers join(String url, Path folder) {
    String host = String.valueOf(URI.create(url).getHost()).toLowerCase(Locale.ROOT);
    boolean local = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    String name = (local ? "here" : host) + ":" + URI.create(url).getPort();
    String engine = new Digest().add(name).add(StaleTempFiles.MACHINE).hex().substring(0, 16);
    return new EngineUsers(folder, local, engine, file(folder, engine));
  }

  /** The file of this run; none where it cannot be made, and then it never counts as alone. */
  private static Optional<Path> file(Path folder, String engine) {
    try {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
      long process = ProcessHandle.current().pid();
      String name = engine + "-" + process + "-" + UUID.randomUUID();
      return Optional.of(Files.createFile(folder.resolve(name)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** Whether no other run can be at work on the engine: it is this machine's, and none is seen. */
  boolean isAlone() {
    return local && own.isPresent() && !hasOthers();
  }

  /** Whether another run on this machine has the engine open. */
  boolean hasOthers() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.equals(own.orElse(folder)))
          .filter(file -> String.valueOf(file.getFileName()).startsWith(engine))
          .anyMatch(EngineUsers::isAlive);
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
        return false; // It can be tidied by a later run.
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
