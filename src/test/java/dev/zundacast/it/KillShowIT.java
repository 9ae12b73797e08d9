package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.SampleSite;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real process at random instants of undo: no text is lost, no change is taken back
 * twice, and the next run finds nothing to tidy.
 */
class KillShowIT {
  private static final boolean LONG = "long".equals(System.getProperty("zundacast.test.size"));
  private static final int UNDOS = LONG ? 70 : 4;

  @TempDir Path folder;

  private final Random random = new Random(20260319);
  private SampleSite site;

  @BeforeEach
  void open() throws IOException {
    site = SampleSite.in(folder.resolve("site"));
  }

  /** Runs a command to its end in this process, which is faster. */
  private Shell.Result run(String... command) {
    return new Shell(folder).env("ZUNDACAST_VOICES", SampleSite.voices().toString()).run(command);
  }

  private void runs(String... command) {
    Shell.Result result = run(command);
    assertThat(result.code()).as(result.out() + result.err()).isZero();
  }

  private static Launched.Result done(Launched.Result result) {
    assertThat(result.code()).as(result.out() + result.err()).isZero();
    return result;
  }

  private long timed(String... command) throws Exception {
    long began = System.nanoTime();
    done(Launched.run(folder, command));
    return (System.nanoTime() - began) / 1_000_000;
  }

  /**
   * Starts a command and kills it: at any moment of its time, or right behind its first change of a
   * folder that is watched. Gives whether it was still running.
   */
  private boolean killed(Path watched, long millis, String... command) throws Exception {
    String before = look(watched);
    boolean atWriting = random.nextInt(3) > 0;
    Launched launched = Launched.start(folder, command);
    long end = System.nanoTime() + random.nextLong(millis * 1_000_000);
    while (launched.isAlive() && (atWriting ? look(watched).equals(before) : isBefore(end))) {
      LockSupport.parkNanos(300_000);
    }
    long more = System.nanoTime() + (atWriting ? random.nextLong(10_000_000) : 0);
    while (launched.isAlive() && isBefore(more)) {
      LockSupport.parkNanos(300_000);
    }
    boolean running = launched.isAlive();
    if (running) {
      launched.kill();
    } else {
      done(launched.await());
    }
    return running;
  }

  private static boolean isBefore(long end) {
    return System.nanoTime() < end;
  }

  /** What changes first when something is written into the folder. */
  private static String look(Path watched) {
    File[] files = watched.toFile().listFiles();
    return Stream.of(files == null ? new File[0] : files)
        .map(file -> file.getName() + " " + file.lastModified())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  @Test
  void aKilledUndoTakesAChangeBackOnceOrNotAtAll() throws Exception {
    Path post = site.post(1, 1);
    String first = Files.readString(post);
    Path script = site.root().resolve("_zundacast/scripts/2026-03-02-1.txt");
    Path noted = site.root().resolve("_zundacast/out/undo/2026-03-02-1");
    String[] undo = {"undo", post.toString()};
    runs("script", post.toString());
    String oldest = Files.readString(script);
    long millis = 0;
    int kills = 0;
    int halfWay = 0;
    for (int round = 1; kills < UNDOS; round++) {
      Files.writeString(post, first.replace("粒ずつ", "粒と" + round + "粒ずつ"));
      runs("script", post.toString());
      String changed = Files.readString(script);
      assertThat(changed).isNotEqualTo(oldest);
      if (millis == 0) {
        millis = timed(undo);
        continue;
      }
      boolean killed = killed(noted, millis, undo);
      String after = Files.readString(script);
      assertThat(after).isIn(changed, oldest);
      if (killed) {
        kills++;
        halfWay += after.equals(oldest) ? 1 : 0;
      }
      if (after.equals(changed)) {
        runs(undo);
      }
      assertThat(script).hasContent(oldest);
      // There was one change; a second undo must not find it again.
      assertThat(run(undo).code()).isEqualTo(4);
      assertThat(script).hasContent(oldest);
      Snapshot.requireNoParts(folder);
    }
    System.out.printf(
        "%d kills of undo, which takes %d ms: %d behind the change; 0 scripts damaged, 0 changes"
            + " taken back twice%n",
        kills, millis, halfWay);
  }
}
