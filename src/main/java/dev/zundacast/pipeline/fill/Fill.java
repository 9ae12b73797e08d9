package dev.zundacast.pipeline.fill;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.episode.Progress;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.fill.FillOptions.Mode;
import dev.zundacast.pipeline.remote.RemoteAudio;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Posts to posts whose {@code audio_file_size} and {@code duration} say what their audio is. Each
 * post stands for itself: one that fails leaves the others as they would be without it.
 */
public record Fill(FillOptions options, Progress progress) {
  /** Servers and disks are waited for more than they are worked on. */
  private static final int THREADS = 8;

  /** Works through the posts that files and folders mean. */
  public FillReport run(Collection<Path> postsOrFolders) throws IOException {
    List<Path> posts = PostFiles.of(postsOrFolders);
    StaleTempFiles.removeOldBelow(options.out());
    try (RemoteAudio remote =
        RemoteAudio.open(options.out(), options.download(), options.recall())) {
      FillOne one = new FillOne(options, remote);
      return new FillReport(outcomes(posts, one));
    }
  }

  private List<FillOutcome> outcomes(List<Path> posts, FillOne one) throws IOException {
    List<FillOutcome> outcomes = new ArrayList<>();
    try (Parallel<Path, FillOutcome> filled = Parallel.over(posts, THREADS, one::fill)) {
      for (int done = 1; done <= posts.size(); done++) {
        outcomes.add(filled.next());
        progress.report("fill", done, posts.size());
      }
    } finally {
      posts.stream().map(post -> post.resolveSibling("")).distinct().forEach(this::flush);
    }
    return outcomes;
  }

  private void flush(Path folder) {
    if (options.mode() == Mode.WRITE) {
      AtomicFile.flushNames(folder);
    }
  }
}
