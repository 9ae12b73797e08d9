package dev.zundacast.voice.engine;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.StaleTempFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * This user's runs on this machine that have an engine open: each has a file with the number of its
 * process in a folder that nobody else can write. Runs of others and on other machines cannot be
 * seen.
 */
record EngineUsers(Path folder, boolean local, String engine, Optional<Path> own)
    implements AutoCloseable {
  /** One more user of the engine at this address, until it is closed. */
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

  /** Whether another run on this machine has the engine open; the files of killed runs go. */
  boolean hasOthers() {
    boolean others = false;
    try {
      for (Path file : SafePath.named(engine + "-\\d{1,18}-.*", folder)) {
        long process = Long.parseLong(String.valueOf(file.getFileName()).split("-", 3)[1]);
        if (ProcessHandle.of(process).isEmpty()) {
          StaleTempFiles.remove(file);
        } else {
          others |= !file.equals(own.orElse(folder));
        }
      }
    } catch (IOException nobodyCouldWrite) {
      return false; // This run included.
    }
    return others;
  }

  /** Where the file stays, the next run takes it for what it is: that of a process that ended. */
  @Override
  public void close() {
    own.ifPresent(StaleTempFiles::remove);
  }
}
