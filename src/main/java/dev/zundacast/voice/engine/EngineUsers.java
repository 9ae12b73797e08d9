package dev.zundacast.voice.engine;

import dev.zundacast.disk.Digest;
import java.io.IOException;
import java.net.URI;
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
 * in a folder that all users share. Runs on other machines cannot be seen.
 */
final class EngineUsers implements AutoCloseable {
  private final boolean local;
  private final Path folder;
  private final Optional<Path> own;

  private EngineUsers(boolean local, Path folder, Optional<Path> own) {
    this.local = local;
    this.folder = folder;
    this.own = own;
  }

  /** One more user of the engine at this address, until it is closed. */
  static EngineUsers join(String url) {
    String host = String.valueOf(URI.create(url).getHost()).toLowerCase(Locale.ROOT);
    boolean local = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    String name = (local ? "here" : host) + ":" + URI.create(url).getPort();
    Path folder =
        Path.of(System.getProperty("java.io.tmpdir", "/tmp"), "zundacast-engines")
            .resolve(new Digest().add(name).hex().substring(0, 16));
    return new EngineUsers(local, folder, file(folder));
  }

  /** The file of a run; none where it cannot be made, and then the run never counts as alone. */
  private static Optional<Path> file(Path folder) {
    try {
      for (Path shared : new Path[] {folder.resolveSibling("."), folder}) {
        makeShared(shared.normalize());
      }
      Path file = folder.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
      return Optional.of(Files.createFile(file));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static void makeShared(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
      }
    }
  }

  /** Whether no other run can be at work on the engine: it is this machine's, and none is seen. */
  boolean isAlone() {
    return local && own.isPresent() && !hasOthers();
  }

  /** Whether another run on this machine has the engine open. */
  boolean hasOthers() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.equals(own.orElse(folder))).anyMatch(EngineUsers::isAlive);
    } catch (IOException e) {
      return false; // Nobody could write there, this run included.
    }
  }

  /** Whether the file's process runs; the file of a process that was killed goes. */
  private static boolean isAlive(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.matches("\\d{1,18}-[0-9a-f-]{36}")) {
      return false;
    }
    boolean alive = ProcessHandle.of(Long.parseLong(name.replaceAll("-.*", ""))).isPresent();
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
