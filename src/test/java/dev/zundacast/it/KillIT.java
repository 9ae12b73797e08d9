package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real process at random instants of build, regenerate and fill, and looks at what it
 * left: every file old or new and whole, and no finished clip asked for again.
 *
 * <p>A killed command is started again and killed again until it comes to its end by itself, so
 * that kills fall on every state that kills leave.
 */
class KillIT {
  private static final boolean LONG = "long".equals(System.getProperty("zundacast.test.size"));

  /** With those of KillShowIT 500 kills together in the long form. */
  private static final int BUILDS = LONG ? 180 : 2;

  private static final int REGENERATES = LONG ? 110 : 2;
  private static final int FILLS = LONG ? 80 : 2;
  private static final int FILLED_POSTS = LONG ? 300 : 40;

  /** Spoken, waiting to be stored, or just being stored, when a run is killed. */
  private static final int UNDER_WAY = 4;

  /** Far less than any step of a run; looking all the time would take a processor of its own. */
  private static final long LOOK_NANOS = 300_000;

  @TempDir Path folder;

  private final Random random = new Random(20260318);
  private final Map<Moment, Integer> moments = new EnumMap<>(Moment.class);
  private SampleSite site;
  private TestEngine engine;

  /** How far a run had come when it was killed, by what it left. */
  private enum Moment {
    NO_NEW_CLIP,
    NEW_CLIPS,
    NEW_MP3,
    NEW_POST
  }

