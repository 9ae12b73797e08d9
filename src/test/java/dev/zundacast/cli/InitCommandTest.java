package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.pipeline.Settings;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A site becomes a show in one step, and an earlier set-up is taken along. */
class InitCommandTest extends SiteCase {
  private Path home;

  @BeforeEach
  void open() throws IOException {
    home = folder.resolve("program");
    Files.createDirectories(home.resolve("voices"));
    for (String file : new String[] {"zundamon.yaml", "zundamon.txt"}) {
      Files.copy(SampleSite.voices().resolve(file), home.resolve("voices").resolve(file));
    }
  }

  private Shell shell() {
    return new Shell(Path.of("/")).env("ZUNDACAST_HOME", home.toString());
  }

  private Shell.Result init(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "init";
    args[1] = site.root().toString();
    args[2] = "--engine";
    args[3] = engine.url();
    System.arraycopy(more, 0, args, 4, more.length);
    return shell().run(args);
  }

  private Shell.Result build(Path post, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "build";
    args[1] = post.toString();
    args[2] = "--engine";
    args[3] = engine.url();
    System.arraycopy(more, 0, args, 4, more.length);
    return shell().run(args);
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }

  @Test
  void aJekyllSiteBecomesAShow() throws IOException {
    site.post(1, 1);
    site.post(2, "https://files.example.com/a/2.mp3", 1);
    Files.createDirectories(site.root().resolve("images"));
    Files.copy(
        Path.of("examples/site/images/cover_image.jpg"),
        site.root().resolve("images/cover_image.jpg"));
    Shell.Result made = init();
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out())
        .contains("show      そらまめ通信 (" + site.root() + ")\n")
        .contains("posts     2\n")
        .contains("images/cover_image.jpg\n")
        .contains("audio     /audio (1), files.example.com (1)\n")
        .contains("actor     ずんだもん: ずんだもん (ノーマル), VOICEVOX:ずんだもん\n")
        .contains("engine    VOICEVOX 0.25.2 at " + engine.url() + "\n")
        .contains("zundacast.yaml\n", "_zundacast/.gitignore\n");
    assertThat(Settings.of(site.root()).engines()).containsExactly(engine.url());
    assertThat(site.root().resolve("_zundacast/.gitignore")).content().contains("/out/\n");
  }

  @Test
  void aSecondRunChangesNothingAndSaysSo() throws IOException {
    init();
    Files.writeString(site.root().resolve("zundacast.yaml"), "style: dayo\n");
    Map<String, String> before = files(site.root());
    Shell.Result again = init();
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("zundacast.yaml, left as it is").doesNotContain("wrote");
    assertThat(files(site.root())).isEqualTo(before);
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    Map<String, String> before = files(site.root());
    assertThat(init("--dry-run").out()).contains("would write ");
    assertThat(files(site.root())).isEqualTo(before);
  }

  @Test
  void aSiteThatGrewTogetherWithNextJsIsUnderstood() throws IOException {
    Path root = site.root();
    Files.writeString(
        root.resolve("_config.yml"),
        "title: 豆の番組\n"
            + "actors:\n"
            + "  ずんだもん:\n"
            + "    image_url: /images/z.png\n"
            + "  四国めたん: {}\n"
            + "exclude: [public, scripts]\n");
    Files.writeString(
        root.resolve("feed.xml"),
        "<itunes:image href=\"{{ site.github.url }}/images/artwork_3000.jpg\" />");
    Files.createDirectories(root.resolve("public/images"));
    Files.copy(
        Path.of("examples/site/images/cover_image.jpg"),
        root.resolve("public/images/artwork_3000.jpg"));
    Files.createDirectories(root.resolve("scripts"));
    Files.writeString(root.resolve("scripts/deploy.sh"), "#!/bin/sh\n");
    Path post = site.post(1, 1);
    Shell.Result made = init();
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out())
        .contains("public/images/artwork_3000.jpg\n")
        .contains("actor     四国めたん: no voice yet; make one with 'zundacast voices new 四国めたん'\n")
        .doesNotContain("elsewhere");
    assertThat(build(post).code()).isZero();
    try (Stream<Path> scripts = Files.list(root.resolve("scripts"))) {
      assertThat(scripts).containsExactly(root.resolve("scripts/deploy.sh"));
    }
    assertThat(shell().run("check", post.toString(), "--fast").out()).doesNotContain("artwork: ");
  }

  @Test
  void everySettingThatIsNamedIsOneThatCanBeSet() throws IOException {
    init();
    Path settings = site.root().resolve("zundacast.yaml");
    String named =
        Files.readString(settings)
            .replaceAll("(?m)^# (?=[ a-z])", "")
            .replaceAll("(?m)^(engine|    (opening|jingle|closing|bed)): .*\\n", "");
    assertThat(named.lines())
        .contains(
            "minutes: 8",
            "publish:",
            "show:",
            "rewrite:",
            "archive:",
            "narrations: narrations/{post}.txt");
    Files.writeString(settings, named);
    assertThat(Settings.of(site.root()).script().minutes()).hasValue(8.0);
    assertThat(Settings.of(site.root()).rewrite()).isPresent();
  }

  @Test
  void hostsOfPostsThatHaveNoVoiceAreNamedWithTheCommandThatMakesOne() throws IOException {
    Path post = site.post(1, 1);
    Files.writeString(post, Files.readString(post).replace("  - ずんだもん\n", "  - 雨晴はう\n"));
    assertThat(init("--dry-run").out())
        .contains("actor     雨晴はう: no voice yet; make one with 'zundacast voices new 雨晴はう'\n");
  }

  @Test
  void whatIsNoSiteIsRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Shell.Result refused = shell().run("init", empty.toString());
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(empty + ": no _config.yml and no _posts");
    assertThat(empty).isEmptyDirectory();
  }
}
