package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.testkit.InstalledStandIn;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds by engines that are installed here, and by one that is still starting. */
class EngineStartTest {
  @TempDir Path folder;
  private SampleSite site;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    site = SampleSite.in(folder.resolve("site"));
    shell =
        Shell.building(folder)
            .env("HOME", folder.resolve("home").toString())
            .env("ZUNDACAST_DATA", folder.resolve("data").toString());
  }

  @AfterEach
  void stop() {
    shell.run("engine", "stop");
  }

  @Test
  void aBuildStartsTheEngineThatTheSettingsNameAndStopsIt() throws IOException {
    InstalledStandIn.at(folder.resolve("home/.voicevox/SHAREVOX/sharevox_engine/run"));
    InstalledStandIn.at(folder.resolve("home/.sharevox/squashfs-root/sharevox_engine/run"));
    Files.writeString(site.root().resolve("zundacast.yaml"), "engine: sharevox\n");
    Path post = site.post(3, 1);
    Shell.Result built = shell.run("build", post.toString());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.err()).contains("starting SHAREVOX's engine");
    assertThat(folder.resolve("data/engines")).isEmptyDirectory();
    assertThat(ProcessHandle.current().children()).isEmpty();

    // What is up to date needs no engine.
    Shell.Result again = shell.run("build", post.toString());
    assertThat(again.out()).contains("up to date");
    assertThat(again.err()).doesNotContain("starting");

    // Nor does a line that is not there.
    Shell.Result missing = shell.run("regenerate", post.toString(), "a9.99");
    assertThat(missing.code()).isEqualTo(4);
    assertThat(missing.err()).contains("a9.99").doesNotContain("starting");
    Shell.Result line = shell.run("regenerate", post.toString(), "a1.01");
    assertThat(line.err()).contains("starting SHAREVOX's engine");
    assertThat(line.code()).as(line.err()).isZero();
  }

  @Test
  void anEngineThatIsNotInstalledIsNoEngine() throws IOException {
    Shell.Result built = shell.run("build", site.post(3, 1).toString(), "--engine", "sharevox");
    assertThat(built.code()).isEqualTo(3);
    assertThat(built.err()).contains("SHAREVOX is not installed in any of the usual places");
  }

  @Test
  void anEngineOfOursThatIsSlowIsNoReasonToStartAnother() throws IOException {
    Path program = InstalledStandIn.busy(folder.resolve("mine/run"));
    Files.writeString(site.root().resolve("zundacast.yaml"), "patience: 0.1\n");
    Shell.Result built =
        shell.run("build", site.post(3, 1).toString(), "--engine", program.toString());
    assertThat(built.code()).isEqualTo(3);
    assertThat(built.err())
        .contains("the engine that was started here does not answer", "--wait 600")
        .doesNotContain("Start VOICEVOX");
  }

  @Test
  void startLeavesAnEngineRunningUntilStop() throws IOException {
    Path program = InstalledStandIn.at(folder.resolve("mine/run"));
    Shell.Result started = shell.run("engine", "start", program.toString());
    assertThat(started.code()).as(started.err()).isZero();
    assertThat(started.out()).startsWith("engine at http://127.0.0.1:");
    Shell.Result built =
        shell.run("build", site.post(3, 1).toString(), "--engine", program.toString());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.err()).doesNotContain("starting");
    assertThat(shell.run("engine", "stop").out()).startsWith("stopped the engine at http://");
    assertThat(shell.run("engine", "stop").out()).contains("no engine");
  }

  /** Whoever opened it may be in the middle of something. */
  @Test
  void anEngineThatAPersonOpenedIsUsedAndLeftAlone() throws IOException {
    InstalledStandIn.at(folder.resolve("home/.local/share/AivisSpeech-Engine/run"));
    try (TestEngine opened = TestEngine.with().brand("AivisSpeech").startAt(10101)) {
      String post = site.post(3, 1).toString();
      Shell.Result built = shell.run("build", post, "--engine", "aivisspeech");
      assertThat(built.code()).as(built.err()).isZero();
      assertThat(built.err()).doesNotContain("starting");
      assertThat(shell.run("engine", "start", "aivisspeech").out()).contains(opened.url());
      assertThat(shell.run("engine", "stop").out()).contains("no engine that was started here");
      assertThat(opened.count("/synthesis")).isPositive();
    }
    assertThat(ProcessHandle.current().children()).isEmpty();
  }

  @Test
  void aSiteBringsNoProgramAlong() throws IOException {
    Path program = InstalledStandIn.at(site.root().resolve("bin/run"));
    Files.writeString(site.root().resolve("zundacast.yaml"), "engine: " + program + "\n");
    Shell.Result refused = shell.run("build", site.post(3, 1).toString());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("zundacast.yaml:1:9", "given by --engine or ZUNDACAST_ENGINE alone");
  }

  @Test
  void waitMeetsAnEngineThatIsStillStarting() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Path post = site.post(3, 1);
    String url = "http://127.0.0.1:" + port;
    assertThat(shell.run("build", post.toString(), "--engine", url).code()).isEqualTo(3);
    try (BackgroundTask<TestEngine> starting =
        BackgroundTask.start("late engine", () -> late(port))) {
      Shell.Result built = shell.run("build", post.toString(), "--engine", url, "--wait", "60");
      assertThat(built.code()).as(built.err()).isZero();
      assertThat(built.err()).contains("waiting for an engine at " + url);
      starting.join().close();
    }
  }

  private static TestEngine late(int port) throws IOException {
    try {
      Thread.sleep(4000);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return TestEngine.with().startAt(port);
  }
}
