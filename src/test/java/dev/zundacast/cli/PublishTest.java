package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.pipeline.Escaped;
import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a finished MP3 to the air: the commands of a show, a real repository, a web server. */
class PublishTest {
  private static final String ESCAPED = "%E3%81%9D%E3%82%89%E3%81%BE%E3%82%81_3.mp3";
  private static TestEngine engine;

  @TempDir Path folder;
  private Path root;
  private SampleSite site;
  private Path post;

  @BeforeAll
  static void start() throws IOException {
    engine = TestEngine.start();
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void open() throws IOException {
    root = folder.resolve("site");
    site = SampleSite.in(root);
    post = site.post(3, 1);
    Files.writeString(post, Files.readString(post).stripTrailing() + "\n\nVOICEVOX:ずんだもん\n");
    git("init", "--quiet", "--initial-branch", "main");
    git("config", "user.name", "豆");
    git("config", "user.email", "mame@example.com");
    Programs.output("git", "init", "--quiet", "--bare", bare().toString());
    git("remote", "add", "origin", bare().toString());
    git("add", "_config.yml");
    git("commit", "--quiet", "--message", "site");
  }

  private Path bare() {
    return folder.resolve("bare.git");
  }

  private String git(String... args) {
    return Programs.output(
        Stream.concat(Stream.of("git", "-C", root.toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  private String published(String... args) {
    return Programs.output(
        Stream.concat(Stream.of("git", "-C", bare().toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  private Shell.Result run(String... args) {
    return new Shell(folder)
        .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
        .env("PATH", System.getenv("PATH"))
        .env("HOME", folder.toString())
        .run(args);
  }

  private void build() {
    Shell.Result built = run("build", post.toString(), "--engine", engine.url());
    assertThat(built.code()).as(built.err()).isZero();
  }

  private void settings(String text) throws IOException {
    Files.writeString(root.resolve("zundacast.yaml"), text);
  }

  /** Settings whose commands the person has read. */
  private void allowed(String text) throws IOException {
    settings(text);
    Shell.Result allowed = run("publish", "--trust", root.toString());
    assertThat(allowed.code()).as(allowed.err()).isZero();
  }

  /** The example of the settings that init writes, with a command that fails until it is ready. */
  private static final String ALL =
      """
      publish:
        - name: commit
          run: |
            git add -- "$ZUNDACAST_POST" "$ZUNDACAST_SCRIPT" "${ZUNDACAST_MP3%.mp3}".*
            git diff --cached --quiet || git commit --quiet -m "$ZUNDACAST_DATE distribution"
            git push --quiet origin HEAD
        - name: announce
          run: test -e ready && echo "$ZUNDACAST_TITLE $ZUNDACAST_AUDIO" >> told.txt
      """;

  private Path mp3() {
    return root.resolve("audio/そらまめ_3.mp3");
  }

  private List<String> told() throws IOException {
    Path file = root.resolve("told.txt");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  @Test
  void eachCommandRunsOnceForAnEpisode() throws IOException {
    settings(ALL);
    build();
    Shell.Result dry = run("publish", post.toString(), "--dry-run");
    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("commit      would run git add -- ", "announce    would run test");
    assertThat(published("branch").strip()).isEmpty();

    allowed(ALL);
    Shell.Result failed = run("publish", post.toString());
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err())
        .contains("'test -e ready && echo ", "' ended with 1")
        .startsWith("zundacast: the command 'announce' of publish failed: '")
        .endsWith(
            "\nMend it, then run 'zundacast publish "
                + post
                + "': it goes on with this command.\n");
    assertThat(published("log", "--format=%s", "main")).startsWith("20260304 distribution\n");
    assertThat(published("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "main"))
        .contains("_posts/2026-03-04-3.md", "audio/そらまめ_3.mp3", "scripts/2026-03-04-3.txt")
        .doesNotContain("out/");

    Files.writeString(root.resolve("ready"), "");
    Shell.Result then = run("publish", "--json", post.toString());
    assertThat(then.code()).as(then.err()).isZero();
    assertThat(then.out())
        .contains("{\"name\":\"commit\",\"state\":\"already\"")
        .contains("{\"name\":\"announce\",\"state\":\"done\"");
    assertThat(told()).containsExactly("そらまめ通信 第3回 https://soramame.example.com/audio/そらまめ_3.mp3");

    // What is there is found: nothing is built, committed or told again, in other words neither.
    build();
    allowed(ALL.replace(">> told", ">>told"));
    assertThat(run("publish", post.toString()).out())
        .contains("commit      done already", "announce    done already");
    assertThat(published("rev-list", "--count", "main").strip()).isEqualTo("2");
    assertThat(told()).hasSize(1);
  }

  /** A value is a value to a command, whatever it holds. */
  @Test
  void noValueBecomesACommand() throws IOException {
    String title = "$(touch ran) `touch ran`; touch ran \\\"; touch ran; '; touch ran; # {audio}";
    String written = Files.readString(post);
    String before = written.replaceFirst("(?s).*?\ntitle: ([^\n]*)\n.*", "$1");
    Files.writeString(post, written.replace(before, "'" + title.replace("'", "''") + "'"));
    allowed("publish:\n  - name: tell\n    run: printf '%s' \"$ZUNDACAST_TITLE\" > told.txt\n");
    build();
    Shell.Result done = run("publish", post.toString());
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(root.resolve("ran")).doesNotExist();
    assertThat(told()).containsExactly(title);
  }

  @ParameterizedTest
  @CsvSource({
    "title, TITLE",
    "audio, AUDIO",
    "post, POST",
    "mp3, MP3",
    "name, NAME",
    "date, DATE",
    "duration, DURATION",
    "page, PAGE",
    "file, FILE",
    "address, AUDIO"
  })
  void whatWasFilledInBeforeIsRefusedWithItsNewSpelling(String old, String now) throws IOException {
    String command = "- name: a\n    run: echo {" + old + "} ${HOME}";
    settings("publish:\n  " + command + "\n");
    assertThat(run("publish", post.toString()).err())
        .contains("zundacast.yaml:3:10: nothing is put into a command's text; write")
        .contains("write \"$ZUNDACAST_" + now + "\" instead of {" + old + "}");
    settings("archive:\n  run: echo {" + old + "}\n  address: https://example.com/{name}\n");
    assertThat(run("archive", root.toString()).err())
        .contains("zundacast.yaml:2:8: ", "\"$ZUNDACAST_" + now + "\" instead of {" + old + "}");
  }

  @Test
  void commandsRunOnlyWhereThePersonAllowedJustThem() throws IOException {
    String told = "publish:\n  - name: tell\n    run: ./tell.sh\n";
    Path script = Files.writeString(root.resolve("tell.sh"), "#!/bin/sh\necho told >> told.txt\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    settings(told);
    build();
    Shell.Result refused = run("publish", post.toString());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("zundacast.yaml:1:1: these commands were not allowed on this machine")
        .contains("zundacast publish --trust " + root, "--allow ");
    assertThat(told()).isEmpty();
    String fingerprint = refused.err().replaceFirst("(?s).*--allow ([0-9a-f]{32}).*", "$1");
    assertThat(run("publish", post.toString(), "--allow", "0" + fingerprint).code()).isEqualTo(4);
    assertThat(run("publish", post.toString(), "--allow", fingerprint).code()).isZero();
    assertThat(told()).hasSize(1);

    // Once allowed they run, and another list, or another script of the show, is asked about anew.
    Shell.Result trusted = run("publish", "--trust", root.toString());
    assertThat(trusted.out()).contains("tell        ./tell.sh", "--allow " + fingerprint);
    assertThat(run("publish", post.toString()).code()).isZero();
    settings(told + "  - name: more\n    run: echo more >> told.txt\n");
    assertThat(run("publish", post.toString()).code()).isEqualTo(4);
    settings(told);
    Files.writeString(script, "#!/bin/sh\necho other >> told.txt\n");
    assertThat(run("publish", post.toString()).code()).isEqualTo(4);
    assertThat(told()).hasSize(1);

    // Nor are they those of another clone.
    Path other = folder.resolve("other");
    Path copy = SampleSite.in(other).post(3, 1);
    Files.copy(root.resolve("zundacast.yaml"), other.resolve("zundacast.yaml"));
    assertThat(run("publish", copy.toString()).code()).isEqualTo(4);
  }

  @Test
  void theVoiceForProofsNeverGoesOnTheAir() throws IOException {
    allowed("publish:\n  - name: tell\n    run: echo told > told.txt\n");
    TestEngine.Character mei = new TestEngine.Character("Mei", "u", Map.of("normal", 0));
    try (TestEngine draft = TestEngine.with().brand("zundacast draft").characters(mei).start()) {
      assertThat(run("build", post.toString(), "--engine", draft.url()).code()).isZero();
    }
    for (String mode : List.of("--json", "--dry-run")) {
      Shell.Result refused = run("publish", mode, post.toString());
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.err())
          .contains("2026-03-04-3.md:", "the draft voice speaks, which is not for publication");
    }
    assertThat(root.resolve("told.txt")).doesNotExist();
  }

  @Test
  void anEpisodeThatIsNoLongerWhatItsScriptSaysStays() throws IOException {
    allowed("publish:\n  - name: tell\n    run: echo told > told.txt\n");
    build();
    Path script = root.resolve("_zundacast/scripts/2026-03-04-3.txt");
    String built = Files.readString(script);
    Files.writeString(script, built.replaceFirst("そらまめ通信", "そらまめの通信"));
    Shell.Result refused = run("publish", post.toString());
    assertThat(refused.code()).as(refused.out()).isEqualTo(4);
    assertThat(refused.err())
        .contains("2026-03-04-3.md: its MP3 is not what its post and script say now")
        .contains("run 'zundacast build ");
    assertThat(root.resolve("told.txt")).doesNotExist();
    // Another engine than the one that spoke it is no reason.
    Files.writeString(script, built);
    assertThat(run("publish", post.toString()).code()).isZero();
  }

  @Test
  void mistakesInTheSettingsAreNamedWithTheirPlaces() throws IOException {
    settings("publish:\n  check: error\n");
    Shell.Result refused = run("publish", post.toString());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("zundacast.yaml:2:3: publish: expected a list of commands like [{name: announce")
        .contains("but found fields");
    settings("publish:\n  - name: a\n    rnu: x\n  - name: a\n    run: y\n");
    assertThat(run("publish", post.toString()).err())
        .contains("zundacast.yaml:2:5: the field 'publish.run' is missing")
        .contains("zundacast.yaml:3:5: unknown field 'publish.rnu'")
        .contains("zundacast.yaml:4:11: another command is called 'a', too");
    settings("archive:\n  run: cp\n  address: example.com\n");
    assertThat(run("archive", root.toString()).err())
        .contains("zundacast.yaml:3:12: archive.address: expected an address like https://");
    Files.delete(root.resolve("zundacast.yaml"));
    assertThat(run("publish", post.toString()).err()).contains("it names no commands that publish");
    assertThat(run("archive", root.toString(), "--dry-run").err()).contains("archive: is missing");
  }

  /** What lies in a folder, at the addresses from which listeners fetch it. */
  static MockWebServer serving(Path cloud) throws IOException {
    Files.createDirectories(cloud);
    MockWebServer web = new MockWebServer();
    web.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            try {
              String name = Escaped.undone(request.getUrl().encodedPath().substring(1));
              byte[] bytes = Files.readAllBytes(cloud.resolve(name));
              return new MockResponse.Builder().body(new Buffer().write(bytes)).build();
            } catch (IOException none) {
              return new MockResponse.Builder().code(404).build();
            }
          }
        });
    web.start();
    return web;
  }

  private static final String ARCHIVE =
      """
      archive:
        run: cp "$ZUNDACAST_MP3" ../cloud/"$ZUNDACAST_FILE"
        address: %s{name}
      """;

  @Test
  void oldAudioLeavesTheSiteAndCanBeTakenBackUntilItHas() throws IOException {
    try (MockWebServer web = serving(folder.resolve("cloud"))) {
      settings(ARCHIVE.formatted(web.url("/")));
      build();
      byte[] sound = Files.readAllBytes(mp3());
      String before = Files.readString(post);
      assertThat(run("archive", root.toString(), "--older-than", "36500").out())
          .isEqualTo("0 of 0 posts, 0.0 MB\n");
      assertThat(run("archive", root.toString(), "--dry-run", "--older-than", "0").out())
          .contains("would move そらまめ_3.mp3", "1 of 1 post, ");
      Shell.Result refused = run("archive", root.toString(), "--older-than", "0");
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.err()).contains("zundacast.yaml:1:1: these commands were not allowed");

      allowed(ARCHIVE.formatted(web.url("/")));
      Shell.Result kept = run("archive", root.toString(), "--keep", "--older-than", "0");
      assertThat(kept.code()).as(kept.err()).isZero();
      assertThat(kept.out()).contains("the file stays for now");
      assertThat(Files.readString(post)).contains(web.url("/") + ESCAPED);
      assertThat(mp3()).exists();
      Shell.Result back = run("archive", root.toString(), "--undo", "--older-than", "0");
      assertThat(back.out()).contains("names /audio/そらまめ_3.mp3 again");
      assertThat(Files.readString(post)).isEqualTo(before);

      Shell.Result moved = run("archive", root.toString(), "--older-than", "0");
      assertThat(moved.code()).as(moved.err()).isZero();
      assertThat(mp3()).doesNotExist();
      assertThat(run("archive", root.toString(), "--older-than", "0").out())
          .isEqualTo("0 of 1 post, 0.0 MB\n");
      Shell.Result late = run("archive", root.toString(), "--undo", "--older-than", "0");
      assertThat(late.code()).isZero();
      assertThat(late.out()).contains("its file is not in the site any more", "0 of 1 post");
      // The episode is up to date all the same: it was moved, not lost.
      assertThat(run("build", post.toString(), "--engine", engine.url()).out())
          .contains("up to date");
      assertThat(
              Files.readAllBytes(root.resolve("_zundacast/out/episodes/2026-03-04-3/そらまめ_3.mp3")))
          .isEqualTo(sound);
    }
  }

  @Test
  void anUploadThatCannotBeVerifiedChangesNothing() throws IOException {
    try (MockWebServer web = serving(folder.resolve("cloud"))) {
      allowed(ARCHIVE.formatted(web.url("/none/")));
      build();
      String before = Files.readString(post);
      Shell.Result refused = run("archive", root.toString(), "--older-than", "0");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.err()).contains("is not the file that was uploaded; nothing was changed");
      assertThat(Files.readString(post)).isEqualTo(before);
      assertThat(mp3()).exists();
    }
  }
}
