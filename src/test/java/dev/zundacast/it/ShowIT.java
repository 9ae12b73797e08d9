package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A show as a scheduled job finds it: started from the root of the disk, without an environment.
 */
class ShowIT {
  @TempDir Path folder;

  private Launched.Result job(String... args) throws Exception {
    List<String> cron =
        List.of(
            "env",
            "-i",
            "-C",
            "/",
            "PATH=/usr/bin:/bin",
            "HOME=" + folder,
            "ZUNDACAST_JAVA_HOME=" + System.getProperty("java.home"),
            "ZUNDACAST_CACHE=" + Path.of("target/test-cache").toAbsolutePath());
    return Launched.startUnder(cron, folder, args).await();
  }

  @Test
  void aJobThatIsStartedFromTheRootWithoutAnEnvironmentSpeaksTheEditedScript() throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("番組"));
    String post = site.post(1, 1).toString();
    Path script = site.root().resolve("_zundacast/scripts/2026-03-02-1.txt");
    try (TestEngine engine = TestEngine.start()) {
      Launched.Result made = job("init", site.root().toString(), "--engine", engine.url());
      assertThat(made.code()).as(made.err()).isZero();
      assertThat(job("build", post).code()).isZero();
      String edited = Files.readString(script).replaceFirst("\\[a1\\.01] .*", "[a1.01] 直した一行なのだ。");
      Files.writeString(script, edited);
      Launched.Result built = job("build", site.root().toString());
      assertThat(built.code()).as(built.err()).isZero();
      assertThat(built.out()).contains(": 1 clip made");
      assertThat(script).content().contains("[a1.01] 直した一行なのだ。");
      Launched.Result checked = job("check", site.root().toString());
      assertThat(checked.out()).as(checked.err()).contains("1 posts, ");
    }
    assertThat(Path.of("/scripts")).doesNotExist();
    assertThat(Path.of("/out")).doesNotExist();
  }
}
