package dev.zundacast.pipeline;

import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.remote.RemoteAudio;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    try (RemoteAudio remote = RemoteAudio.open(options.out(), options.download())) {
      return new FillReport(
          outcomes(posts, new FillOne(options, new FillSites(options.site()), remote)));
    }
  }

  private List<FillOutcome> outcomes(List<Path> posts, FillOne one) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(Math.min(THREADS, posts.size() + 1));
    AtomicInteger done = new AtomicInteger();
    try {
      List<Future<FillOutcome>> running = new ArrayList<>();
      for (Path post : posts) {
        running.add(
            workers.submit(
                () -> {
                  FillOutcome outcome = one.fill(post);
                  progress.report("fill", done.incrementAndGet(), posts.size());
                  return outcome;
                }));
      }
      List<FillOutcome> outcomes = new ArrayList<>();
      for (Future<FillOutcome> outcome : running) {
        outcomes.add(outcome.get());
      }
      return outcomes;
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
