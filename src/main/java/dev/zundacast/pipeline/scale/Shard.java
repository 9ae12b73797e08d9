package dev.zundacast.pipeline.scale;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.show.ShowFolder;
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
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several machines' shares of the same posts, all about as long: the longest post first,
 * each to the share that has least. Names and texts of the posts decide alone, so that every
 * machine finds the same division by itself, in whatever order it finds the posts, and whatever
 * others built meanwhile.
 *
 * @param index from 1
 * @param count how many shares there are
 */
public record Shard(int index, int count) {
  /** Schedulers take arrays of at most so many tasks. */
  private static final int MOST = 10_000;

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  public Shard {
    if (count < 1 || count > MOST || index < 1 || index > count) {
      throw Problem.usage(
          "there is no shard %s/%s; expected I/N with 1 <= I <= N <= %s"
              .formatted(index, count, MOST));
    }
  }

  /** Reads {@code 3/8}, the third of eight. */
  public static Shard parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw Problem.usage("shard '" + text + "': expected I/N like 3/8, the third of eight");
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /**
   * The posts of one machine.
   *
   * @param posts in the order of their names
   * @param seconds about how long their episodes last
   */
  public record Share(List<Path> posts, double seconds) {
    public Share {
      posts = List.copyOf(posts);
    }
  }

  /**
   * A post to be given to a share.
   *
   * @param key tells posts of the same length apart, on every machine alike
   */
  private record Weighed(Path post, double seconds, String key) {}

  /** What of these posts is this shard's. */
  public Share of(List<Path> posts) throws IOException {
    double[] loads = new double[count];
    PriorityQueue<Integer> least =
        new PriorityQueue<>(
            Comparator.comparingDouble((Integer part) -> loads[part])
                .thenComparing(Comparator.naturalOrder()));
    for (int part = 0; part < count; part++) {
      least.add(part);
    }
    List<Weighed> longestFirst = weigh(posts);
    longestFirst.sort(
        Comparator.comparingDouble((Weighed it) -> -it.seconds()).thenComparing(Weighed::key));
    List<Weighed> own = new ArrayList<>();
    for (Weighed next : longestFirst) {
      int part = least.remove();
      if (part == index - 1) {
        own.add(next);
      }
      loads[part] += next.seconds();
      least.add(part);
    }
    own.sort(Comparator.comparing(Weighed::key));
    return new Share(own.stream().map(Weighed::post).toList(), loads[index - 1]);
  }

  /** The posts with about how long their episodes last, which the show's settings limit. */
  private static List<Weighed> weigh(List<Path> posts) throws IOException {
    Map<Path, Path> roots = new HashMap<>();
    Map<Path, QuickEstimate> estimates = new HashMap<>();
    for (Path post : posts) {
      Path root =
          roots.computeIfAbsent(post.resolveSibling(""), folder -> ShowFolder.of(post).root());
      if (!estimates.containsKey(root)) {
        estimates.put(root, QuickEstimate.of(Settings.of(root).script()));
      }
    }
    return new ArrayList<>(
        Parallel.map(
            posts,
            post -> {
              Path root = Objects.requireNonNull(roots.get(post.resolveSibling("")));
              QuickEstimate estimate = Objects.requireNonNull(estimates.get(root));
              String key =
                  root.getFileName() + "/" + root.relativize(post.toAbsolutePath().normalize());
              return new Weighed(post, estimate.seconds(post), key);
            }));
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }

  /**
   * A post's text to about how long its episode will be, in a tenth of a millisecond. It looks at
   * nothing that a build changes: neither the two values of the post nor its script. Against the
   * scripts of real posts it is off by 7 % a post, and by less than 2 % for every 25 of them.
   */
  record QuickEstimate(double most) {
    /** Greeting and farewell. */
    private static final double SECONDS = 40;

    /** An article's title and what leads over to it. */
    private static final double SECONDS_AN_ARTICLE = 40;

    /** Of most articles not every sentence is said. */
    private static final double SECONDS_A_MORA = 0.09;

    private static final double MORAS_A_KANJI = 1.9;
    private static final double MORAS_A_LETTER = 0.8;
    private static final double USUAL_MINUTES = 8;

    /** What cannot be read fails in the shard that has it. */
    private static final double SECONDS_OF_NO_POST = 1;

    /** Estimates episodes whose length these options limit. */
    static QuickEstimate of(ScriptOptions options) {
      boolean isLimited = options.minutes().isPresent() || options.maxSentences().isEmpty();
      double minutes = options.minutes().orElse(USUAL_MINUTES);
      return new QuickEstimate(isLimited && minutes > 0 ? 60 * minutes : Double.MAX_VALUE);
    }

    /** About how many seconds the post's episode lasts. */
    double seconds(Path post) {
      try {
        return seconds(new String(Posts.bytes(post), StandardCharsets.UTF_8));
      } catch (IOException | RuntimeException unreadable) {
        return SECONDS_OF_NO_POST;
      }
    }

    /** About how many seconds the episode of a post with this text lasts. */
    double seconds(String text) {
      double moras = 0;
      int articles = 0;
      for (int i = bodyStart(text); i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '[' && text.startsWith("\n- ", i - 3)) {
          articles++;
        } else if (c == 'h' && isAddress(text, i)) {
          i = addressEnd(text, i);
        } else {
          moras += moras(c);
        }
      }
      return Math.min(most, SECONDS + SECONDS_AN_ARTICLE * articles + SECONDS_A_MORA * moras);
    }

    /** Where the front matter ends, whose values builds change. */
    static int bodyStart(String text) {
      int end = text.startsWith("---") ? text.indexOf("\n---", 3) : -1;
      return end < 0 ? 0 : end + 4;
    }

    private static boolean isAddress(String text, int at) {
      return text.startsWith("http://", at) || text.startsWith("https://", at);
    }

    private static int addressEnd(String text, int start) {
      int end = start;
      while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7F) {
        end++;
      }
      return end;
    }

    private static double moras(char c) {
      if (c >= 'ぁ' && c <= 'ヿ') {
        return 1;
      }
      if ((c >= '一' && c <= '鿿') || c == '々') {
        return MORAS_A_KANJI;
      }
      boolean latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      return latin ? MORAS_A_LETTER : 0;
    }
  }
}
