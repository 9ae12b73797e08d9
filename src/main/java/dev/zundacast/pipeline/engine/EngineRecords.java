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
  void add(EngineRecord record) throws IOException {
    CacheFile.write(file(record), record);
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
      Optional<EngineRecord> record = CacheFile.read(file, EngineRecord.class);
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
}
