package dev.zundacast.pipeline.scale;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.scale.CataloguePlan.Impact;
import dev.zundacast.pipeline.scale.Division.Weighed;
import dev.zundacast.pipeline.scale.PostSample.SampleLine;
import dev.zundacast.post.Posts;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.reading.Readings;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.tasks.IoFunction;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts to what their episodes will take. Of a large catalogue a few hundred posts are looked at
 * closely, spread over all lengths; they tell of the others by the quick estimate that all have.
 */
public final class CataloguePlanner {
  /** With so many the hours of a catalogue are right to about one in a hundred. */
  private static final int SAMPLE = 200;

  /** Posts without any of the changed words may still get one from a template. */
  private static final int SAMPLE_OF_OTHERS = 40;

  /** Reading a post, laying its lines and writing its files, while its engine waits. */
  private static final double SECONDS_AN_EPISODE = 0.6;

  private static final double MILLIS_AN_HOUR = 3.6e6;

  private final Stages stages;
  private final ScriptOptions options;
  private final List<Weighed> posts;
  private int unreadable;

  private CataloguePlanner(Stages stages, ScriptOptions options, List<Weighed> posts) {
    this.stages = stages;
    this.options = options;
    this.posts = List.copyOf(posts);
  }

  /** A planner of one show's posts. */
  public static CataloguePlanner of(Stages stages, ScriptOptions options, List<Path> posts)
      throws IOException {
    return new CataloguePlanner(stages, options, Division.weigh(posts));
  }

  /** Lines of the show as an engine would be sent them, to measure how fast it is. */
  public List<SpokenLine> someLines(int count) throws IOException {
    return sample(PostSample.choose(posts, 1), Optional.empty()).stream()
        .flatMap(post -> post.lines().stream())
        .map(SampleLine::spoken)
        .filter(line -> !line.spoken().isBlank())
        .limit(count)
        .toList();
  }

  /**
   * Plans the work.
   *
   * @param machines over how many it is divided
   * @param speed seconds of speech that one engine makes in a second
   * @param missing the lines among some whose clips are nowhere
   */
  public CataloguePlan plan(
      int machines, double speed, IoFunction<List<SpokenLine>, Set<SpokenLine>> missing)
      throws IOException {
    unreadable = 0;
    List<PostSample> sample = sample(PostSample.choose(posts, SAMPLE), Optional.empty());
    double scale = scale(posts, sample);
    Map<String, Integer> times = times(sample);
    Map<String, SampleLine> once = new HashMap<>();
    sample.forEach(post -> post.lines().forEach(line -> once.putIfAbsent(line.key(), line)));
    Set<SpokenLine> absent = missing.apply(once.values().stream().map(SampleLine::spoken).toList());
    double toMake = 0;
    double speech = 0;
    for (SampleLine line : once.values()) {
      if (absent.contains(line.spoken())) {
        double many = times.getOrDefault(line.key(), 1) > 1 ? 1 : scale;
        toMake += many;
        speech += many * line.millis();
      }
    }
    Division division = Division.divide(posts, machines);
    double engineHours = speech / MILLIS_AN_HOUR / speed;
    Division.Share longest = division.longest();
    return new CataloguePlan(
        posts.size(),
        sample.size() + unreadable,
        unreadable,
        scale * sample.stream().mapToLong(PostSample::millis).sum() / MILLIS_AN_HOUR,
        Math.round(scale * sample.stream().mapToInt(post -> post.lines().size()).sum()),
        Math.round(toMake),
        engineHours,
        machines,
        longest,
        hours(longest, division, engineHours),
        engineHours + posts.size() * SECONDS_AN_EPISODE / 3600);
  }

  private static double hours(Division.Share share, Division all, double engineHours) {
    double part = share.seconds() / Math.max(1, all.seconds());
    return part * engineHours + share.posts().size() * SECONDS_AN_EPISODE / 3600;
  }

  /**
   * What other readings would change.
   *
   * @param words those that are new or read otherwise
   * @param speed seconds of speech that one engine makes in a second
   */
  public Impact impact(List<ReadingEntry> words, double speed) throws IOException {
    ReadingList list = stages.readings().list();
    for (ReadingEntry word : words) {
      list = list.with(word);
    }
    Readings other = stages.readings().with(list);
    List<Weighed> with = new ArrayList<>();
    List<Weighed> without = new ArrayList<>();
    List<Boolean> holds = Parallel.map(posts, post -> says(post, words));
    for (int i = 0; i < posts.size(); i++) {
      (holds.get(i) ? with : without).add(posts.get(i));
    }
    Impact likely = impact(with, SAMPLE, other, speed);
    Impact seldom = impact(without, SAMPLE_OF_OTHERS, other, speed);
    return new Impact(
        likely.episodes() + seldom.episodes(),
        likely.lines() + seldom.lines(),
        likely.engineHours() + seldom.engineHours());
  }

  private Impact impact(List<Weighed> among, int most, Readings other, double speed)
      throws IOException {
    List<PostSample> sample = sample(PostSample.choose(among, most), Optional.of(other));
    double scale = scale(among, sample);
    Map<String, Integer> times = times(sample);
    Set<String> counted = new HashSet<>();
    double lines = 0;
    double speech = 0;
    int episodes = 0;
    for (PostSample post : sample) {
      boolean touched = false;
      for (SampleLine line : post.lines()) {
        if (line.changed()) {
          touched = true;
          lines += scale;
          boolean shared = times.getOrDefault(line.key(), 1) > 1;
          speech += counted.add(line.key()) ? (shared ? 1 : scale) * line.millis() : 0;
        }
      }
      episodes += touched ? 1 : 0;
    }
    return new Impact(
        Math.round(scale * episodes), Math.round(lines), speech / MILLIS_AN_HOUR / speed);
  }

  private static boolean says(Weighed post, List<ReadingEntry> words) {
    try {
      String text = new String(Posts.bytes(post.post()), StandardCharsets.UTF_8);
      String lower = text.toLowerCase(Locale.ROOT);
      return words.stream()
          .anyMatch(word -> lower.contains(word.written().toLowerCase(Locale.ROOT)));
    } catch (IOException | RuntimeException unreadable) {
      return false;
    }
  }

  /** How much more there is than was looked at. */
  private static double scale(List<Weighed> all, List<PostSample> sample) {
    double looked = sample.stream().mapToDouble(post -> post.post().seconds()).sum();
    return looked == 0 ? 0 : all.stream().mapToDouble(Weighed::seconds).sum() / looked;
  }

  /** In how many posts of the sample each line is said: one of several is said everywhere. */
  private static Map<String, Integer> times(List<PostSample> sample) {
    Map<String, Integer> times = new HashMap<>();
    for (PostSample post : sample) {
      post.lines().stream()
          .map(SampleLine::key)
          .distinct()
          .forEach(key -> times.merge(key, 1, Integer::sum));
    }
    return times;
  }

  private List<PostSample> sample(List<Weighed> chosen, Optional<Readings> other)
      throws IOException {
    List<Optional<PostSample>> all = Parallel.map(chosen, post -> lookedAt(post, other));
    List<PostSample> sample = all.stream().flatMap(Optional::stream).toList();
    unreadable += all.size() - sample.size();
    return sample;
  }

  /** A post that is wrong takes no engine's time; its shard says what is wrong. */
  private Optional<PostSample> lookedAt(Weighed post, Optional<Readings> other) throws IOException {
    try {
      return Optional.of(PostSample.of(post, stages, options, other));
    } catch (Problem e) {
      return Optional.empty();
    }
  }
}
