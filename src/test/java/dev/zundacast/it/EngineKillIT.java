package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.InstalledStandIn;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that started an installed engine and are killed, by SIGKILL, while it speaks. */
class EngineKillIT {
  private static final long ENOUGH_MILLIS = 180_000;

  @TempDir Path folder;

  private List<String> environment() {
    return List.of(
        "env",
        "HOME=" + folder.resolve("home"),
        "ZUNDACAST_DATA=" + folder.resolve("data"),
        "ZUNDACAST_VOICES=" + SampleSite.voices());
  }

  private Launched run(String... args) throws IOException {
    return Launched.startUnder(environment(), folder, args);
  }

  @AfterEach
  void stop() throws Exception {
    run("engine", "stop").await();
  }

  @Test
  void theEngineOfAKilledRunIsStoppedByTheNextWhichStartsItsOwn() throws Exception {
    Path program = InstalledStandIn.speaking(folder.resolve("opt/VOICEVOX/vv-engine/run"), 1500);
    Path post = SampleSite.in(folder.resolve("site")).post(3, 2);
    Launched killed = run("build", post.toString(), "--engine", program.toString());
    List<ProcessHandle> engine = engineOf(killed);
    killed.kill();
    // Nobody is left who would stop it.
    assertThat(engine).hasSizeGreaterThanOrEqualTo(2).allMatch(ProcessHandle::isAlive);

    InstalledStandIn.at(program);
    Launched.Result next = run("build", post.toString(), "--engine", program.toString()).await();
    assertThat(next.code()).as(next.err()).isZero();
    assertThat(next.err()).contains("stopping the engine of a run that was killed (http://");
    for (ProcessHandle process : engine) {
      process.onExit().get(ENOUGH_MILLIS, TimeUnit.MILLISECONDS);
    }
    assertThat(folder.resolve("data/engines")).isEmptyDirectory();
  }

  /** The processes of the engine, once the first of many lines has been spoken. */
  private List<ProcessHandle> engineOf(Launched run) throws Exception {
    long end = System.nanoTime() + ENOUGH_MILLIS * 1_000_000;
    while (!hasClip()) {
      assertThat(System.nanoTime()).as(run.said()).isLessThan(end);
      Thread.sleep(50);
    }
    return ProcessHandle.of(run.pid()).stream().flatMap(ProcessHandle::descendants).toList();
  }

  private boolean hasClip() throws IOException {
    Path clips = folder.resolve("site/_zundacast/out/clips");
    if (!Files.isDirectory(clips)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(clips)) {
      return files.anyMatch(file -> file.toString().endsWith(".wav"));
    }
  }
}
