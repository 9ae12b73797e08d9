package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The launcher where jobs start it: with little around it, and little that it may write. */
class LauncherIT {
  /** Where a cache with an archive of classes is made once for the tests that need one. */
  @TempDir static Path first;

  @TempDir Path folder;

  private Launched.Result version(String... prefix) throws Exception {
    return Launched.startUnder(List.of(prefix), folder, "--version").await();
  }

  @Test
  void aJobWithoutAHomeStarts() throws Exception {
    Launched.Result started = version("env", "-u", "HOME");
    assertThat(started.code()).as(started.err()).isZero();
    assertThat(started.out()).startsWith("zundacast ");
  }

  @Test
  void aCacheThatCannotBeMadeCostsOnlyTime() throws Exception {
    Launched.Result started = started(Path.of("/dev/null/cache"), "read", "枝豆");
    assertThat(started.code()).isZero();
    assertThat(started.err()).isEmpty();
  }

  private Launched.Result started(Path cache, String... args) throws Exception {
    return Launched.startUnder(List.of("env", "ZUNDACAST_CACHE=" + cache), folder, args).await();
  }

  /** The archive of classes in a cache. */
  private static Path archive(Path cache) throws Exception {
    String name = names(cache).stream().filter(it -> it.endsWith(".jsa")).findFirst().orElseThrow();
    return cache.resolve(name);
  }

  @Test
  void theFirstCommandThatDoesMuchKeepsItsClassesForLaterStarts() throws Exception {
    Path cache = folder.resolve("cache");
    assertThat(started(cache, "--version").code()).isZero();
    assertThat(started(cache, "read", "--help").code()).isZero();
    assertThat(cache).doesNotExist();
    Launched.Result first = started(cache, "read", "枝豆");
    assertThat(first.out()).isEqualTo("枝豆\n");
    assertThat(first.err()).isEmpty();
    FileTime made = Files.getLastModifiedTime(archive(cache));

    Launched.Result second = started(cache, "read", "枝豆");
    assertThat(second.out()).isEqualTo("枝豆\n");
    assertThat(second.err()).isEmpty();
    assertThat(Files.getLastModifiedTime(archive(cache))).isEqualTo(made);
    assertThat(loaded(cache, "read", "枝豆"))
        .anyMatch(line -> line.matches(".*dev.zundacast.reading.Readings source: shared .*"));
  }

  /** A cache that an earlier command made. */
  private Path cacheWithArchive() throws Exception {
    Path made = first.resolve("cache");
    if (!Files.exists(made)) {
      assertThat(started(made, "read", "枝豆").code()).isZero();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
          .isEqualTo("rwx------");
    }
    Path cache = folder.resolve("cache");
    Programs.output("cp", "-a", made.toString(), cache.toString());
    return cache;
  }

  /** How a run finds its classes. */
  private List<String> loaded(Path cache, String... args) throws Exception {
    Path log = folder.resolve("classes");
    List<String> env =
        List.of(
            "env", "ZUNDACAST_CACHE=" + cache, "JAVA_TOOL_OPTIONS=-Xlog:class+load:file=" + log);
    Launched.Result run = Launched.startUnder(env, folder, args).await();
    assertThat(run.code()).as(run.err()).isZero();
    return Files.readAllLines(log);
  }

  /** A build that stops early, or another command, loads little of what the next build needs. */
  @Test
  void theFirstCommandThatMakesAnEpisodeMakesTheArchiveAgain() throws Exception {
    Path cache = folder.resolve("cache");
    String post = SampleSite.in(folder.resolve("site")).post(1, 2).toString();
    String[] nobody = {"build", post, "--engine", "http://127.0.0.1:1", "--out", "out"};
    assertThat(started(cache, nobody).code()).isEqualTo(3);
    assertThat(names(cache)).noneMatch(name -> name.endsWith(".episode"));
    try (TestEngine engine = TestEngine.start()) {
      String[] places = {"--engine", engine.url(), "--out", "out", "--scripts", "scripts"};
      assertThat(started(cache, with(places, "build", post)).code()).isZero();
      assertThat(names(cache)).anyMatch(name -> name.endsWith(".episode"));
      FileTime made = Files.getLastModifiedTime(archive(cache));
      List<String> again =
          loaded(cache, with(places, "regenerate", post, "a1.01", "--text", "豆は緑なのだ。"));
      assertThat(again)
          .anyMatch(line -> line.matches(".*dev.zundacast.audio.TrackLayout source: shared .*"));
      assertThat(Files.getLastModifiedTime(archive(cache))).isEqualTo(made);
    }
  }

