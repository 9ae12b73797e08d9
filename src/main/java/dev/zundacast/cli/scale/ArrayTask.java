package dev.zundacast.cli.scale;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.scale.Shard;
import java.util.Optional;

/**
 * The variables by which schedulers number the tasks of an array, to a shard. Kubernetes and GNU
 * parallel do not say how many tasks there are: {@code ZUNDACAST_SHARDS} does.
 */
record ArrayTask(Shard shard, String origin) {
  static final String SHARD = "ZUNDACAST_SHARD";
  static final String SHARDS = "ZUNDACAST_SHARDS";
  private static final String KUBERNETES = "JOB_COMPLETION_INDEX";
  private static final String SLURM = "SLURM_ARRAY_TASK_ID";
  private static final String PARALLEL = "PARALLEL_SEQ";

  /**
   * The shard that the environment names, if it names one.
   *
   * @throws Problem of kind USAGE when a scheduler names a task but nobody says of how many
   */
  static Optional<ArrayTask> of(Terminal terminal) {
    if (!terminal.env(SHARD).isEmpty()) {
      return Optional.of(new ArrayTask(Shard.parse(terminal.env(SHARD)), SHARD));
    }
    return kubernetes(terminal).or(() -> slurm(terminal)).or(() -> parallel(terminal));
  }

  private static Optional<ArrayTask> kubernetes(Terminal terminal) {
    return number(terminal, KUBERNETES)
        .map(index -> task(index + 1, count(terminal, KUBERNETES), KUBERNETES));
  }

  /** A job of parallel is a shard only where somebody says of how many: most are one post each. */
  private static Optional<ArrayTask> parallel(Terminal terminal) {
    return number(terminal, SHARDS).isEmpty()
        ? Optional.empty()
        : number(terminal, PARALLEL).map(index -> task(index, count(terminal, PARALLEL), PARALLEL));
  }

  /** An array of Slurm may begin anywhere; one with gaps is a part of another, not a whole. */
  private static Optional<ArrayTask> slurm(Terminal terminal) {
    Optional<Integer> id = number(terminal, SLURM);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Integer> named = number(terminal, SHARDS);
    if (named.isPresent()) {
      return Optional.of(task(id.get() + 1, named.get(), SLURM));
    }
    int min = number(terminal, "SLURM_ARRAY_TASK_MIN").orElse(0);
    int step = Math.max(1, number(terminal, "SLURM_ARRAY_TASK_STEP").orElse(1));
    int count = number(terminal, "SLURM_ARRAY_TASK_COUNT").orElseGet(() -> count(terminal, SLURM));
    int max = number(terminal, "SLURM_ARRAY_TASK_MAX").orElse(min + (count - 1) * step);
    if ((max - min) / step + 1 != count || (id.get() - min) % step != 0) {
      throw Problem.of(
          Problem.Kind.USAGE,
          "the array of this task has gaps, so it does not tell how many shards there are; set "
              + SHARDS
              + " to their number, and count the array from 0");
    }
    return Optional.of(task((id.get() - min) / step + 1, count, SLURM));
  }

  private static ArrayTask task(int index, int count, String origin) {
    return new ArrayTask(new Shard(index, count), origin);
  }

  private static int count(Terminal terminal, String origin) {
    return number(terminal, SHARDS)
        .orElseThrow(
            () ->
                Problem.of(
                    Problem.Kind.USAGE,
                    origin
                        + " says which task this is, but not of how many: set "
                        + SHARDS
                        + " to their number, or give --shard I/N (1/1 for all posts)"));
  }

  private static Optional<Integer> number(Terminal terminal, String variable) {
    String text = terminal.env(variable).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.matches("\\d{1,9}")) {
      throw Problem.of(
          Problem.Kind.USAGE, variable + " is '" + text + "', expected a whole number");
    }
    return Optional.of(Integer.parseInt(text));
  }
}