  @BeforeEach
  void open() throws IOException {
    site = SampleSite.in(folder.resolve("site"));
    engine = TestEngine.with().millisPerLine(40).start();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private String[] command(String command, Path post, String... more) {
    List<String> words = new ArrayList<>(List.of(command, post.toString()));
    words.addAll(List.of(more));
    words.addAll(List.of("--engine", engine.url(), "--voices", SampleSite.voices().toString()));
    words.addAll(List.of("--scripts", "scripts", "--out", "out"));
    return words.toArray(new String[0]);
  }

  private Snapshot look(Path post) throws IOException {
    return Snapshot.of(mp3(), post, folder.resolve("out/clips"));
  }

  private Path mp3() {
    return site.root().resolve("audio/そらまめ_1.mp3");
  }

  /** What a kill waits for, so that all of a run is hit: most of it is start-up and speaking. */
  private enum Aim {
    ANY_TIME,
    SPEAKING,
    WRITING,
    FILLING,
    ENDING
  }

  /** Runs a command to its end and gives how many milliseconds it took. */
  private long timed(String... command) throws Exception {
    long began = System.nanoTime();
    Launched.Result result = Launched.run(folder, command);
    assertThat(result.code()).as(result.err()).isZero();
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** The same in this process, which is faster. */
  private void made(String... command) {
    String voices = SampleSite.voices().toString();
    Shell.Result result = new Shell(folder).env("ZUNDACAST_VOICES", voices).run(command);
    assertThat(result.code()).as(result.err()).isZero();
  }

  /** Starts a command and kills it at some moment of its time; whether it was still running. */
  private boolean killed(Aim aim, long millis, String... command) throws Exception {
    int syntheses = engine.count("/synthesis") + random.nextInt(8);
    Set<String> lying = files("audio");
    Set<String> posts = files("_posts");
    Set<String> whole = whole(posts);
    Launched launched = Launched.start(folder, command);
    long more =
        switch (aim) {
          case ANY_TIME -> millis;
          case SPEAKING -> {
            await(launched, () -> engine.count("/synthesis") > syntheses);
            yield 60;
          }
          case WRITING -> {
            await(launched, () -> !files("audio").equals(lying));
            yield 40;
          }
          case FILLING -> {
            await(launched, () -> !files("_posts").equals(posts));
            yield 20;
          }
          case ENDING -> {
            await(launched, () -> !whole(files("_posts")).equals(whole));
            yield 4;
          }
        };
    long until = System.nanoTime() + random.nextLong(more * 1_000_000);
    await(launched, () -> System.nanoTime() > until);
    boolean running = launched.isAlive();
    if (running) {
      launched.kill();
    } else {
      Launched.Result ended = launched.await();
      assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    }
    return running;
  }

  private static void await(Launched launched, BooleanSupplier moment) {
    while (launched.isAlive() && !moment.getAsBoolean()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** The files of a folder of the site, with what changes first when one of them is written. */
  private Set<String> files(String name) {
    File[] files = site.root().resolve(name).toFile().listFiles();
    return Stream.of(files == null ? new File[0] : files)
        .map(file -> file.getName() + " " + file.length() + " " + file.lastModified())
        .collect(Collectors.toSet());
  }

  /** The same without the temporary ones. */
  private static Set<String> whole(Set<String> files) {
    return files.stream().filter(file -> !file.contains(".part-")).collect(Collectors.toSet());
  }

  private void count(Snapshot before, Snapshot after) {
    Moment moment =
        !after.samePost(before)
            ? Moment.NEW_POST
            : !after.sameMp3(before)
                ? Moment.NEW_MP3
                : after.finished().equals(before.finished())
                    ? Moment.NO_NEW_CLIP
                    : Moment.NEW_CLIPS;
    moments.merge(moment, 1, Integer::sum);
  }

  /** One run that is killed, unless it is faster: old or new is there, and nothing made twice. */
  private boolean killAndLook(Path post, long millis, String... command) throws Exception {
    Snapshot before = look(post);
    int from = engine.count("/synthesis");
    Aim aim = Aim.values()[random.nextInt(Aim.values().length)];
    boolean running = killed(aim, millis, command);
    Snapshot after = look(post);
    after.requireMp3OldOrWhole(before, mp3());
    assertThat(after.finished()).containsAll(before.finished());
    List<String> asked = Snapshot.asked(engine, from);
    assertThat(asked).doesNotHaveDuplicates();
    // Texts are sent as the engine reads them right, so clips are counted.
    int made = after.finished().size() - before.finished().size();
    assertThat(asked.size() - made)
        .as("a finished clip is not made twice")
        .isBetween(0, running ? UNDER_WAY : 0);
    if (!after.samePost(before)) {
      assertThat(Files.readString(post)).contains("audio_file_size: " + after.mp3().length + "\n");
    }
    if (running) {
      count(before, after);
    }
    return running;
  }

  @Test
  void aKilledBuildLosesNothingThatWasFinished() throws Exception {
    Path post = site.post(1, 2);
    String first = Files.readString(post);
    made(command("build", post));
    Files.writeString(post, first.replace("第1回の", "第2回の"));
    long millis = timed(command("build", post));
    assertThat(look(post).finished())
        .as("each clip was asked for once")
        .hasSameSizeAs(Snapshot.asked(engine, 0));
    int kills = 0;
    int episodes = 0;
    for (; kills < BUILDS; episodes++) {
      Files.writeString(post, first.replace("第1回の", "第" + (episodes + 3) + "回の"));
      Snapshot before = look(post);
      while (killAndLook(post, millis, command("build", post))) {
        kills++;
      }
      Snapshot after = look(post);
      assertThat(after.sameMp3(before)).as("a run that was not killed ends its work").isFalse();
      assertThat(after.samePost(before)).isFalse();
      Snapshot.requireNoParts(folder);
    }
    System.out.printf(
        "%d kills of build, over %d episodes of %d ms: %s; 0 files damaged, 0 clips made twice%n",
        kills, episodes, millis, moments);
    if (LONG) {
      assertThat(moments.keySet())
          .as("kills spread over the build")
          .hasSize(Moment.values().length);
    }
  }

  @Test
  void aKilledRegenerateLeavesTheOldEpisodeOrTheNewOne() throws Exception {
    Path post = site.post(1, 2);
    made(command("build", post));
    long millis = timed(command("regenerate", post, "a1.01", "--text", "畑の知らせなのだ。"));
    Path script = folder.resolve("scripts/2026-03-02-1.txt");
    int kills = 0;
    for (int round = 0; kills < REGENERATES; round++) {
      String text = "畑の知らせ、その" + "の".repeat(round % 7) + round + "なのだ。";
      String old = Files.readString(script);
      if (killAndLook(post, millis, command("regenerate", post, "a1.01", "--text", text))) {
        kills++;
      }
      String now = Files.readString(script);
      assertThat(now).isIn(old, old.replaceFirst("(?m)^(\\[a1\\.01.*?\\]) .*$", "$1 " + text));
    }
    System.out.printf(
        "%d kills of regenerate, which takes %d ms: %s; 0 files damaged, 0 clips made twice%n",
        kills, millis, moments);
    made(command("build", post));
    assertThat(Files.readString(post)).contains("audio_file_size: " + Files.size(mp3()) + "\n");
    Snapshot.requireNoParts(folder);
  }

  @Test
  void aKilledFillLeavesEachPostOldOrNew() throws Exception {
    made(command("build", site.post(1, 1)));
    for (int number = 1; number <= FILLED_POSTS; number++) {
      site.post(number, "/audio/そらまめ_" + number + ".mp3", 1);
      if (number > 1) {
        Files.createLink(site.root().resolve("audio/そらまめ_" + number + ".mp3"), mp3());
      }
    }
    List<Path> posts = posts();
    List<byte[]> old = contents(posts);
    String[] fill = {"fill", site.root().resolve("_posts").toString()};
    long millis = timed(fill);
    List<byte[]> filled = contents(posts);
    int kills = 0;
    int halfWay = 0;
    while (kills < FILLS) {
      for (int i = 0; i < posts.size(); i++) {
        Files.write(posts.get(i), old.get(i));
      }
      Aim aim = random.nextInt(3) == 0 ? Aim.ANY_TIME : Aim.FILLING;
      kills += killed(aim, millis, fill) ? 1 : 0;
      Set<Boolean> states = new TreeSet<>();
      for (int i = 0; i < posts.size(); i++) {
        byte[] now = Files.readAllBytes(posts.get(i));
        boolean isNew = Arrays.equals(now, filled.get(i));
        assertThat(isNew || Arrays.equals(now, old.get(i)))
            .as("%s is old or new: %s", posts.get(i), new String(now, StandardCharsets.UTF_8))
            .isTrue();
        states.add(isNew);
      }
      halfWay += states.size() - 1;
    }
    System.out.printf(
        "%d kills of fill, which takes %d ms for %d posts: %d with some of them written;"
            + " 0 files damaged%n",
        kills, millis, FILLED_POSTS, halfWay);
    if (LONG) {
      assertThat(halfWay).as("kills behind some of the posts").isPositive();
    }
    made(fill);
    Snapshot.requireNoParts(folder);
    assertThat(contents(posts)).usingRecursiveComparison().isEqualTo(filled);
  }

  private List<Path> posts() throws IOException {
    try (Stream<Path> all = Files.list(site.root().resolve("_posts"))) {
      return all.sorted().toList();
    }
  }

  private static List<byte[]> contents(List<Path> files) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files) {
      contents.add(Files.readAllBytes(file));
    }
    return contents;
  }
}
