package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.SampleSite;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the real process at random instants of undo and init: no text is lost, no change is taken
 * back twice, and the next run finds nothing to tidy.
 */
class KillShowIT {
  private static final boolean LONG = "long".equals(System.getProperty("zundacast.test.size"));
  private static final int UNDOS = LONG ? 70 : 10;
  private static final int INITS = LONG ? 60 : 8;
  private static final int ADOPTED = 120;

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
      Thread.onSpinWait();
    }
    long more = System.nanoTime() + (atWriting ? random.nextLong(10_000_000) : 0);
    while (launched.isAlive() && isBefore(more)) {
      Thread.onSpinWait();
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

  @Test
  void aKilledInitLeavesEveryFileAtOneOfItsPlaces() throws Exception {
    Path old = folder.resolve("old");
    for (int number = 1; number <= ADOPTED; number++) {
      site.post(number, 1);
    }
    Path posts = site.root().resolve("_posts");
    runs("script", posts.toString(), "--scripts", "old/scripts");
    Path made = folder.resolve("old/scripts");
    Map<String, String> scripts = contents(made);
    assertThat(scripts).hasSizeGreaterThan(8);
    String[] init = {"init", site.root().toString(), "--adopt", old.toString()};
    long millis = timed(init);
    Map<String, String> whole = show();
    int kills = 0;
    int halfWay = 0;
    while (kills < INITS) {
      takeBack(scripts, made);
      Path watched = random.nextBoolean() ? site.root() : site.root().resolve("_zundacast/scripts");
      boolean killed = killed(watched, millis, init);
      kills += killed ? 1 : 0;
      halfWay += contents(made).isEmpty() ? 0 : show().isEmpty() ? 0 : 1;
      Map<String, String> both = new TreeMap<>(contents(made));
      contents(site.root().resolve("_zundacast/scripts")).forEach(both::putIfAbsent);
      assertThat(both).as("every script is whole somewhere").isEqualTo(scripts);
      show().forEach((file, text) -> assertThat(text).as(file).isEqualTo(whole.get(file)));
      runs(init);
      assertThat(show()).isEqualTo(whole);
      assertThat(contents(made)).isEmpty();
      Snapshot.requireNoParts(folder);
    }
    System.out.printf(
        "%d kills of init, which takes %d ms for %d scripts: %d half-way; 0 files damaged, 0 at two"
            + " places%n",
        kills, millis, scripts.size(), halfWay);
  }

  /** Everything that init writes into the site, by its place. */
  private Map<String, String> show() throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path settings = site.root().resolve("zundacast.yaml");
    if (Files.exists(settings)) {
      files.put("zundacast.yaml", Files.readString(settings));
    }
    Path data = site.root().resolve("_zundacast");
    for (Path kept : new Path[] {data, data.resolve("scripts")}) {
      contents(kept).forEach((name, text) -> files.put(kept + "/" + name, text));
    }
    return files;
  }

  private void takeBack(Map<String, String> scripts, Path made) throws IOException {
    Files.deleteIfExists(site.root().resolve("zundacast.yaml"));
    try (Stream<Path> all = Files.walk(site.root().resolve("_zundacast"))) {
      all.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
    }
    Files.createDirectories(made);
    for (Map.Entry<String, String> script : scripts.entrySet()) {
      Files.writeString(made.resolve(script.getKey()), script.getValue());
    }
  }

  /** The files of a folder but temporary ones, by their names. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          String name = String.valueOf(file.getFileName());
          if (!name.contains(".part-")) {
            contents.put(name, Files.readString(file));
          }
        }
      }
    }
    return contents;
  }
}
