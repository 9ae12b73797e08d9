package dev.zundacast.pipeline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.scale.Division.Share;
import dev.zundacast.pipeline.scale.PostSample.SampleLine;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand posts over 1 to 64 engines, simulated line by line against what plan says of them.
 * {@code -Dscale.posts=FOLDER} takes posts of one's own, repeated with another number in each
 * sentence.
 */
@Tag("long")
class CatalogueSimulationTest {
  private static final int POSTS = 10_000;
  private static final int INVENTED = 40;
  private static final double SPEED = 6.65;
  private static final double SECONDS_AN_EPISODE = 0.6;

  @TempDir Path folder;

  /**
   * A post of which many are made.
   *
   * @param millis how long each of them lasts
   * @param lines what one of them says
   * @param shared those of its lines that the others say alike
   */
  private record Base(String text, long millis, List<SampleLine> lines, Set<String> shared) {}

  @Test
  void thePlanIsWithinFivePercentOfTheSimulation() throws IOException {
    Workspace workspace =
        new Workspace(SampleSite.voices(), folder.resolve("scripts"), folder.resolve("out"));
    Stages stages = Stages.open(workspace);
    List<Base> bases = bases(stages);
    Map<Path, Base> baseOf = write(bases);
    List<Path> posts = PostFiles.of(List.of(folder.resolve("site")));
    assertThat(posts).hasSize(POSTS);

    double quickest = Double.MAX_VALUE;
    for (int engines : List.of(1, 8, 64)) {
      long begun = System.nanoTime();
      CataloguePlanner planner = CataloguePlanner.of(stages, ScriptOptions.DEFAULTS, posts);
      CataloguePlan plan = planner.plan(engines, SPEED, HashSet::new);
      double took = (System.nanoTime() - begun) / 1e9;
      quickest = Math.min(quickest, took);
      Division division = Division.of(posts, engines);
      double longest = simulated(division, baseOf);
      double uneven = uneven(division, baseOf);
      System.out.printf(
          Locale.ROOT,
          "scale: %d engines: plan %.2f hours, simulated %.2f (%+.1f %%); shards within %.1f %%;"
              + " planned in %.1f s%n",
          engines,
          plan.longestHours(),
          longest,
          100 * (plan.longestHours() / longest - 1),
          100 * uneven,
          took);
      assertThat(plan.longestHours() / longest).isBetween(0.95, 1.05);
      assertThat(uneven).isLessThan(0.02);
    }
    assertThat(quickest).isLessThan(30);
  }

  private List<Base> bases(Stages stages) throws IOException {
    List<Base> bases = new ArrayList<>();
    Random random = new Random(3);
    for (Path post : PostFiles.of(List.of(texts()))) {
      try {
        String text = Files.readString(post);
        PostSample one = sample(otherNumbers(text, random), post, stages);
        PostSample other = sample(otherNumbers(text, random), post, stages);
        Set<String> shared = new HashSet<>();
        other.lines().forEach(line -> shared.add(line.key()));
        bases.add(new Base(text, one.millis(), one.lines(), shared));
      } catch (Problem noEpisode) {
        // What cannot be an episode is no part of a catalogue.
      }
    }
    return bases;
  }

  private PostSample sample(String text, Path like, Stages stages) throws IOException {
    Path site = SampleSite.in(folder.resolve("looked")).root();
    Path post = Files.writeString(site.resolve("_posts").resolve(like.getFileName()), text);
    return PostSample.of(
        Division.weigh(List.of(post)).get(0), stages, ScriptOptions.DEFAULTS, Optional.empty());
  }

  private Path texts() throws IOException {
    String named = System.getProperty("scale.posts", "");
    if (!named.isEmpty()) {
      return Path.of(named);
    }
    SampleSite site = SampleSite.in(folder.resolve("invented"));
    for (int number = 1; number <= INVENTED; number++) {
      site.longPost(number, 1 + number % 5);
    }
    return site.root();
  }

  private Map<Path, Base> write(List<Base> bases) throws IOException {
    Path site = SampleSite.in(folder.resolve("site")).root();
    Random random = new Random(5);
    Map<Path, Base> baseOf = new HashMap<>();
    for (int number = 0; number < POSTS; number++) {
      Base base = bases.get(number % bases.size());
      LocalDate day = LocalDate.of(2000, 1, 1).plusDays(number);
      Path post = site.resolve("_posts").resolve(day + "-" + number + ".md");
      Files.writeString(post, otherNumbers(base.text(), random));
      baseOf.put(post, base);
    }
    return baseOf;
  }

  /** Every sentence ends with a number of its own. */
  private static String otherNumbers(String text, Random random) {
    int body = QuickEstimate.bodyStart(text);
    StringBuilder changed = new StringBuilder(text.substring(0, body));
    for (char c : text.substring(body).toCharArray()) {
      changed.append(c == '。' ? "、" + (100_000 + random.nextInt(900_000)) + "件。" : c);
    }
    return changed.toString();
  }

  /** How long the longest shard takes when each speaks what no other spoke before it. */
  private static double simulated(Division division, Map<Path, Base> baseOf) {
    double[] clock = new double[division.shares().size()];
    int[] next = new int[clock.length];
    Set<String> spoken = new HashSet<>();
    PriorityQueue<Integer> earliest =
        new PriorityQueue<>(Comparator.comparingDouble((Integer shard) -> clock[shard]));
    for (int shard = 0; shard < clock.length; shard++) {
      earliest.add(shard);
    }
    while (!earliest.isEmpty()) {
      int shard = earliest.remove();
      List<Path> posts = division.shares().get(shard).posts();
      if (next[shard] < posts.size()) {
        Path post = posts.get(next[shard]++);
        clock[shard] += seconds(post, baseOf, spoken);
        earliest.add(shard);
      }
    }
    double longest = 0;
    for (double end : clock) {
      longest = Math.max(longest, end);
    }
    return longest / 3600;
  }

  private static double seconds(Path post, Map<Path, Base> baseOf, Set<String> spoken) {
    double seconds = SECONDS_AN_EPISODE;
    Base base = base(post, baseOf);
    for (SampleLine line : base.lines()) {
      String key = base.shared().contains(line.key()) ? line.key() : post + line.key();
      seconds += spoken.add(key) ? line.millis() / 1000 / SPEED : 0;
    }
    return seconds;
  }

  private static Base base(Path post, Map<Path, Base> baseOf) {
    return Objects.requireNonNull(baseOf.get(post));
  }

  /** How far the share that is farthest from the mean is from it, by the scripts' lengths. */
  private static double uneven(Division division, Map<Path, Base> baseOf) {
    double[] lengths =
        division.shares().stream()
            .map(Share::posts)
            .mapToDouble(posts -> posts.stream().mapToLong(it -> base(it, baseOf).millis()).sum())
            .toArray();
    double mean = Arrays.stream(lengths).average().orElseThrow();
    return Arrays.stream(lengths).map(length -> Math.abs(length / mean - 1)).max().orElseThrow();
  }
}
