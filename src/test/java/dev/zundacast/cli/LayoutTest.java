package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts of other sites than Yattecast's, from set-up to an episode. */
class LayoutTest {
  private static final String BODY =
      """

      はじめのあいさつです。

      ## 枝豆の値段

      市場の枝豆は、この一年で半分の値段になりました。畑が増えたためです。

      ```
      ## これは見出しではありません
      ```

      出典: https://beans.example.com/price

      ## [あずきの記録](https://beans.example.com/azuki)

      雨の多い春に、あずきの重さを一つずつ量って記録しました。

      ## リンク

      - [豆の会](https://beans.example.com/)
      """;

  @TempDir Path folder;
  private Path site;
  private TestEngine engine;

  @BeforeEach
  void open() throws IOException {
    site = Files.createDirectories(folder.resolve("site"));
    engine = TestEngine.start();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Shell.Result run(String command, Path place, String... more) {
    String[] args = new String[more.length + 4];
    args[0] = command;
    args[1] = place.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    args[more.length + 2] = "--engine";
    args[more.length + 3] = engine.url();
    return Shell.building(folder).run(args);
  }

  private Path write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }

  private static String length(Path mp3) {
    long rounded = Programs.statedSeconds(mp3);
    return String.format(java.util.Locale.ROOT, "%02d:%02d", rounded / 60, rounded % 60);
  }

  private void hugo() throws IOException {
    write(
        "hugo.toml",
        "baseURL = 'https://mame.example.com/'\ntitle = '豆のラジオ'\n[params]\nauthor = '豆の会'\n");
  }

  @Test
  void aHugoPostInTomlBecomesAnEpisodeAndOnlyItsTwoValuesChange() throws IOException {
    hugo();
    String before =
        """
        +++
        title = "豆のラジオ 第1回" # 初回
        date = 2026-03-16T05:00:00+09:00
        podcast_file = '/audio/mame-1.mp3'
        podcast_bytes = 0
        podcast_duration = "00:00"
        hosts = [ "ずんだもん" ]
        [menu]
        weight = 3
        +++
        """;
    Path post = write("content/episodes/mame-1.md", before + BODY);
    write("content/episodes/_index.md", "+++\ntitle = '一覧'\n+++\n");

    Shell.Result set = run("init", site);
    assertThat(set.code()).as(set.err()).isZero();
    assertThat(set.out()).contains("show      豆のラジオ", "posts     1\n", "layout    hugo");
    assertThat(Files.readString(site.resolve("zundacast.yaml"))).contains("\nlayout: hugo\n");

    Shell.Result built = run("build", site);
    assertThat(built.code()).as(built.err()).isZero();
    Path mp3 = site.resolve("static/audio/mame-1.mp3");
    assertThat(Files.readString(post))
        .isEqualTo(
            before
                    .replace("podcast_bytes = 0", "podcast_bytes = " + Files.size(mp3))
                    .replace("\"00:00\"", '"' + length(mp3) + '"')
                + BODY);
    assertThat(
            Programs.output(
                "ffprobe", "-v", "error", "-show_chapters", "-of", "csv", mp3.toString()))
        .contains("枝豆の値段", "あずきの記録")
        .doesNotContain("リンク");
    assertThat(Files.readString(folder.resolve("out/episodes/mame-1/mame-1.chapters.json")))
        .contains("https://beans.example.com/price", "https://beans.example.com/azuki");
    assertThat(run("build", site).out()).contains("up to date");
    assertThat(Shell.building(folder).run("fill", site.toString()).out())
        .contains("right already          1");
    Files.writeString(post, Files.readString(post).replace("[menu]", "draft = true\n[menu]"));
    assertThat(run("check", site, "--fast").out())
        .contains("leaves the post out: draft is true", "static/images/cover_image.jpg")
        .doesNotContain("_config.yml");
  }

  @Test
  void aHugoPostInJsonThatLacksTheValuesGetsThem() throws IOException {
    hugo();
    String before =
        """
        {
          "title": "豆のラジオ \\"特別\\"",
          "date": "2026-03-17T05:00:00+09:00",
          "podcast": {
            "file": "/audio/mame-2.mp3"
          }
        }
        """;
    Path post = write("content/episodes/2/index.md", before + BODY);
    Shell.Result built = run("build", post);
    assertThat(built.code()).as(built.err()).isZero();
    Path mp3 = site.resolve("static/audio/mame-2.mp3");
    String values =
        "\"file\": \"/audio/mame-2.mp3\",\n    \"size\": "
            + Files.size(mp3)
            + ",\n    \"duration\": \""
            + length(mp3)
            + '"';
    assertThat(Files.readString(post))
        .isEqualTo(before.replace("\"file\": \"/audio/mame-2.mp3\"", values) + BODY);
    assertThat(folder.resolve("scripts/2.txt")).exists();
  }

