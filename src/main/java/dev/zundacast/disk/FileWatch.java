package dev.zundacast.disk;

import dev.zundacast.tasks.BackgroundTask;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Hears of files that others change, such as an editor or git; costs nothing while none does. */
public final class FileWatch implements Closeable {
  /** Editors write a file in several steps. */
  private static final long SETTLE_MILLIS = 100;

  private final WatchService service;
  private final BackgroundTask<Boolean> task;

  /** Watches those folders that are there; files that are changed together are told once. */
  public FileWatch(Set<Path> folders, Runnable changed) throws IOException {
    this.service = FileSystems.getDefault().newWatchService();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        folder.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE);
      }
    }
    this.task = BackgroundTask.start("file watch", () -> watch(changed));
  }

  private boolean watch(Runnable changed) throws IOException {
    try {
      while (true) {
        WatchKey key = service.take();
        while (key != null) {
          key.pollEvents();
          key.reset();
          key = service.poll(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        }
        changed.run();
      }
    } catch (ClosedWatchServiceException closed) {
      return true;
    } catch (InterruptedException e) {
      throw BackgroundTask.interrupted(e);
    }
  }

  @Override
  public void close() throws IOException {
    service.close();
    task.close();
  }
}
