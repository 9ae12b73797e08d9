package dev.zundacast.pipeline.scale;

import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.show.ShowFolder;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Posts to shares of about the same length: the longest first, each to the share that has least.
 * Names and texts of the posts decide alone, so that every machine finds the same division by
 * itself, in whatever order it finds the posts, and whatever others built meanwhile.
 */
public final class Division {
  private final List<Share> shares;

  /**
   * The posts of one machine.
   *
   * @param shard which of all
   * @param posts in the order of their names
   * @param seconds about how long their episodes last
   */
  public record Share(Shard shard, List<Path> posts, double seconds) {
    public Share {
      posts = List.copyOf(posts);
    }
  }

  /**
   * A post to be given to a share.
   *
   * @param key tells posts of the same length apart, on every machine alike
   */
  record Weighed(Path post, double seconds, String key) {}

  private Division(List<Share> shares) {
    this.shares = shares;
  }

  /** Divides these posts. */
  public static Division of(List<Path> posts, int count) throws IOException {
    return divide(weigh(posts), count);
  }

  /** The posts with about how long their episodes last. */
  static List<Weighed> weigh(List<Path> posts) throws IOException {
    Map<Path, Weigher> weighers = new HashMap<>();
    for (Path post : posts) {
      Path folder = post.resolveSibling("");
      if (!weighers.containsKey(folder)) {
        weighers.put(folder, Weigher.of(ShowFolder.of(post)));
      }
    }
    return Parallel.map(posts, post -> weigher(weighers, post).weigh(post));
  }

  private static Weigher weigher(Map<Path, Weigher> weighers, Path post) {
    return Objects.requireNonNull(weighers.get(post.resolveSibling("")));
  }

  /** Weighs posts of one show, whose settings limit how long an episode is. */
  private record Weigher(Path root, QuickEstimate estimate) {
    static Weigher of(ShowFolder show) throws IOException {
      return new Weigher(show.root(), QuickEstimate.of(Settings.of(show.root()).script()));
    }

    Weighed weigh(Path post) {
      String key = root.getFileName() + "/" + root.relativize(post.toAbsolutePath().normalize());
      return new Weighed(post, estimate.seconds(post), key);
    }
  }

  static Division divide(List<Weighed> weighed, int count) {
    List<List<Weighed>> parts = new ArrayList<>();
    double[] loads = new double[count];
    PriorityQueue<Integer> least =
        new PriorityQueue<>(
            Comparator.comparingDouble((Integer part) -> loads[part])
                .thenComparing(Comparator.naturalOrder()));
    for (int part = 0; part < count; part++) {
      parts.add(new ArrayList<>());
      least.add(part);
    }
    List<Weighed> longestFirst = new ArrayList<>(weighed);
    longestFirst.sort(
        Comparator.comparingDouble((Weighed it) -> -it.seconds()).thenComparing(Weighed::key));
    for (Weighed next : longestFirst) {
      int part = least.remove();
      parts.get(part).add(next);
      loads[part] += next.seconds();
      least.add(part);
    }
    List<Share> shares = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      parts.get(part).sort(Comparator.comparing(Weighed::key));
      List<Path> posts = parts.get(part).stream().map(Weighed::post).toList();
      shares.add(new Share(new Shard(part + 1, count), posts, loads[part]));
    }
    return new Division(shares);
  }

  /** The share of one machine. */
  public Share share(Shard shard) {
    return shares.get(shard.index() - 1);
  }

  /** All shares. */
  public List<Share> shares() {
    return List.copyOf(shares);
  }

  /** The share that takes longest. */
  public Share longest() {
    return shares.stream().max(Comparator.comparingDouble(Share::seconds)).orElseThrow();
  }

  /** About how many seconds all episodes last together. */
  public double seconds() {
    return shares.stream().mapToDouble(Share::seconds).sum();
  }
}
