package dev.zundacast.disk;

import dev.zundacast.tasks.BackgroundTask;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hears of files that are changed by others, such as an editor or git; costs nothing while none is.
 */
public final class FileWatch implements Closeable {
  /** Editors write a file in several steps. */
  private static final long SETTLE_MILLIS = 100;

  private final WatchService service;
  private final Map<WatchKey, Path> folders = new HashMap<>();
  private final BackgroundTask<Boolean> task;

  /**
   * Begins to watch.
   *
   * @param folders those that are there are watched
   * @param changed hears of the files that were changed together
   */
  public FileWatch(List<Path> folders, Consumer<Set<Path>> changed) throws IOException {
    this.service = FileSystems.getDefault().newWatchService();
    for (Path folder : new LinkedHashSet<>(folders)) {
      if (Files.isDirectory(folder)) {
        this.folders.put(
            folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE),
            folder);
      }
    }
    this.task = BackgroundTask.start("file watch", () -> watch(changed));
  }

  private boolean watch(Consumer<Set<Path>> changed) throws IOException {
    try {
      while (true) {
        Set<Path> files = new LinkedHashSet<>();
        WatchKey key = service.take();
        while (key != null) {
          take(key, files);
          key = service.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        }
        changed.accept(files);
      }
    } catch (ClosedWatchServiceException closed) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void take(WatchKey key, Set<Path> files) {
    Path folder = folders.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (folder != null && event.context() instanceof Path name) {
        files.add(folder.resolve(name));
      }
    }
    key.reset();
  }

  @Override
  public void close() throws IOException {
    service.close();
    task.close();
  }
}
