package dev.zundacast.pipeline;

import dev.zundacast.disk.CacheFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What was done of a post's steps, for which fingerprint; the same is not done again. */
public record PublishRecord(Map<String, String> done) {
  private static final String FILE = "publish.json";

  /** The step of an MP3 that was uploaded, so that it may be missing on this machine. */
  public static final String UPLOADED = "uploaded";

  public PublishRecord {
    done = new TreeMap<>(done);
  }

  /** The record in an episode's folder, an empty one where there is none or it is damaged. */
  public static PublishRecord read(Path folder) {
    return CacheFile.read(folder.resolve(FILE), PublishRecord.class)
        .orElseGet(() -> new PublishRecord(Map.of()));
  }

  /** Whether a step was done for this. */
  public boolean has(String step, String fingerprint) {
    return fingerprint.equals(done.get(step));
  }

  /** The same once a step was done. */
  public PublishRecord with(String step, String fingerprint) {
    Map<String, String> more = new TreeMap<>(done);
    more.put(step, fingerprint);
    return new PublishRecord(more);
  }

  /** Writes the record into an episode's folder. */
  public void write(Path folder) throws IOException {
    CacheFile.write(folder.resolve(FILE), this);
  }
}
