package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zundacast.cli.Shell;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds on a machine that does not do its part: the real process, real limits of the system. */
class MachineIT {
  /** A limit as a full disk: the write that goes beyond it fails in the same way, half-way. */
  private static final String LIMIT = "ulimit -f %d; exec \"$@\"";

  private static final int BLOCK = 1024;
  private static final Predicate<Path> LEFT_PART = file -> file.toString().contains(".part-");

  private static final Pattern MADE_OR_FLUSHED =
      Pattern.compile("mkdir\\(\"([^\"]+)\".* = 0$|fsync\\(\\d+<([^>]+)>");

  @TempDir Path folder;
  private SampleSite site;
  private TestEngine engine;
  private Path post;

  @BeforeEach
  void open() throws IOException {
    site = SampleSite.in(folder.resolve("site"));
    engine = TestEngine.start();
    post = site.post(1, 2);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private String[] build(String... more) {
    List<String> words = new ArrayList<>(List.of("build", post.toString()));
    words.addAll(List.of("--engine", engine.url(), "--voices", SampleSite.voices().toString()));
    words.addAll(List.of("--scripts", "scripts", "--out", "out"));
    words.addAll(List.of(more));
    return words.toArray(new String[0]);
  }

  /** In this process, which is faster: what a test's own process finds, or goes on from. */
  private Shell.Result buildHere() {
    return doneHere(build());
  }

  private Shell.Result doneHere(String... command) {
    String voices = SampleSite.voices().toString();
    Shell.Result done = new Shell(folder).env("ZUNDACAST_VOICES", voices).run(command);
    assertThat(done.code()).as(done.err()).isZero();
    return done;
  }

  private Launched.Result runUnder(List<String> prefix, String... more) throws Exception {
    return Launched.startUnder(prefix, folder, build(more)).await();
  }

  private Launched.Result runWithFilesUpTo(long bytes, String... more) throws Exception {
    return runUnder(List.of("bash", "-c", LIMIT.formatted(bytes / BLOCK), "bash"), more);
  }

  private Snapshot look() throws IOException {
    return Snapshot.of(mp3(), post, folder.resolve("out/clips"));
  }

  private Path mp3() {
    return site.root().resolve("audio/そらまめ_1.mp3");
  }

  private List<Long> clipSizes() throws IOException {
    List<Long> sizes = new ArrayList<>();
    for (Path wav : files(f -> f.toString().endsWith(".wav"))) {
      sizes.add(Files.size(wav));
    }
    return sizes.stream().sorted().toList();
  }

  /** An episode that is there, and a post that has changed since, so that all has to be made. */
  private Snapshot builtOnceAndChanged() throws Exception {
    buildHere();
    String changed = Files.readString(post).replace("第1回の", "第2回の").replace("粒ずつ", "粒ほど丁寧に");
    Files.writeString(post, changed);
    return look();
  }

  private void requireOldAndClean(Snapshot before) throws IOException {
    assertThat(look().sameMp3(before)).as("the old episode is untouched").isTrue();
    assertThat(look().samePost(before)).as("the post is untouched").isTrue();
    assertThat(files(LEFT_PART)).isEmpty();
  }

  @Test
  void aDiskThatIsFullWhenAClipComesStopsTheBuildAndTheRerunGoesOn() throws Exception {
    Snapshot before = builtOnceAndChanged();
    List<Long> sizes = clipSizes();
    int asked = engine.count("/synthesis");
    Launched.Result full = runWithFilesUpTo(sizes.get(sizes.size() / 2));
    assertThat(full.code()).as(full.err()).isEqualTo(1);
    assertThat(full.err())
        .contains(folder.resolve("out/clips").toRealPath() + "/")
        .contains(".wav: cannot be written: File too large\nMake room there, then run the same")
        .contains("missing: ");
    requireOldAndClean(before);
    int finished = look().finished().size() - before.finished().size();
    int inVain = engine.count("/synthesis") - asked - finished;

    buildHere();
    int made = look().finished().size() - before.finished().size();
    assertThat(engine.count("/synthesis") - asked - inVain)
        .as("no second request for a finished clip")
        .isEqualTo(made);
    assertThat(Files.readString(post)).contains("audio_file_size: " + Files.size(mp3()) + "\n");
  }

  @Test
  void aDiskThatIsFullWhenFramesComeLosesNoClip() throws Exception {
    Snapshot before = builtOnceAndChanged();
    String mounted = "mount -t tmpfs -o size=40k tmpfs out/frames && exec \"$@\"";
    Launched.Result full = runUnder(List.of("unshare", "-m", "bash", "-c", mounted, "bash"));
    assumeThat(full.err()).doesNotContain("unshare:", "mount:");
    assertThat(full.code()).as(full.err()).isEqualTo(1);
    assertThat(full.err())
        .contains(folder.resolve("out/frames").toRealPath() + "/")
        .contains("cannot be written: No space left on device\nMake room there, then run the same");
    requireOldAndClean(before);
    int asked = engine.count("/synthesis");
    buildHere();
    assertThat(engine.count("/synthesis")).as("all clips were finished").isEqualTo(asked);
  }

  @Test
  void aDiskThatIsFullWhenTheMp3ComesLeavesTheOldOne() throws Exception {
    buildHere();
    Snapshot before = look();
    int asked = engine.count("/synthesis");
    // All frames are there; only the MP3 is put together again.
    Launched.Result full = runWithFilesUpTo(Files.size(mp3()) / 2, "--force");
    assertThat(full.code()).as(full.err()).isEqualTo(1);
    assertThat(full.err())
        .contains(mp3().toRealPath() + ": cannot be written: File too large\nMake room there");
    requireOldAndClean(before);
    assertThat(buildHere().out()).contains("up to date");
    assertThat(engine.count("/synthesis")).isEqualTo(asked);
  }

  /** A disk of its own that is full at some point of a build, with the cache of classes on it. */
  @ParameterizedTest
  @ValueSource(ints = {60, 400})
  void aFullDiskIsSaidAndNothingAfterIt(int kilobytes) throws Exception {
    Files.createDirectories(folder.resolve("out"));
    String mounted =
        "mount -t tmpfs -o size="
            + kilobytes
            + "k tmpfs out && ZUNDACAST_CACHE=out/cache exec \"$@\"";
    List<String> ownDisk = List.of("unshare", "-m", "bash", "-c", mounted, "bash");
    Launched.Result full = runUnder(ownDisk);
    assumeThat(full.err()).doesNotContain("unshare:", "mount:");
    assertThat(full.code()).as(full.err()).isEqualTo(1);
    assertThat(full.err())
        .contains("cannot be written: No space left on device\nMake room there, then run the same")
        .endsWith("the same command goes on from here.\n");
  }

  @Test
  void aReadOnlySiteIsSaidBeforeAnyWork() throws Exception {
    Files.createDirectories(site.root().resolve("audio"));
    Path posts = site.root().resolve("_posts");
    for (Path closed : List.of(site.root().resolve("audio"), posts)) {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
      Launched.Result refused = runUnder(Launched.withoutPrivilege());
      assertThat(refused.code()).as(refused.err()).isEqualTo(1);
      assertThat(refused.err()).contains(closed.getFileName() + "").contains("cannot be written");
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(engine.count("/audio_query")).isZero();
    assertThat(runUnder(Launched.withoutPrivilege()).code()).isZero();
  }

  @Test
  void aFolderThatMayNotBeWrittenIsSaidWithTheOptionForAnother() throws Exception {
    for (String name : List.of("scripts", "out")) {
      Path closed = Files.createDirectories(folder.resolve(name));
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
      Launched.Result refused = runUnder(Launched.withoutPrivilege());
      assertThat(refused.code()).as(refused.err()).isEqualTo(1);
      assertThat(refused.err())
          .endsWith(
              "/"
                  + name
                  + " cannot be written; make it writable, or name another with --"
                  + name
                  + " DIR\n");
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    assertThat(engine.count("/audio_query")).isZero();
  }

  @Test
  void aFileInTheFoldersPlaceIsSaidAsWhatItIs() throws Exception {
    Files.writeString(folder.resolve("out"), "");
    Launched.Result refused = runUnder(List.of());
    assertThat(refused.code()).as(refused.err()).isEqualTo(1);
    assertThat(refused.err())
        .endsWith(
            "/out is a file where a folder is needed; move it away, or name another place with"
                + " --out DIR\n");
  }

  /** Only the administrator can make files of somebody else. */
  private static boolean mayGiveAway() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void giveAway(Path file, String permissions) throws IOException {
    Files.setOwner(
        file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  @Test
  void clipsOfAnotherUserInASharedFolderAreUsedAsTheyAre() throws Exception {
    assumeTrue(mayGiveAway());
    buildHere();
    int asked = engine.count("/synthesis");
    Files.delete(mp3());
    FileTime old = FileTime.from(Instant.now().minusSeconds(864_000));
    try (Stream<Path> clips = Files.walk(folder.resolve("out/clips"))) {
      for (Path clip : clips.toList()) {
        Files.setLastModifiedTime(clip, old);
        giveAway(clip, Files.isDirectory(clip) ? "rwxrwxr-x" : "rw-rw-r--");
      }
    }
    Launched.Result built = runUnder(Launched.asGroupMember());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(engine.count("/synthesis")).isEqualTo(asked);
  }

  @Test
  void aStaleFileOfAnotherUserStaysAndFailsNothing() throws Exception {
    assumeTrue(mayGiveAway());
    buildHere();
    String name = "ab" + "0".repeat(62) + ".wav";
    Path unfinished = Files.createDirectories(folder.resolve("out/clips/ab")).resolve(name);
    Files.writeString(unfinished, "half a sound");
    Files.setLastModifiedTime(unfinished, FileTime.from(Instant.now().minusSeconds(864_000)));
    giveAway(unfinished.getParent(), "rwxr-xr-x");
    Launched.Result pruned =
        Launched.startUnder(
                Launched.asGroupMember(),
                folder,
                "store",
                "prune",
                "--voices",
                SampleSite.voices().toString(),
                "--scripts",
                "scripts",
                "--out",
                "out")
            .await();
    assertThat(pruned.code()).as(pruned.err()).isZero();
    assertThat(unfinished).exists();
  }

  @Test
  void aClockThatWasPutBackCostsNothing() throws Exception {
    buildHere();
    FileTime tomorrow = FileTime.from(Instant.now().plusSeconds(86_400));
    for (Path file : files(path -> true)) {
      Files.setLastModifiedTime(file, tomorrow);
    }
    int asked = engine.count("/synthesis");
    assertThat(buildHere().out()).contains("up to date");
    Path script = folder.resolve("scripts/2026-03-02-1.txt");
    String old = Files.readString(script);
    Files.writeString(script, old.replaceFirst("(?m)^\\[a1\\.01\\].*$", "[a1.01] 雨の日もあるのだ。"));
    buildHere();
    assertThat(engine.count("/synthesis")).isEqualTo(asked + 1);
  }

  @Test
  void whatKilledBuildsLeftIsCleanedUp() throws Exception {
    buildHere();
    FileTime old = FileTime.from(Instant.now().minusSeconds(3_600));
    for (Path file : files(Files::isRegularFile)) {
      Path part = file.resolveSibling("." + file.getFileName() + ".part-abc");
      if (!file.getParent().equals(folder)) {
        Files.setLastModifiedTime(Files.createFile(part), old);
      }
    }
    Files.delete(site.root().resolve("._config.yml.part-abc"));
    // Of the post and its MP3, which no other run writes, they go however young they are.
    Files.createFile(post.resolveSibling("." + post.getFileName() + ".part-young"));
    assertThat(files(LEFT_PART)).hasSizeGreaterThan(20);
    Files.writeString(post, Files.readString(post).replace("第1回の", "第2回の"));
    buildHere();
    assertThat(files(LEFT_PART)).isEmpty();
  }

  @Test
  void whatKilledRunsLeftIsTidiedByFillToo() throws Exception {
    buildHere();
    FileTime old = FileTime.from(Instant.now().minusSeconds(3_600));
    List<Path> places =
        List.of(
            post,
            site.root().resolve("audio/x.mp3"),
            folder.resolve("out/download"),
            folder.resolve("out/locks/x.lock"),
            folder.resolve("out/clips/ab/x.wav"));
    for (Path place : places) {
      Files.createDirectories(place.getParent());
      Path part = place.resolveSibling("." + place.getFileName() + ".part-abc");
      Files.setLastModifiedTime(Files.createFile(part), old);
    }
    doneHere("fill", post.toString(), "--all", "--out", "out");
    assertThat(files(LEFT_PART)).isEmpty();
  }

  /** Without it a power failure could take the whole of a first build. */
  @Test
  void everyNewFolderIsFlushedInTheOneAboveAndEveryFolderAfterARename() throws Exception {
    List<String> calls = traced("mkdir,fsync", build());
    Path real = folder.toRealPath();
    Set<Path> unflushed = new TreeSet<>();
    int made = 0;
    for (String call : calls) {
      Matcher folders = MADE_OR_FLUSHED.matcher(call);
      if (!folders.find()) {
        continue;
      }
      if (folders.group(1) != null) {
        Path fresh = real.resolve(folders.group(1));
        made += fresh.startsWith(real) ? 1 : 0;
        unflushed.add(fresh);
      } else {
        Path flushed = Path.of(folders.group(2));
        unflushed.removeIf(fresh -> flushed.equals(fresh.getParent()));
      }
    }
    assertThat(made).isGreaterThan(5);
    assertThat(unflushed).noneMatch(fresh -> fresh.startsWith(real));

    Files.writeString(post, Files.readString(post).replaceFirst("duration: .*", "duration: 0"));
    String[] fill = {"fill", post.toString(), "--all", "--out", "out"};
    String posts = post.getParent().toRealPath().toString();
    assertThat(String.join("\n", traced("rename,fsync", fill)))
        .containsPattern(
            "(?s)rename\\([^\n]*" + post.getFileName() + ".*fsync\\(\\d+<" + posts + ">");
  }

  /** These calls of a command to the system. */
  private List<String> traced(String calls, String... command) throws Exception {
    Path trace = folder.resolve("trace");
    List<String> strace =
        List.of(
            "strace", "-f", "--seccomp-bpf", "-y", "-e", "trace=" + calls, "-o", trace.toString());
    Launched.Result ended = Launched.startUnder(strace, folder, command).await();
    assertThat(ended.code()).as(ended.err()).isZero();
    return Files.readAllLines(trace);
  }

  private List<Path> files(Predicate<Path> which) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(which).toList();
    }
  }

  @Test
  void theSecondOfTwoBuildsSaysWhoHoldsThePost() throws Exception {
    engine.close();
    engine = TestEngine.with().millisPerLine(150).start();
    Launched first = Launched.start(folder, build());
    while (first.isAlive() && engine.count("/synthesis") < 2) {
      Thread.sleep(10);
    }
    engine.slow(3_600_000);
    Launched.Result second = Launched.run(folder, build());
    engine.slow(0);
    assertThat(second.code()).as(second.err()).isEqualTo(1);
    assertThat(second.err())
        .contains("2026-03-02-1.md is being worked on by process " + first.pid() + " since ");
    Launched.Result ended = first.await();
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(engine.requests("/synthesis")).hasSize(look().finished().size());
  }
}
