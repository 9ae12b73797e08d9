package dev.zundacast.pipeline.scale;

import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.scale.Division.Weighed;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.reading.Readings;
import dev.zundacast.script.ScriptOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A post that was looked at closely, to tell of others like it: its script as a build would make
 * it, and what its lines say.
 *
 * @param post with its quick estimate
 * @param millis how long its episode will last
 * @param lines what its voices say
 */
record PostSample(Weighed post, long millis, List<SampleLine> lines) {

  PostSample {
    lines = List.copyOf(lines);
  }

  /**
   * A line of the sample.
   *
   * @param spoken as an engine is sent it
   * @param millis how long the voice speaks
   * @param changed whether other readings change it
   */
  record SampleLine(SpokenLine spoken, double millis, boolean changed) {
    /** Equal words of one voice are nearly always one clip. */
    String key() {
      return spoken.voice().name() + "\n" + spoken.spoken();
    }
  }

  /** Posts evenly spread over the lengths of all. */
  static List<Weighed> choose(List<Weighed> posts, int most) {
    if (posts.size() <= most) {
      return posts;
    }
    List<Weighed> byLength = new ArrayList<>(posts);
    byLength.sort(Comparator.comparingDouble(Weighed::seconds).thenComparing(Weighed::key));
    List<Weighed> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      chosen.add(byLength.get((int) ((i + 0.5) * byLength.size() / most)));
    }
    return chosen;
  }

  /**
   * Looks at a post; nothing is written.
   *
   * @param other readings that may change lines
   * @throws dev.zundacast.episode.Problem when the post or its script is wrong
   */
  static PostSample of(Weighed post, Stages stages, ScriptOptions options, Optional<Readings> other)
      throws IOException {
    Path file = post.post();
    Script script =
        stages
            .scripts()
            .update(
                Posts.read(file),
                Shows.find(file, Optional.empty()),
                stages.workspace().script(file),
                options)
            .script();
    List<SpokenLine> spoken =
        script
            .lines()
            .map(line -> stages.readings().read(line, stages.voice(line, script)))
            .toList();
    double all = spoken.stream().mapToDouble(it -> it.spoken().length()).sum();
    double speech = stages.scripts().estimateOfSpeech(script).toMillis();
    List<SampleLine> lines = new ArrayList<>();
    for (SpokenLine line : spoken) {
      boolean changed =
          other.isPresent() && !other.get().read(line.line(), line.voice()).equals(line);
      double share = line.spoken().length() / Math.max(1, all);
      lines.add(new SampleLine(line, speech * share, changed));
    }
    return new PostSample(post, stages.scripts().estimate(script).toMillis(), lines);
  }
}
