package dev.zundacast.pipeline.engine;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.SafePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is written down of the engines that were started from here, a file each. */
record EngineRecords(Path folder) {

  /** The fields of a file; a pid of 0 means that there is no owner. */
  private record Stored(
      String program, String url, long pid, long began, long ownerPid, long ownerBegan) {
    static Stored of(EngineRecord it) {
      EngineRecord.Owned owner = it.owner().orElse(new EngineRecord.Owned(0, 0));
      return new Stored(
          it.program(),
          it.url(),
          it.process().pid(),
          it.process().began(),
          owner.pid(),
          owner.began());
    }

    EngineRecord record() {
      Optional<EngineRecord.Owned> owner =
          ownerPid == 0
              ? Optional.empty()
              : Optional.of(new EngineRecord.Owned(ownerPid, ownerBegan));
      return new EngineRecord(program, url, new EngineRecord.Owned(pid, began), owner);
    }
  }

  void add(EngineRecord record) throws IOException {
    CacheFile.write(file(record), Stored.of(record));
  }

  void remove(EngineRecord record) throws IOException {
    Files.deleteIfExists(file(record));
    Files.deleteIfExists(log(record.url()));
  }

  /** Where an engine's messages go. */
  Path log(String url) {
    return folder.resolve(port(url) + ".log");
  }

  private static String port(String url) {
    return url.substring(url.lastIndexOf(':') + 1);
  }

  private Path file(EngineRecord record) {
    return folder.resolve(port(record.url()) + ".json");
  }

  /** Those that still run; the records of others go. */
  List<EngineRecord> running() throws IOException {
    List<EngineRecord> running = new ArrayList<>();
    for (Path file : SafePath.named(".*\\.json", folder)) {
      Optional<EngineRecord> record = read(file);
      if (record.filter(EngineRecord::isRunning).isPresent()) {
        running.add(record.get());
      } else {
        Files.deleteIfExists(file);
        String log = file.getFileName().toString().replace(".json", ".log");
        Files.deleteIfExists(file.resolveSibling(log));
      }
    }
    return running;
  }

  private static Optional<EngineRecord> read(Path file) {
    return CacheFile.read(file, Stored.class).map(Stored::record);
  }
}
