package dev.zundacast.voice.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Where the files of a clip lie in a store's folder, and whether they are whole. */
final class ClipFiles {
  private final Path folder;

  ClipFiles(Path folder) {
    this.folder = folder;
  }

  /** What the clips take on the disk. */
  long bytes() throws IOException {
    long bytes = 0;
    for (Path wav : ending(".wav")) {
      bytes += Files.size(wav);
    }
    return bytes;
  }

  /** All files of clips with this ending. */
  List<Path> ending(String ending) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, 2)) {
      return all.filter(file -> isClipFile(file, ending)).sorted().toList();
    }
  }

  private static boolean isClipFile(Path file, String ending) {
    String name = file.getFileName().toString();
    return name.endsWith(ending)
        && name.substring(0, name.length() - ending.length()).matches("[0-9a-f]{64}");
  }

  static String identity(Path file) {
    return file.getFileName().toString().substring(0, 64);
  }

  Path wav(String identity) {
    return folder.resolve(identity.substring(0, 2)).resolve(identity + ".wav");
  }

  Path json(String identity) {
    return folder.resolve(identity.substring(0, 2)).resolve(identity + ".json");
  }

  static long checksum(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return crc.getValue();
  }

  static boolean hasSize(Path wav, long bytes) throws IOException {
    return Files.isRegularFile(wav) && Files.size(wav) == bytes;
  }

  boolean isWhole(ClipRecord record) throws IOException {
    Path wav = wav(record.identity());
    return hasSize(wav, record.bytes()) && checksum(wav) == record.crc32c();
  }

  /** Whether the clip is gone now; one of somebody else's may have to stay, which fails nothing. */
  boolean remove(String identity) {
    try {
      Files.deleteIfExists(json(identity));
      Files.deleteIfExists(wav(identity));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
