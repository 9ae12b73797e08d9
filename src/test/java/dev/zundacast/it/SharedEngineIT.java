package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that run at once on one machine, each a process of its own, at one engine. */
class SharedEngineIT {
  /** Two of each kind; the builds of one process at once are eight. */
  private static final int JOBS = 4;

  @TempDir Path folder;

  @Test
  void buildsOfDifferentPostsAtOnceMakeTheirEpisodesAndLoseNoWord() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    // The word of one post is a part of the other's.
    Path voices = SampleSite.voices(folder.resolve("voices"));
    Files.writeString(voices.resolve("readings.tsv"), "小さな\tマメノ\t1\nそら豆\tソラマメノマメ\t5\n");
    try (TestEngine engine = TestEngine.with().millisPerLine(20).start()) {
      List<Launched> jobs = new ArrayList<>();
      for (int number = 1; number <= JOBS; number++) {
        Path post = site.post(number, 1);
        String[] words =
            number % 2 == 0 ? new String[] {"そら豆", "小さな"} : new String[] {"小さな", "そら豆"};
        Files.writeString(post, Files.readString(post).replace(words[0], words[1]));
        jobs.add(
            Launched.startUnder(
                List.of("env", "ZUNDACAST_VOICES=" + voices),
                folder,
                "build",
                post.toString(),
                "--engine",
                engine.url()));
      }
      for (Launched job : jobs) {
        Launched.Result built = job.await(Duration.ofMinutes(10));
        assertThat(built.code()).as(built.err()).isZero();
        assertThat(built.err()).doesNotContain("lost words", "left out");
      }
      assertThat(engine.words().values())
          .extracting(word -> word.path("surface").asText())
          .contains("マメノ", "ソラマメノマメ");
      assertThat(engine.requests()).noneMatch(request -> "DELETE".equals(request.getMethod()));
    }
    for (int number = 1; number <= JOBS; number++) {
      Path mp3 = site.root().resolve("audio/そらまめ_" + number + ".mp3");
      Programs.Result decoded =
          Programs.run("ffmpeg", "-v", "error", "-i", mp3.toString(), "-f", "null", "-");
      assertThat(decoded.code()).as(mp3 + decoded.err()).isZero();
      assertThat(decoded.err()).isEmpty();
    }
  }
}
