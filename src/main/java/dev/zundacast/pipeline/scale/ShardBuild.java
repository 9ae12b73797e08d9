package dev.zundacast.pipeline.scale;

import dev.zundacast.disk.Digest;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildReport;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.engine.EngineFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Builds of a shard's posts, of each of which a result is left for {@link Collect}; tells what a
 * later run may do from what would fail again.
 */
public final class ShardBuild {
  private final Shard shard;
  private final Workspace workspace;
  private final Path root;
  private int done;

  /**
   * @param root the show's folder
   */
  public ShardBuild(Shard shard, Workspace workspace, Path root) {
    this.shard = shard;
    this.workspace = workspace;
    this.root = root;
  }

  /**
   * Builds one post and writes down what came of it.
   *
   * @throws Problem as the build does, of kind AWAY when an engine went away in the middle
   */
  public BuildReport build(Path post, IoSupplier<BuildReport> work) throws IOException {
    try {
      BuildReport report = work.get();
      done(post, report);
      done++;
      return report;
    } catch (Problem e) {
      Problem told = away(e);
      failed(post, told, isPassing(told));
      throw told;
    } catch (IOException | UncheckedIOException e) {
      failed(post, e, false);
      throw e;
    }
  }

  private void done(Path post, BuildReport report) throws IOException {
    EpisodeResult.done(
            shard,
            EpisodeResult.source(post),
            name(report.mp3()),
            content(post, report.mp3()),
            report.bytes(),
            report.length().toMillis())
        .write(workspace.episode(post));
  }

  /** Of an MP3 that is only where it was uploaded to the last build's record tells. */
  private String content(Path post, Path mp3) throws IOException {
    return Files.exists(mp3)
        ? Digest.file(mp3)
        : BuildRecord.read(workspace.episode(post)).map(BuildRecord::content).orElse("");
  }

  /** The same show may lie elsewhere on the machine that collects. */
  private String name(Path mp3) {
    return mp3.startsWith(root) ? root.relativize(mp3).toString() : mp3.toString();
  }

  /** What cannot be written down must not hide why the episode failed. */
  private void failed(Path post, Exception why, boolean passing) {
    EpisodeResult.State state = passing ? EpisodeResult.State.WAITING : EpisodeResult.State.FAILED;
    try {
      EpisodeResult.without(state, shard, source(post), String.valueOf(why.getMessage()))
          .write(workspace.episode(post));
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static String source(Path post) throws IOException {
    try {
      return EpisodeResult.source(post);
    } catch (Problem unreadable) {
      return "";
    }
  }

  private static boolean isPassing(Problem e) {
    return e.kind() == Problem.Kind.NO_ENGINE || e.kind() == Problem.Kind.AWAY;
  }

  /** An engine that did its work before is started somewhere, and may come back. */
  private Problem away(Problem e) {
    boolean wentAway = e.kind() == Problem.Kind.NO_ENGINE && done > 0;
    boolean isSick =
        e.kind() == Problem.Kind.FAILED
            && e.getCause() instanceof EngineFault fault
            && !isOfTheLine(fault.kind());
    return wentAway || isSick
        ? Problem.of(Problem.Kind.AWAY, String.valueOf(e.getMessage())).causedBy(e)
        : e;
  }

  private static boolean isOfTheLine(EngineFault.Kind kind) {
    return switch (kind) {
      case REFUSED, UNREADABLE, BAD_SOUND, CHANGED -> true;
      default -> false;
    };
  }
}
