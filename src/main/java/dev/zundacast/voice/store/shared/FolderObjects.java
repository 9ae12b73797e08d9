package dev.zundacast.voice.store.shared;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SharedStore.Condition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Objects as files of a folder that many machines have mounted. */
final class FolderObjects implements ObjectStore {
  private final Path folder;

  FolderObjects(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> get(String name) throws IOException {
    requireFolder();
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(name)));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  @Override
  public boolean has(String name) throws IOException {
    requireFolder();
    return Files.isRegularFile(folder.resolve(name));
  }

  /** Two writers of one name may both come through, each whole: that is what checksums are for. */
  @Override
  public void put(String name, byte[] bytes, Condition condition) throws IOException {
    requireFolder();
    if (condition == Condition.REPLACE || !has(name)) {
      AtomicFile.write(folder.resolve(name), bytes);
    }
  }

  /** A folder that is not mounted must not be made on the disk below it. */
  private void requireFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder + "; make it, or mount it");
    }
  }

  @Override
  public void close() {}
}
