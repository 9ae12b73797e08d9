package dev.zundacast.voice.store.shared;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Objects as files of a folder that many machines have mounted. A mount whose server is gone
 * answers nothing and cannot be interrupted, so each access has a thread of its own that is left
 * behind.
 */
final class FolderObjects implements ObjectStore {
  private final Path folder;
  private final HttpObjects.Patience patience;

  /**
   * @param patience how long a file is waited for to be read, and to be written
   */
  FolderObjects(Path folder, HttpObjects.Patience patience) {
    this.folder = folder;
    this.patience = patience;
  }

  @Override
  public Optional<byte[]> get(String name) throws IOException {
    return within(patience.read(), () -> read(folder.resolve(name)));
  }

  private static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException missing) {
      return Optional.empty();
    }
  }

  @Override
  public boolean has(String name) throws IOException {
    return within(patience.read(), () -> Files.isRegularFile(folder.resolve(name)));
  }

  /** Two writers of one name may both come through, each whole: that is what checksums are for. */
  @Override
  public void put(String name, byte[] bytes, Condition condition) throws IOException {
    Path file = folder.resolve(name);
    within(
        patience.call(),
        () -> {
          if (condition == Condition.REPLACE || !Files.isRegularFile(file)) {
            AtomicFile.write(file, bytes);
          }
          return file;
        });
  }

  private <T> T within(Duration longest, IoSupplier<T> access) throws IOException {
    try (BackgroundTask<T> task = BackgroundTask.start("store folder", () -> mounted(access))) {
      return task.join(longest);
    } catch (InterruptedIOException e) {
      throw (IOException) new InterruptedIOException(folder + ": " + e.getMessage()).initCause(e);
    }
  }

  /** A folder that is not mounted must not be made on the disk below it. */
  private <T> T mounted(IoSupplier<T> access) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder + "; make it, or mount it");
    }
    return access.get();
  }

  @Override
  public void close() {}
}
