package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher where jobs start it: with little around it, and little that it may write. */
class LauncherIT {
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
    Launched.Result started = version("env", "ZUNDACAST_CACHE=/dev/null/cache");
    assertThat(started.code()).isZero();
    assertThat(started.err()).isEmpty();
  }

  @Test
  void theFirstStartKeepsWhatLaterStartsLoad() throws Exception {
    Path cache = folder.resolve("cache");
    String[] place = {"env", "XDG_CACHE_HOME=" + folder, "ZUNDACAST_CACHE=" + cache};
    assertThat(version(place).code()).isZero();
    assertThat(names(cache))
        .satisfiesExactlyInAnyOrder(
            classes -> assertThat(classes).matches("classes-.+\\.(jsa|aot)"),
            natives -> assertThat(natives).matches("natives-.+"));

    Path library;
    try (Stream<Path> files = Files.walk(cache)) {
      library =
          files
              .filter(file -> file.getFileName().toString().startsWith("libjni"))
              .findFirst()
              .orElseThrow();
    }
    // JNA names the library that it loads, or the file that it unpacked.
    List<String> told = new ArrayList<>(List.of(place));
    told.add("JAVA_TOOL_OPTIONS=-Djna.debug_load.jna=true");
    Launched.Result met = Launched.startUnder(told, folder, "doctor").await();
    assertThat(met.out()).contains("encoder: libmp3lame ");
    assertThat(met.err()).contains("Found jnidispatch at " + library);
  }

  /** Whichever encoder there was when they were kept: reading a class takes ten times as long. */
  @ParameterizedTest
  @ValueSource(strings = {"lame", "jump3r"})
  void whatALineMadeAgainLoadsIsKept(String encoder) throws Exception {
    String post = SampleSite.in(folder.resolve("site")).post(1, 2).toString();
    Path log = folder.resolve("classes");
    List<String> env =
        List.of(
            "env",
            "ZUNDACAST_ENCODER=" + encoder,
            "JAVA_TOOL_OPTIONS=-Xlog:class+load:file=" + log);
    try (TestEngine engine = TestEngine.start()) {
      String[] places = {"--engine", engine.url(), "--out", "out", "--scripts", "scripts"};
      assertThat(started(env, places, "build", post).code()).isZero();
      Launched.Result again =
          started(env, places, "regenerate", post, "a1.01", "--text", "豆は緑なのだ。");
      assertThat(again.code()).as(again.err()).isZero();
    }
    // Of the second run: each writes its own anew.
    assertThat(Files.readAllLines(log))
        .anyMatch(line -> line.contains("dev.zundacast.audio.FrameSplice "))
        .anyMatch(line -> line.contains("dev.zundacast.pipeline.build.Build "))
        .noneMatch(line -> line.contains(" source: file:") || line.contains(" source: jar:"));
  }

  private Launched.Result started(List<String> env, String[] places, String... args)
      throws Exception {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of(places));
    return Launched.startUnder(env, folder, all.toArray(String[]::new)).await();
  }

  private static List<String> names(Path place) throws Exception {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Several people can share a cache, and none can remove what another put there. */
  @Test
  void whatCannotBeRemovedFromTheCacheStaysThere() throws Exception {
    Path cache = folder.resolve("cache");
    String[] place = {"env", "ZUNDACAST_CACHE=" + cache};
    assertThat(version(place).code()).isZero();
    String classes =
        names(cache).stream().filter(n -> n.startsWith("classes")).findFirst().orElseThrow();
    Files.delete(cache.resolve(classes));
    String older = names(cache).get(0).replaceFirst("(natives-\\d+)-\\d+", "$1-1");
    Path locked = Files.createDirectories(cache.resolve(older));
    Files.createFile(locked.resolve("library"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));

    List<String> unprivileged = new ArrayList<>(Launched.withoutPrivilege());
    unprivileged.addAll(List.of(place));
    Launched.Result started = version(unprivileged.toArray(new String[0]));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(started.code()).as(started.err()).isZero();
    assertThat(started.err()).isEmpty();
    assertThat(locked.resolve("library")).exists();
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

  @ParameterizedTest
  @EnumSource
  void aCheckoutThatHasToBeBuiltAndMayNotBeWrittenSaysWhoCan(Stale stale) throws Exception {
    Path checkout = Files.createDirectories(folder.resolve("checkout"));
    Path launcher = checkout.resolve("zundacast");
    Files.copy(Path.of("zundacast"), launcher);
    launcher.toFile().setExecutable(true);
    Files.createDirectories(checkout.resolve("src/main"));
    Files.createFile(checkout.resolve("pom.xml"));
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
}
