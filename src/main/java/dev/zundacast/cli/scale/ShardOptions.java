package dev.zundacast.cli.scale;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.pipeline.scale.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which of the posts are this machine's. */
public final class ShardOptions {
  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = {
        "Only the I-th of N shares of the posts, all about as long. Where a folder is named, also"
            + " found in the variables of Kubernetes, Slurm and GNU parallel."
      })
  Optional<String> shard = Optional.empty();

  /**
   * The shard that was asked for, else that of the scheduler's variables: these count only where a
   * folder is named, as who names single posts has divided them already.
   *
   * @throws dev.zundacast.episode.Problem of kind USAGE when it is none
   */
  public Optional<Shard> of(Terminal terminal, List<Path> named) {
    return task(terminal, named).map(ArrayTask::shard);
  }

  private Optional<ArrayTask> task(Terminal terminal, List<Path> named) {
    if (shard.isPresent()) {
      return Optional.of(new ArrayTask(Shard.parse(shard.get()), "--shard"));
    }
    boolean folder = named.stream().map(terminal::resolve).anyMatch(Files::isDirectory);
    return folder ? ArrayTask.of(terminal) : Optional.empty();
  }

  /** The posts of this shard, all where there is none; says which on standard error. */
  public List<Path> part(Terminal terminal, List<Path> named, List<Path> posts) throws IOException {
    Optional<ArrayTask> task = task(terminal, named);
    if (task.isEmpty()) {
      return posts;
    }
    Shard of = task.get().shard();
    Shard.Share share = of.of(posts);
    terminal.say(
        String.format(
            Locale.ROOT,
            "shard %s (%s): %d of %d posts, about %.1f hours",
            of,
            task.get().origin(),
            share.posts().size(),
            posts.size(),
            share.seconds() / 3600));
    return share.posts();
  }
}
