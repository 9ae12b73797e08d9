package dev.zundacast.studio.episode;

import dev.zundacast.disk.HeldLock;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The locks of a show's posts: those of this process in the order of who came, then the one that
 * commands hold, for which a moment is waited.
 */
public final class ScriptLocks {
  private static final long PATIENCE_MILLIS = 5_000;
  private static final long STEP_MILLIS = 50;

  private final Workspace workspace;
  private final Map<Path, ReentrantLock> own = new ConcurrentHashMap<>();

  /** A command is at work on the post for longer than a person waits. */
  public static final class InUse extends RuntimeException {
    private static final long serialVersionUID = 1;

    InUse(Problem held) {
      super(held.getMessage(), held);
    }
  }

  /** The locks of these folders. */
  public ScriptLocks(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Works on a post while nobody else does.
   *
   * @throws InUse when a command is at work on it for long
   */
  public <T> T hold(Path post, IoSupplier<T> work) throws IOException {
    return among(
        post,
        () -> {
          try (HeldLock lock = take(post)) {
            return work.get();
          }
        });
  }

  /** Works on a post while nobody else of this process does; the work takes the command's lock. */
  public <T> T among(Path post, IoSupplier<T> work) throws IOException {
    ReentrantLock lock = own.computeIfAbsent(post, any -> new ReentrantLock(true));
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private HeldLock take(Path post) throws IOException {
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (true) {
      try {
        return HeldLock.take(workspace.lock(post), Workspace.name(post));
      } catch (Problem held) {
        if (System.currentTimeMillis() > until) {
          throw new InUse(held);
        }
        pause(held);
      }
    }
  }

  private static void pause(Problem held) {
    try {
      Thread.sleep(STEP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw held;
    }
  }
}
