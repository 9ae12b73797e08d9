package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in engine, which costs seconds of a processor to start. */
class DraftEngineIT {
  @TempDir Path folder;

  private Launched.Result done(Launched.Result result) {
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    return result;
  }

  /** A run that finds no voice for the draft engine: starting it would fail. */
  private Launched.Result unable(String... args) throws IOException, InterruptedException {
    List<String> without =
        List.of("env", "ZUNDACAST_DATA=" + folder.resolve("data"), "HOME=" + folder);
    return Launched.startUnder(without, folder, args).await();
  }

  @Test
  void itStaysUnstartedWhenNothingIsToBeDone() throws Exception {
    String post = SampleSite.in(folder.resolve("site")).post(1, 1).toString();
    done(Launched.run(folder, "engine", "install"));
    done(Launched.run(folder, "build", post, "--engine", "draft"));
    assertThat(unable("build", post, "--engine", "draft", "--force").code()).isEqualTo(3);
    assertThat(done(unable("build", post, "--engine", "draft")).out()).contains("up to date");
    assertThat(done(unable("build", post, "--engine", "draft", "--dry-run")).out())
        .contains("up to date");
    assertThat(done(unable("status", post, "--engine", "draft")).out()).contains("1 up to date");
  }
}
