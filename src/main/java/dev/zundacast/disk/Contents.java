package dev.zundacast.disk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * What files hold, as short texts that differ where the bytes do: another piece of music often
 * comes under the name of the last. Each of these reads a file once.
 */
public final class Contents {
  private static final int BUFFER = 1 << 16;

  private final Map<Path, String> known = new ConcurrentHashMap<>();

  /** The file's length and checksum. */
  public String of(Path file) throws IOException {
    String content = known.get(file);
    if (content == null) {
      content = read(file);
      known.put(file, content);
    }
    return content;
  }

  private static String read(Path file) throws IOException {
    CRC32C checksum = new CRC32C();
    long length = 0;
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        checksum.update(buffer, 0, count);
        length += count;
      }
    }
    return length + " " + checksum.getValue();
  }
}