  private static String[] with(String[] places, String... args) {
    return Stream.concat(Stream.of(args), Stream.of(places)).toArray(String[]::new);
  }

  @Test
  void anArchiveThatAKilledRunLeftIsMadeAgain() throws Exception {
    Path cache = cacheWithArchive();
    Path archive = archive(cache);
    long whole = Files.size(archive);
    Files.delete(archive);
    Files.write(archive, new byte[100_000]);
    Launched.Result started = started(cache, "read", "枝豆");
    assertThat(started.out()).isEqualTo("枝豆\n");
    assertThat(started.err()).isEmpty();
    assertThat(Files.size(archive)).isCloseTo(whole, Percentage.withPercentage(20));
  }

  /** Whoever may write an archive decides what the program does. */
  @ParameterizedTest
  @EnumSource
  void anArchiveThatOthersCouldHaveWrittenIsNotUsed(Open open) throws Exception {
    Path cache = cacheWithArchive();
    Path archive = archive(cache);
    FileTime made = Files.getLastModifiedTime(archive);
    switch (open) {
      case FOLDER_TO_ALL ->
          Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
      case ARCHIVE_TO_THE_GROUP ->
          Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-rw-r--"));
      case ARCHIVE_OF_ANOTHER -> giveAway(archive);
      case FOLDER_OF_ANOTHER -> giveAway(cache);
    }
    // A command for which no archive is made anew.
    assertThat(loaded(cache, "dict", "list"))
        .noneMatch(line -> line.matches(".*dev.zundacast.* source: shared .*"));
    Launched.Result again = started(cache, "read", "枝豆");
    assertThat(again.out()).isEqualTo("枝豆\n");
    assertThat(again.err()).isEmpty();
    if (open == Open.FOLDER_TO_ALL || open == Open.FOLDER_OF_ANOTHER) {
      assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
    }
  }

  /** Who else may write. */
  enum Open {
    FOLDER_TO_ALL,
    FOLDER_OF_ANOTHER,
    ARCHIVE_TO_THE_GROUP,
    ARCHIVE_OF_ANOTHER
  }

