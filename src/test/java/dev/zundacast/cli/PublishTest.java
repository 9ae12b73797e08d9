package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.S3Server;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a finished MP3 to the air: a real S3 server, a real repository, a web server. */
class PublishTest {
  private static final String ESCAPED = "%E3%81%9D%E3%82%89%E3%81%BE%E3%82%81_3.mp3";

  @TempDir static Path shared;
  private static S3Server server;
  private static TestEngine engine;

  @TempDir Path folder;
  private Path root;
  private SampleSite site;
  private Path post;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(shared);
    engine = TestEngine.start();
  }

  @AfterAll
  static void stop() {
    engine.close();
    server.close();
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

  private Shell shell() {
    Shell shell =
        new Shell(folder)
            .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
            .env("PATH", System.getenv("PATH"))
            .env("HOME", folder.toString());
    server.keys().forEach(shell::env);
    return shell;
  }

  private Shell.Result run(String... args) {
    return shell().run(args);
  }

  private void build() {
    Shell.Result built = run("build", post.toString(), "--engine", engine.url());
    assertThat(built.code()).as(built.err()).isZero();
  }

  private void settings(String publish) throws IOException {
    Files.writeString(root.resolve("zundacast.yaml"), publish.replace("@S3@", server.url()));
  }

  private static final String ALL =
      """
      publish:
        check: error
        upload:
          bucket: mame
          endpoint: @S3@
          prefix: %s
          acl: public-read
          address: @S3@/mame/%s/{name}
        side-files: site
        git:
          message: "{date} distribution"
          branch: main
        hook: echo {title} {audio} >> hooked.txt
      """;

  private Path mp3() {
    return root.resolve("audio/そらまめ_3.mp3");
  }

  @Test
  void allStepsAreDoneOnceAndTheEpisodeIsOnTheAir() throws IOException {
    settings(ALL.formatted("a/b", "a/b"));
    build();
    byte[] sound = Files.readAllBytes(mp3());
    String before = Files.readString(post);

    Shell.Result dry = run("publish", post.toString(), "--dry-run");
    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.out())
        .contains("check       would check", "upload      would upload そらまめ_3.mp3")
        .contains("git         would commit _posts/2026-03-04-3.md with its script and files")
        .contains("hook        would run 'echo");
    assertThat(Files.readString(post)).isEqualTo(before);

    Shell.Result done = run("publish", post.toString());
    assertThat(done.code()).as(done.err()).isZero();
    String address = server.url() + "/mame/a/b/" + ESCAPED;
    assertThat(Files.readString(post)).isEqualTo(before.replace("/audio/そらまめ_3.mp3", address));
    assertThat(server.object("a/b/" + ESCAPED)).isEqualTo(sound);
    assertThat(mp3()).doesNotExist();
    assertThat(root.resolve("audio/そらまめ_3.vtt")).exists();
    assertThat(published("log", "--format=%s", "main")).startsWith("20260304 distribution\n");
    assertThat(published("-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "main"))
        .contains("_posts/2026-03-04-3.md", "audio/そらまめ_3.vtt", "scripts/2026-03-04-3.txt")
        .contains("_zundacast/.gitignore")
        .doesNotContain("mp3", "hooked", "out/");
    assertThat(Files.readString(root.resolve("hooked.txt"))).contains(address);

    // What is there is found: nothing is built, sent, committed or told again.
    build();
    Shell.Result again = run("publish", post.toString());
    assertThat(again.out())
        .contains("upload      done already", "side-files  done already")
        .contains("git         done already", "hook        done already");
    assertThat(published("rev-list", "--count", "main").strip()).isEqualTo("2");
    assertThat(Files.readAllLines(root.resolve("hooked.txt"))).hasSize(1);
    assertThat(run("check", post.toString(), "--fast", "--select", "audio").code()).isZero();
  }

  @Test
  void aFindingStopsThePostBeforeAnythingIsSent() throws IOException {
    settings(ALL.formatted("c", "c"));
    Shell.Result unbuilt = run("publish", post.toString());
    assertThat(unbuilt.code()).isEqualTo(4);
    assertThat(unbuilt.err()).contains("there is no episode of this post yet", "zundacast build ");

    build();
    Files.writeString(
        post, Files.readString(post).replaceAll("audio_file_size: \\d+", "audio_file_size: 7"));
    Shell.Result stopped = run("publish", post.toString());
    assertThat(stopped.code()).isEqualTo(4);
    assertThat(stopped.err()).contains("its MP3 is not what its post and script say now");
    assertThat(mp3()).exists();
    assertThat(published("branch").strip()).isEmpty();
  }

  @Test
  void theVoiceForProofsNeverGoesOnTheAir() throws IOException {
    settings("publish:\n  hook: echo told > told.txt\n");
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
    settings("publish:\n  hook: echo told > told.txt\n");
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
  void aStepThatFailsIsGoneOnWithByTheNextRun() throws IOException {
    settings(ALL.formatted("d", "d").replace("hook: echo", "hook: test -e ready && echo"));
    build();
    Shell.Result failed = run("publish", post.toString());
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.err()).contains("ended with 1");
    assertThat(published("rev-list", "--count", "main").strip()).isEqualTo("2");
    Files.writeString(root.resolve("ready"), "");
    Shell.Result then = run("publish", post.toString());
    assertThat(then.code()).as(then.err()).isZero();
    assertThat(then.out()).contains("git         done already", "hook        ran ");
    assertThat(published("rev-list", "--count", "main").strip()).isEqualTo("2");
  }

  @Test
  void aCommandUploadsAndAWebhookTells() throws Exception {
    try (MockWebServer web = new MockWebServer()) {
      web.start();
      web.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "0").build());
      web.enqueue(new MockResponse.Builder().code(204).build());
      settings(
          """
          publish:
            upload:
              command: cp {file} ../cloud/{name}
              address: https://cdn.example.com/{name}
            webhook:
              kind: discord
              text: "{title} {duration} {audio}"
          """);
      Files.createDirectories(folder.resolve("cloud"));
      build();
      byte[] sound = Files.readAllBytes(mp3());
      Shell.Result done =
          shell()
              .env("ZUNDACAST_WEBHOOK", web.url("/secret/token").toString())
              .run("publish", post.toString());
      assertThat(done.code()).as(done.err()).isZero();
      assertThat(done.out()).contains("told " + web.getHostName()).doesNotContain("secret");
      assertThat(Files.readAllBytes(folder.resolve("cloud/そらまめ_3.mp3"))).isEqualTo(sound);
      web.takeRequest();
      RecordedRequest told = web.takeRequest();
      assertThat(told.getBody().utf8())
          .containsPattern("\"content\":\"そらまめ通信 第3回 0[01]:\\d\\d https://cdn.example.com/")
          .contains(ESCAPED)
          .contains("\"allowed_mentions\":{\"parse\":[]}");
      assertThat(run("publish", post.toString()).out()).contains("webhook     done already");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "slack|{\"text\":\"@SAID@ &lt;豆&gt; &amp; co\"}",
        "discord|{\"content\":\"@SAID@ <豆> & co\",\"allowed_mentions\":{\"parse\":[]}}",
        "json|{\"text\":\"@SAID@ <豆> & co\",\"title\":\"そらまめ通信 第3回\",\"date\":\"20260304\","
            + "\"duration\":\"@LENGTH@\",\"audio\":\"@AUDIO@\",\"post\":\"2026-03-04-3.md\"}"
      })
  void eachReceiverIsToldInItsOwnForm(String kind, String body) throws Exception {
    try (MockWebServer web = new MockWebServer()) {
      web.start();
      web.enqueue(new MockResponse.Builder().code(200).body("ok").build());
      webhook(web, kind);
      build();
      Shell.Result done = run("publish", post.toString());
      assertThat(done.code()).as(done.err()).isZero();
      RecordedRequest told = web.takeRequest();
      assertThat(told.getHeaders().get("Content-Type"))
          .isEqualTo("application/json; charset=utf-8");
      String length = Files.readString(post).replaceFirst("(?s).*duration: \"([0-9:]+)\".*", "$1");
      String audio = "https://soramame.example.com/audio/そらまめ_3.mp3";
      assertThat(told.getBody().utf8())
          .isEqualTo(
              body.replace("@SAID@", "そらまめ通信 第3回 (" + length + ")")
                  .replace("@LENGTH@", length)
                  .replace("@AUDIO@", audio));
    }
  }

  private void webhook(MockWebServer web, String kind) throws IOException {
    settings(
        "publish:\n  webhook:\n    kind: %s\n    url: %s\n    text: '{title} ({duration}) <豆> & co'\n"
            .formatted(kind, web.url("/hook")));
  }

  /** The episode is on the air by then. */
  @Test
  void aWebhookThatFailsStopsNothingAndIsToldByTheNextRun() throws Exception {
    try (MockWebServer web = new MockWebServer()) {
      web.start();
      web.enqueue(new MockResponse.Builder().code(404).build());
      webhook(web, "slack");
      build();
      Shell.Result missed = run("publish", "--json", post.toString());
      assertThat(missed.code()).as(missed.err()).isZero();
      assertThat(missed.out()).contains("{\"step\":\"webhook\",\"state\":\"missed\",");
      assertThat(missed.err())
          .isEqualTo(
              "warning: webhook: "
                  + web.getHostName()
                  + " answered 404 to the webhook; look at its address; the next 'zundacast"
                  + " publish' tries again\n");
      for (int i = 0; i < 3; i++) {
        web.enqueue(new MockResponse.Builder().code(500).build());
      }
      assertThat(run("publish", post.toString()).out()).contains("webhook     not done");
      assertThat(web.getRequestCount()).isEqualTo(4);
      web.enqueue(new MockResponse.Builder().code(200).build());
      assertThat(run("publish", post.toString()).out()).contains("webhook     told ");
    }
    // Nobody listens there any longer, and nobody has to.
    assertThat(run("publish", post.toString()).out()).contains("webhook     done already");
    Files.writeString(
        root.resolve("zundacast.yaml"),
        Files.readString(root.resolve("zundacast.yaml")).replace("slack", "json"));
    Shell.Result nobody = run("publish", post.toString());
    assertThat(nobody.code()).isZero();
    assertThat(nobody.err()).contains("warning: webhook: Failed to connect to ");
  }

  @Test
  @Tag("long")
  void aWebhookThatNeverAnswersIsWaitedForNoLongerThanItsLimit() throws Exception {
    try (MockWebServer web = new MockWebServer()) {
      web.start();
      web.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      webhook(web, "json");
      build();
      Shell.Result slow = run("publish", post.toString());
      assertThat(slow.code()).isZero();
      assertThat(slow.err()).contains(" did not take the webhook within 30 s; the next ");
    }
  }

  @Test
  void mistakesInTheSettingsAreNamedWithTheirPlaces() throws IOException {
    settings("publish:\n  upload:\n    bucket: a\n    command: cp\n  chekc: error\n");
    Shell.Result refused = run("publish", post.toString());
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("zundacast.yaml:4:14: publish.upload: expected either command or bucket")
        .contains("publish.upload.address: expected an address")
        .contains("zundacast.yaml:5:3: unknown field 'publish.chekc'", "check");
    Files.delete(root.resolve("zundacast.yaml"));
    assertThat(run("publish", post.toString()).err()).contains("publish: is missing");
  }

  @Test
  void oldAudioLeavesTheSiteAndCanBeTakenBackUntilItHas() throws IOException {
    settings(
        "archive:\n"
            + "  bucket: mame\n"
            + "  endpoint: @S3@\n"
            + "  prefix: old\n"
            + "  address: @S3@/mame/old/{name}\n");
    build();
    byte[] sound = Files.readAllBytes(mp3());
    String before = Files.readString(post);
    assertThat(run("archive", root.toString(), "--older-than", "36500").out())
        .isEqualTo("0 of 0 posts, 0.0 MB\n");
    assertThat(run("archive", root.toString(), "--dry-run", "--older-than", "0").out())
        .contains("would move そらまめ_3.mp3", "1 of 1 posts");

    Shell.Result kept = run("archive", root.toString(), "--keep", "--older-than", "0");
    assertThat(kept.code()).as(kept.err()).isZero();
    assertThat(kept.out()).contains("the file stays for now");
    assertThat(Files.readString(post)).contains(server.url() + "/mame/old/" + ESCAPED);
    assertThat(mp3()).exists();
    Shell.Result back = run("archive", root.toString(), "--undo", "--older-than", "0");
    assertThat(back.out()).contains("names /audio/そらまめ_3.mp3 again");
    assertThat(Files.readString(post)).isEqualTo(before);

    Shell.Result moved = run("archive", root.toString(), "--older-than", "0");
    assertThat(moved.code()).as(moved.err()).isZero();
    assertThat(mp3()).doesNotExist();
    assertThat(run("archive", root.toString(), "--older-than", "0").out())
        .isEqualTo("0 of 1 posts, 0.0 MB\n");
    Shell.Result late = run("archive", root.toString(), "--undo", "--older-than", "0");
    assertThat(late.code()).isZero();
    assertThat(late.out()).contains("its file is not in the site any more", "0 of 1 posts");
    // The episode is up to date all the same: it was moved, not lost.
    assertThat(run("build", post.toString(), "--engine", engine.url()).out())
        .contains("up to date");
    assertThat(Files.readAllBytes(root.resolve("_zundacast/out/episodes/2026-03-04-3/そらまめ_3.mp3")))
        .isEqualTo(sound);
  }

  @Test
  void anUploadThatCannotBeVerifiedChangesNothing() throws IOException {
    settings(
        "archive:\n  command: cp {file} ../cloud/{name}\n  address: "
            + server.url()
            + "/none/{name}\n");
    Files.createDirectories(folder.resolve("cloud"));
    build();
    String before = Files.readString(post);
    Shell.Result refused = run("archive", root.toString(), "--older-than", "0");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("is not the file that was uploaded; nothing was changed");
    assertThat(Files.readString(post)).isEqualTo(before);
    assertThat(mp3()).exists();
  }
}
