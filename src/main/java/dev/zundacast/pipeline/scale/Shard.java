package dev.zundacast.pipeline.scale;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.post.Posts;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several machines' shares of the same posts, from 1, all about as long: the longest post
 * first, each to the share that has least. Names and texts of the posts decide alone, so that every
 * machine finds the same division by itself, in whatever order it finds the posts, and whatever
 * others built meanwhile.
 */
public record Shard(int index, int count) {
  /** Schedulers take arrays of at most so many tasks. */
  private static final int MOST = 10_000;

  /** Greeting and farewell. */
  private static final double SECONDS = 40;

  /** The mean of real posts and their scripts. */
  private static final double SECONDS_A_LETTER = 0.21;

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  public Shard {
    if (count < 1 || count > MOST || index < 1 || index > count) {
      throw Problem.usage("shard.outside", index, count, MOST);
    }
  }

  /** Reads {@code 3/8}, the third of eight. */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw Problem.usage("shard.badForm", text);
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /** The posts of one machine by their names, and about how long their episodes last. */
  public record Share(List<Path> posts, double seconds) {}

  /** A post to be given to a share, and what tells posts of the same length apart everywhere. */
  private record Weighed(Path post, double seconds, String key) {}

  /** What of these posts is this shard's. */
  public Share of(List<Path> posts) throws IOException {
    double[] loads = new double[count];
    List<Weighed> longestFirst = weigh(posts);
    longestFirst.sort(
        Comparator.comparingDouble((Weighed it) -> -it.seconds()).thenComparing(Weighed::key));
    List<Weighed> own = new ArrayList<>();
    for (Weighed next : longestFirst) {
      int least = 0;
      for (int part = 1; part < count; part++) {
        least = loads[part] < loads[least] ? part : least;
      }
      if (least == index - 1) {
        own.add(next);
      }
      loads[least] += next.seconds();
    }
    own.sort(Comparator.comparing(Weighed::key));
    return new Share(own.stream().map(Weighed::post).toList(), loads[index - 1]);
  }

  /** The posts with about how long their episodes last, which the show's settings limit. */
  private static List<Weighed> weigh(List<Path> posts) throws IOException {
    Map<Path, Path> roots = new HashMap<>();
    Map<Path, Double> limits = new HashMap<>();
    for (Path post : posts) {
      Path root =
          roots.computeIfAbsent(post.resolveSibling(""), folder -> ShowFolder.of(post).root());
      if (!limits.containsKey(root)) {
        limits.put(root, limit(Settings.of(root).script()));
      }
    }
    return new ArrayList<>(
        Parallel.map(
            posts,
            post -> {
              Path root = Objects.requireNonNull(roots.get(post.resolveSibling("")));
              String key =
                  root.getFileName() + "/" + root.relativize(post.toAbsolutePath().normalize());
              double seconds = Math.min(seconds(post), limits.getOrDefault(root, 0.0));
              return new Weighed(post, seconds, key);
            }));
  }

  /** How many seconds episodes last at the most. */
  private static double limit(ScriptOptions options) {
    boolean isLimited = options.minutes().isPresent() || options.maxSentences().isEmpty();
    double minutes = options.minutes().orElse(ScriptOptions.USUAL_MINUTES);
    return isLimited && minutes > 0 ? 60 * minutes : Double.MAX_VALUE;
  }

  /**
   * About how many seconds a post's episode would last without a limit: by the kana and kanji below
   * its front matter, whose values builds change. What cannot be read fails in the shard that has
   * it.
   */
  private static double seconds(Path post) {
    try {
      String text = new String(Posts.bytes(post), StandardCharsets.UTF_8);
      int end = text.startsWith("---") ? text.indexOf("\n---", 3) : -1;
      String body = text.substring(Math.max(0, end));
      return SECONDS + SECONDS_A_LETTER * body.chars().filter(c -> c >= 'ぁ').count();
    } catch (IOException | RuntimeException unreadable) {
      return 0;
    }
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