  @Test
  void postsInFoldersOfTheirOwnAreToldApart() throws IOException {
    hugo();
    for (String name : new String[] {"2026-03-16-mame", "2026-03-17-kome"}) {
      String audio = "podcast_file = '/audio/%s-1.mp3'\n".formatted(name);
      write("content/" + name + "/index.md", "+++\ntitle = '豆'\n" + audio + "+++\n" + BODY);
      write("narrations/" + name + ".txt", "## a1\nこれは" + name + "。\n## a2\n豆は緑。\n");
    }
    write("zundacast.yaml", "layout: hugo\nnarrations: narrations/{post}.txt\n");
    assertThat(run("build", site).err())
        .contains("2026-03-16-mame/index.md:6: warning", "2026-03-17-kome/index.md:6: warning")
        .doesNotContain("\nindex.md");
    assertThat(Files.readString(folder.resolve("scripts/2026-03-17-kome.txt")))
        .contains("これは2026-03-17-kome。");
    assertThat(Files.readString(folder.resolve("scripts/2026-03-16-mame.txt")))
        .contains("これは2026-03-16-mame。");
  }

  @Test
  void aPlainJekyllPostIsRecognisedByItsHeadings() throws IOException {
    write("_config.yml", "title: 豆だより\nurl: https://mame.example.com\n");
    String before =
        "---\ntitle: 豆だより 1\npodcast:\n  file: \"/audio/1.mp3\"\n  size: 0 # bytes\n---\n";
    Path post = write("_posts/2026-03-16-mame.md", before + BODY);

    Shell.Result refused = run("build", post);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains("no article found", "the post fits 'layout: jekyll'", "zundacast.yaml");

    assertThat(run("init", site).out()).contains("layout    jekyll");
    Shell.Result built = run("build", post);
    assertThat(built.code()).as(built.err()).isZero();
    Path mp3 = site.resolve("audio/1.mp3");
    assertThat(Files.readString(post))
        .isEqualTo(
            before.replace(
                    "  file: \"/audio/1.mp3\"\n  size: 0 # bytes",
                    "  file: \"/audio/1.mp3\"\n  duration: \""
                        + length(mp3)
                        + "\"\n  size: "
                        + Files.size(mp3)
                        + " # bytes")
                + BODY);
  }

  @Test
  void anAstroPostIsReadAsAWholeWhereThatIsSaid() throws IOException {
    write(
        "astro.config.mjs", "export default defineConfig({ site: 'https://mame.example.com' });\n");
    write(
        "zundacast.yaml",
        """
        site:
          title: 豆の朝
        layout:
          preset: astro
          audio: sound
          articles: whole
        """);
    Path post =
        write(
            "src/content/blog/first.mdx",
            "---\ntitle: 一回目\npubDate: 2026-03-16\nsound: /a/first.mp3\n---\n"
                + "import Beans from '../Beans.astro';\n"
                + "{/* ここに絵を置く */}\n"
                + "豆の話を、はじめから終わりまで読みます。きょうは枝豆の畑に行ってきました。\n");
    Shell.Result built = run("build", site);
    assertThat(built.code()).as(built.err()).isZero();
    Path mp3 = site.resolve("public/a/first.mp3");
    assertThat(Files.readString(post))
        .contains("sound: /a/first.mp3\nsound_size: " + Files.size(mp3) + "\nduration: \"");
    assertThat(Files.readString(folder.resolve("scripts/first.txt")))
        .contains("枝豆の畑")
        .doesNotContain("import", "astro", "絵を置く");
    Shell.Result feed = Shell.building(folder).run("feed", "include", site.toString());
    assertThat(feed.err()).contains("an Astro site makes its feed itself");
    assertThat(feed.code()).isEqualTo(4);
    assertThat(site.resolve("_includes")).doesNotExist();
    write("zundacast.yaml", "layout: astro\n");
    Shell.Result doctor = run("doctor", site);
    assertThat(doctor.out()).contains("note  show: ", "or below 'site:' in zundacast.yaml");
    assertThat(doctor.code()).isZero();
  }

  @Test
  void textBeforeTheFirstHeadingIsAFinding() throws IOException {
    write("_config.yml", "title: 豆だより\nurl: https://mame.example.com\n");
    write("zundacast.yaml", "layout: jekyll\n");
    write("_posts/2026-03-16-mame.md", "---\ntitle: 豆\naudio: /audio/1.mp3\n---\n" + BODY);
    assertThat(run("check", site, "--fast").out())
        .contains("2026-03-16-mame.md:6", "belongs to no article and is not said");
  }

  @Test
  void aWrongLayoutIsNamedWithItsPlace() throws IOException {
    write("_config.yml", "title: 豆だより\n");
    write("zundacast.yaml", "layout:\n  preset: hugu\n  artikles: list\n");
    write("_posts/2026-03-16-mame.md", "---\ntitle: 豆\n---\n" + BODY);
    Shell.Result refused = run("build", site);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err())
        .contains(
            "zundacast.yaml:2:11: layout.preset: expected one of yattecast, jekyll, hugo, astro but"
                + " found 'hugu'",
            "zundacast.yaml:3:3: unknown field 'layout.artikles'");
  }
}
