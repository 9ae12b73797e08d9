package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of a build. */
class InterruptIT {
  @TempDir Path folder;

  @Test
  void itEndsAtOnceAndKeepsWhatIsFinished() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    Path post = site.post(1, 2);
    try (TestEngine engine = TestEngine.with().millisPerLine(300).start()) {
      String[] build = {
        "build",
        post.toString(),
        "--engine",
        engine.url(),
        "--voices",
        SampleSite.voices().toString(),
        "--scripts",
        "scripts",
        "--out",
        "out"
      };
      // A shell that starts tests in the background has them, and all they start, ignore Ctrl-C.
      Launched launched =
          Launched.startUnder(List.of("env", "--default-signal=INT"), folder, build);
      while (launched.isAlive() && engine.spoken().size() < 8) {
        Thread.sleep(10);
      }
      // It does not wait for the line in work, nor for any other.
      engine.slow(3_600_000);
      int before = engine.count("/synthesis");
      launched.interrupt();
      Launched.Result result = launched.await();
      assertThat(result.code()).as(result.err()).isEqualTo(130);
      assertThat(result.err()).contains("the same command goes on from there\n");
      // The line in work and the next one may still be asked for, not the rest of the episode.
      assertThat(engine.count("/synthesis")).isLessThanOrEqualTo(before + 3);

      engine.slow(0);
      int asked = engine.count("/synthesis");
      Launched.Result rerun = Launched.run(folder, build);
      assertThat(rerun.code()).as(rerun.err()).isZero();
      assertThat(rerun.out()).doesNotContain(" 0 found");
      assertThat(engine.count("/synthesis")).isGreaterThan(asked);
      assertThat(Files.readString(post)).doesNotContain("audio_file_size: 0\n");
    }
  }
}
