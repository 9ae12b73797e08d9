package dev.zundacast.pipeline.scale;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildReport;
import dev.zundacast.pipeline.scale.Collect.EpisodeResult;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.engine.EngineFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Builds of a shard's posts, of each of which a result is left for {@link Collect}; tells what a
 * later run may do from what would fail again.
 */
public final class ShardBuild {
  private final Shard shard;
  private final Workspace workspace;
  private int done;

  public ShardBuild(Shard shard, Workspace workspace) {
    this.shard = shard;
    this.workspace = workspace;
  }

  /** Builds one post and writes down what came of it. */
  public BuildReport build(Path post, IoSupplier<BuildReport> work) throws IOException {
    try {
      BuildReport report = work.get();
      write(post, EpisodeResult.State.DONE, Message.NONE, EpisodeResult.source(post));
      done++;
      return report;
    } catch (Problem e) {
      Problem told = away(e);
      boolean passing = told.kind() == Problem.Kind.NO_ENGINE || told.kind() == Problem.Kind.AWAY;
      failed(post, told, passing);
      throw told;
    } catch (IOException | UncheckedIOException e) {
      failed(post, e, false);
      throw e;
    }
  }

  private void write(Path post, EpisodeResult.State state, Message reason, String source)
      throws IOException {
    new EpisodeResult(state, shard.toString(), reason, source).write(workspace.episode(post));
  }

  /** What cannot be written down must not hide why the episode failed. */
  private void failed(Path post, Exception why, boolean passing) {
    EpisodeResult.State state = passing ? EpisodeResult.State.WAITING : EpisodeResult.State.FAILED;
    try {
      write(post, state, Message.of(why), source(post));
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

  /** An engine that did its work before is started somewhere, and may come back. */
  private Problem away(Problem e) {
    boolean wentAway = e.kind() == Problem.Kind.NO_ENGINE && done > 0;
    boolean isSick =
        e.kind() == Problem.Kind.FAILED
            && e.getCause() instanceof EngineFault fault
            && !isOfTheLine(fault.kind());
    return wentAway || isSick ? Problem.of(Problem.Kind.AWAY, Message.of(e)).causedBy(e) : e;
  }

  private static boolean isOfTheLine(EngineFault.Kind kind) {
    return switch (kind) {
      case REFUSED, UNREADABLE, BAD_SOUND, CHANGED -> true;
      default -> false;
    };
  }
}