  private static void giveAway(Path file) throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Files.setAttribute(file, "unix:uid", 12345);
  }

  @Test
  void anArchiveOfAnOlderProgramIsMadeAgain() throws Exception {
    Path cache = cacheWithArchive();
    Path archive = archive(cache);
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(4000)));
    Files.setLastModifiedTime(archive, old);
    // A release's jar may be older than what was made of the one before it.
    Files.setLastModifiedTime(archive.resolveSibling(archive.getFileName() + ".jar"), old);
    Launched.Result again = started(cache, "read", "枝豆");
    assertThat(again.out()).isEqualTo("枝豆\n");
    assertThat(again.err()).isEmpty();
    assertThat(archive(cache)).isEqualTo(archive);
    assertThat(Files.getLastModifiedTime(archive)).isGreaterThan(old);
  }

  @Test
  void twoFirstStartsAtOnceAreHarmless() throws Exception {
    Path cache = folder.resolve("cache");
    List<String> env = List.of("env", "ZUNDACAST_CACHE=" + cache);
    List<Launched> runs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      runs.add(Launched.startUnder(env, folder, "read", "枝豆"));
    }
    for (Launched run : runs) {
      Launched.Result result = run.await();
      assertThat(result.out()).isEqualTo("枝豆\n");
      assertThat(result.err()).isEmpty();
    }
    assertThat(loaded(cache, "read", "枝豆"))
        .anyMatch(line -> line.matches(".*dev.zundacast.reading.Readings source: shared .*"));
  }

  private static List<String> names(Path place) throws Exception {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Several people can share a cache, and none can remove what another put there. */
  @Test
  void aCacheThatCannotBeWrittenCostsOnlyTime() throws Exception {
    Path cache = Files.createDirectories(folder.resolve("cache"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("r-xr-xr-x"));
    List<String> unprivileged = new ArrayList<>(Launched.withoutPrivilege());
    unprivileged.addAll(List.of("env", "ZUNDACAST_CACHE=" + cache));
    Launched.Result started = Launched.startUnder(unprivileged, folder, "read", "枝豆").await();
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(started.code()).as(started.err()).isZero();
    assertThat(started.err()).isEmpty();
    assertThat(names(cache)).isEmpty();
  }

  @Test
  void itStartsWithLittleMemory() throws Exception {
    Launched.Result started = version("env", "ZUNDACAST_MEMORY=40m");
    assertThat(started.code()).as(started.out()).isZero();
  }

  /** What makes a build necessary. */
  enum Stale {
    OLDER_THAN_THE_SOURCES,
    LEFT_BY_A_KILLED_BUILD
  }

  /** The launcher in a checkout that has not been built. */
  private Path checkout() throws IOException {
    Path checkout = Files.createDirectories(folder.resolve("checkout"));
    Path launcher = checkout.resolve("zundacast");
    Files.copy(Path.of("zundacast"), launcher);
    launcher.toFile().setExecutable(true);
    Files.createDirectories(checkout.resolve("src/main"));
    Files.createFile(checkout.resolve("pom.xml"));
    return launcher;
  }

  @Test
  void aBuildGivesASignOfLifeOnATerminal() throws Exception {
    Path launcher = checkout();
    Path programs = Files.createDirectories(folder.resolve("programs"));
    Path maven = programs.resolve("mvn");
    Files.writeString(
        maven,
        "#!/bin/sh\nsleep 4\ncp '%s' target/\n"
            .formatted(Path.of("target/zundacast.jar").toAbsolutePath()));
    maven.toFile().setExecutable(true);
    List<String> onATerminal =
        List.of(
            "env",
            "PATH=%s:%s".formatted(programs, System.getenv("PATH")),
            "bash",
            "-c",
            """
            if script --version >/dev/null 2>&1; then
              exec script -qec "'$0' --version" /dev/null
            fi
            # macOS has that of BSD.
            exec script -q /dev/null "$0" --version
            """,
            launcher.toString());

    Launched.Result built = version(onATerminal.toArray(new String[0]));
    assertThat(built.out())
        .matches("(?s).*zundacast: building [^\\n]+\\n\\.+\\s+zundacast [^\\n]+\\n");
  }

  @ParameterizedTest
  @EnumSource
  void aCheckoutThatHasToBeBuiltAndMayNotBeWrittenSaysWhoCan(Stale stale) throws Exception {
    Path launcher = checkout();
    Path checkout = launcher.getParent();
    Path target = Files.createDirectories(checkout.resolve("target"));
    Path jar = Files.createFile(target.resolve("zundacast.jar"));
    if (stale == Stale.OLDER_THAN_THE_SOURCES) {
      Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
    } else {
      Files.createFile(target.resolve(".building"));
    }
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("r-xr-xr-x"));

    List<String> unprivileged = new ArrayList<>(Launched.withoutPrivilege());
    unprivileged.addAll(List.of("bash", "-c", "exec \"$0\" --version", launcher.toString()));
    Launched.Result refused = version(unprivileged.toArray(new String[0]));
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            "zundacast: the program has to be built, and "
                + target.toRealPath()
                + " cannot be written. Run "
                + launcher.toRealPath()
                + " once as its owner, or make it writable.\n");
  }

  /** Named, but not there, it would be the C locale, in which no Japanese name can be opened. */
  @Test
  void aLocaleThatIsNotInstalledStillChoosesTheLanguageAndOpensFiles() throws Exception {
    Path post = SampleSite.in(folder.resolve("豆の番組")).post(1, 1);
    String[] named = {"env", "-u", "LC_ALL", "LANG=ja_JP.UTF-8"};
    Launched.Result found =
        Launched.startUnder(List.of(named), folder, "fill", post.toString()).await();
    assertThat(found.out() + found.err()).contains("音声なし").doesNotContain("ファイル名として使えません");
  }
}
