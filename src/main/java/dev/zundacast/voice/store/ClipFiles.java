package dev.zundacast.voice.store;

import dev.zundacast.disk.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** Where the files of a clip lie in a store's folder, and whether they are whole. */
record ClipFiles(Path folder) {
  /** What the clips take on the disk. */
  long bytes() throws IOException {
    long bytes = 0;
    for (Path wav : ending(".wav")) {
      bytes += look(wav).map(BasicFileAttributes::size).orElse(0L);
    }
    return bytes;
  }

  /** All files of clips with this ending. */
  List<Path> ending(String ending) throws IOException {
    return SafePath.below(folder, 2).stream().filter(file -> isClipFile(file, ending)).toList();
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

  /** Whether the WAV file, read whole, is the one that the record tells of. */
  boolean hasChecksum(ClipRecord record) throws IOException {
    CRC32C crc = new CRC32C();
    try (InputStream wav = Files.newInputStream(wav(record.identity()))) {
      new CheckedInputStream(wav, crc).transferTo(OutputStream.nullOutputStream());
    } catch (NoSuchFileException gone) {
      return false;
    }
    return crc.getValue() == record.crc32c();
  }

  /** What a file is like now; empty when it is gone, as another run may be making it anew. */
  static Optional<BasicFileAttributes> look(Path file) throws IOException {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
  }

  boolean hasSize(ClipRecord record) throws IOException {
    return look(wav(record.identity())).filter(record::hasSizeOf).isPresent();
  }

  boolean isWhole(ClipRecord record) throws IOException {
    return hasSize(record) && hasChecksum(record);
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
