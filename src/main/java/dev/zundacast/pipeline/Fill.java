package dev.zundacast.pipeline;

import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.remote.RemoteAudio;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Posts to posts whose {@code audio_file_size} and {@code duration} say what their audio is. Each
 * post stands for itself: one that fails leaves the others as they would be without it.
 */
public final class Fill {
  /** Servers and disks are waited for more than they are worked on. */
  private static final int THREADS = 8;

  private final FillOptions options;
  private final Progress progress;

  public Fill(FillOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /** Works through the posts that files and folders mean. */
  public FillReport run(Collection<Path> postsOrFolders) throws IOException {
    List<Path> posts = PostFiles.of(postsOrFolders);
    try (RemoteAudio remote =
        RemoteAudio.open(options.out(), options.download(), options.recall())) {
      return new FillReport(
          outcomes(posts, new FillOne(options, new FillSites(options.site()), remote)));
    }
  }

  private List<FillOutcome> outcomes(List<Path> posts, FillOne one) throws IOException {
    FillOutcome[] outcomes = new FillOutcome[posts.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    // Each thread takes the next post itself: a task for each would cost more than its reading.
    Callable<Boolean> work =
        () -> {
          for (int i = next.getAndIncrement(); i < posts.size(); i = next.getAndIncrement()) {
            if (Thread.interrupted()) {
              throw new InterruptedIOException("interrupted");
            }
            outcomes[i] = one.fill(posts.get(i));
            progress.report("fill", done.incrementAndGet(), posts.size());
          }
          return true;
        };
    int threads = Math.min(THREADS, posts.size() + 1);
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (Future<Boolean> worker : workers.invokeAll(Collections.nCopies(threads, work))) {
        worker.get();
      }
      return List.of(outcomes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a post could not be worked on", e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }
}
