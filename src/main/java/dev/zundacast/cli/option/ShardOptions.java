package dev.zundacast.cli.option;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.scale.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which of the posts are this machine's. */
public final class ShardOptions extends TerminalOptions {
  private static final String SHARD = "ZUNDACAST_SHARD";

  /** How many tasks there are, which Kubernetes and GNU parallel do not say. */
  private static final String SHARDS = "ZUNDACAST_SHARDS";

  private static final String KUBERNETES = "JOB_COMPLETION_INDEX";
  private static final String SLURM = "SLURM_ARRAY_TASK_ID";
  private static final String PARALLEL = "PARALLEL_SEQ";

  @Option(names = "--shard", paramLabel = "I/N")
  Optional<String> shard = Optional.empty();

  /**
   * The shard that was asked for, else that of the scheduler's variables: these count only where a
   * folder is named, as who names single posts has divided them already.
   */
  public Optional<Shard> of(List<Path> named) {
    return task(named).map(SchedulerTask::shard);
  }

  private Optional<SchedulerTask> task(List<Path> named) {
    if (shard.isPresent()) {
      return Optional.of(new SchedulerTask(Shard.parse(shard.get()), "--shard"));
    }
    boolean folder = named.stream().map(terminal::resolve).anyMatch(Files::isDirectory);
    return folder ? scheduled() : Optional.empty();
  }

  /** The posts of this shard, all where there is none; says which on standard error. */
  public List<Path> part(List<Path> named, List<Path> posts) throws IOException {
    Optional<SchedulerTask> task = task(named);
    if (task.isEmpty()) {
      return posts;
    }
    Shard of = task.get().shard();
    Shard.Share share = of.of(posts);
    terminal.say(
        Message.of(
            "shard.posts",
            of,
            task.get().origin(),
            share.posts().size(),
            posts.size(),
            String.format(Locale.ROOT, "%.1f", share.seconds() / 3600)));
    return share.posts();
  }

  /** A task of an array, as schedulers number them, to a shard; the origin is for people. */
  private record SchedulerTask(Shard shard, String origin) {}

  /** The shard that the environment names, if it names one. */
  private Optional<SchedulerTask> scheduled() {
    if (!terminal.env(SHARD).isEmpty()) {
      return Optional.of(new SchedulerTask(Shard.parse(terminal.env(SHARD)), SHARD));
    }
    return number(KUBERNETES)
        .map(index -> task(index + 1, count(KUBERNETES), KUBERNETES))
        .or(this::slurm)
        // A job of parallel is a shard only where somebody says of how many: most are one post
        // each.
        .or(
            () ->
                number(SHARDS).flatMap(all -> number(PARALLEL).map(it -> task(it, all, PARALLEL))));
  }

  /** An array of Slurm may begin anywhere; one with gaps is a part of another, not a whole. */
  private Optional<SchedulerTask> slurm() {
    Optional<Integer> id = number(SLURM);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> named = number(SHARDS);
    if (named.isPresent()) {
      return Optional.of(task(id.get() + 1, named.get(), SLURM));
    }
    int min = number("SLURM_ARRAY_TASK_MIN").orElse(0);
    int step = Math.max(1, number("SLURM_ARRAY_TASK_STEP").orElse(1));
    int count = number("SLURM_ARRAY_TASK_COUNT").orElseGet(() -> count(SLURM));
    int max = number("SLURM_ARRAY_TASK_MAX").orElse(min + (count - 1) * step);
    if ((max - min) / step + 1 != count || (id.get() - min) % step != 0) {
      throw Problem.usage("shard.arrayWithGaps", SHARDS);
    }
    return Optional.of(task((id.get() - min) / step + 1, count, SLURM));
  }

  private static SchedulerTask task(int index, int count, String origin) {
    return new SchedulerTask(new Shard(index, count), origin);
  }

  private int count(String origin) {
    return number(SHARDS).orElseThrow(() -> Problem.usage("shard.unknownTotal", origin, SHARDS));
  }

  private Optional<Integer> number(String variable) {
    String text = terminal.env(variable).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("\\d{1,9}")) {
      throw Problem.usage("shard.noNumber", variable, text);
    }
    return Optional.of(Integer.parseInt(text));
  }
}
