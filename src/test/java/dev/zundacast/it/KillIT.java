package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real process at random instants of build, regenerate and fill, and looks at what it
 * left: every file old or new and whole, and no finished clip asked for again.
 */
class KillIT {
  /** In the long form 500 kills of build alone. */
  private static final int ROUNDS =
      "long".equals(System.getProperty("zundacast.test.size")) ? 500 : 16;

  @TempDir Path folder;

  private final Random random = new Random(20260318);

  @Test
  void aKilledBuildLosesNothingThatWasFinished() throws Exception {
    int early = 0;
    int late = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Path work = Files.createDirectories(folder.resolve("round" + round));
      SampleSite site = SampleSite.in(work.resolve("site"));
      Path post = site.post(round + 1, 2);
      byte[] before = Files.readAllBytes(post);
      try (TestEngine engine = TestEngine.with().millisPerLine(40).start()) {
        Launched launched = Launched.start(work, build(post, engine));
        awaitSyntheses(engine, launched, random.nextInt(20));
        Thread.sleep(random.nextInt(200));
        boolean ended = !launched.isAlive();
        launched.kill();

        assertMp3OldOrWhole(site);
        byte[] killed = Files.readAllBytes(post);
        boolean filled = !Arrays.equals(killed, before);
        if (filled) {
          assertThat(mp3(site)).exists();
        }
        long finished = clips(work);
        early += finished == 0 ? 1 : 0;
        late += ended ? 1 : 0;
        int asked = engine.count("/synthesis");

        Launched.Result rerun = Launched.run(work, build(post, engine));
        assertThat(rerun.code()).as(rerun.err()).isZero();
        long all = clips(work);
        assertThat(engine.count("/synthesis") - asked)
            .as("only what was not finished is asked for, round " + round)
            .isEqualTo((int) (all - finished));
        assertMp3OldOrWhole(site);
        assertNoParts(site.root());
      }
      delete(work);
    }
    System.out.printf(
        "%d kills of build: %d before the first clip, %d after the end, 0 files damaged%n",
        ROUNDS, early, late);
    assertThat(early + late).as("kills spread over the build").isLessThan(ROUNDS);
  }

  @Test
  void aKilledRegenerateLeavesTheOldEpisodeOrTheNewOne() throws Exception {
    Path work = Files.createDirectories(folder.resolve("regenerate"));
    SampleSite site = SampleSite.in(work.resolve("site"));
    Path post = site.post(7, 2);
    try (TestEngine engine = TestEngine.with().millisPerLine(20).start()) {
      Launched.Result built = Launched.run(work, build(post, engine));
      assertThat(built.code()).as(built.err()).isZero();
      for (int round = 0; round < ROUNDS / 2; round++) {
        byte[] old = Files.readAllBytes(mp3(site));
        String text = "畑の知らせその" + round + "なのだ。";
        Launched launched =
            Launched.start(
                work,
                "regenerate",
                post.toString(),
                "a1.01",
                "--text",
                text,
                "--engine",
                engine.url(),
                "--voices",
                SampleSite.voices().toString(),
                "--scripts",
                "scripts",
                "--out",
                "out");
        awaitSyntheses(engine, launched, engine.count("/synthesis") + random.nextInt(2));
        Thread.sleep(random.nextInt(400));
        launched.kill();
        assertMp3OldOrWhole(site);
        if (!Arrays.equals(old, Files.readAllBytes(mp3(site)))) {
          assertThat(Files.readString(work.resolve("scripts/" + stem(post) + ".txt")))
              .contains(text);
        }
      }
      Launched.Result rerun = Launched.run(work, build(post, engine));
      assertThat(rerun.code()).as(rerun.err()).isZero();
      assertMp3OldOrWhole(site);
      assertThat(Files.readString(post)).contains("audio_file_size: " + Files.size(mp3(site)));
    }
  }

  @Test
  void aKilledFillLeavesEachPostOldOrNew() throws Exception {
    Path work = Files.createDirectories(folder.resolve("fill"));
    SampleSite site = SampleSite.in(work.resolve("site"));
    Path first = site.post(1, 1);
    try (TestEngine engine = TestEngine.with().start()) {
      Launched.Result built = Launched.run(work, build(first, engine));
      assertThat(built.code()).as(built.err()).isZero();
    }
    for (int number = 2; number <= 300; number++) {
      Path post = site.post(number, "/audio/そらまめ_" + number + ".mp3", 1);
      Files.createLink(site.root().resolve("audio/そらまめ_" + number + ".mp3"), mp3(site));
      assertThat(post).exists();
    }
    List<Path> posts = posts(site);
    for (int round = 0; round < ROUNDS / 2; round++) {
      for (Path post : posts) {
        String text = Files.readString(post);
        Files.writeString(
            post,
            text.replaceFirst("audio_file_size: \\d+", "audio_file_size: 0")
                .replaceFirst("duration: \"[0-9:]+\"", "duration: \"00:00\""));
      }
      Launched launched = Launched.start(work, "fill", site.root().resolve("_posts").toString());
      Thread.sleep(250 + random.nextInt(700));
      launched.kill();
      for (Path post : posts) {
        String text = Files.readString(post);
        assertThat(text.contains("audio_file_size: 0\n"))
            .as("both values are new or both are old in " + post)
            .isEqualTo(text.contains("duration: \"00:00\""));
        assertThat(text).endsWith("(https://forms.gle/soramame)\n");
      }
    }
    Launched.Result rerun = Launched.run(work, "fill", site.root().resolve("_posts").toString());
    assertThat(rerun.code()).as(rerun.err()).isZero();
    for (Path post : posts) {
      assertThat(Files.readString(post)).doesNotContain("audio_file_size: 0\n");
    }
  }

  /** Waits until the engine has been asked this often, or the process has ended. */
  private static void awaitSyntheses(TestEngine engine, Launched launched, int count)
      throws InterruptedException {
    while (launched.isAlive() && engine.count("/synthesis") < count) {
      Thread.sleep(5);
    }
  }

  private static String[] build(Path post, TestEngine engine) {
    return new String[] {
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
  }

  private static void assertMp3OldOrWhole(SampleSite site) {
    Path mp3 = mp3(site);
    if (Files.exists(mp3)) {
      Programs.Result decoded =
          Programs.run("ffmpeg", "-v", "error", "-i", mp3.toString(), "-f", "null", "-");
      assertThat(decoded.err()).isEmpty();
      assertThat(decoded.code()).isZero();
    }
  }

  private static Path mp3(SampleSite site) {
    try (Stream<Path> all = Files.list(site.root().resolve("audio"))) {
      return all.filter(f -> f.toString().endsWith(".mp3")).sorted().findFirst().orElseThrow();
    } catch (IOException | java.util.NoSuchElementException none) {
      return site.root().resolve("audio/none.mp3");
    }
  }

  private static List<Path> posts(SampleSite site) throws IOException {
    try (Stream<Path> all = Files.list(site.root().resolve("_posts"))) {
      return all.sorted().toList();
    }
  }

  private static long clips(Path work) throws IOException {
    Path clips = work.resolve("out/clips");
    if (!Files.exists(clips)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(clips)) {
      return all.filter(f -> f.toString().endsWith(".json"))
          .filter(f -> !String.valueOf(f.getFileName()).startsWith("."))
          .count();
    }
  }

  private static void assertNoParts(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(f -> f.toString().contains(".part-"))).isEmpty();
    }
  }

  private static String stem(Path post) {
    return String.valueOf(post.getFileName()).replaceFirst("\\.md$", "");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
