package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.Programs;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever belongs to a show lies in the show's folder, wherever the program is started. */
class ShowFolderTest extends SiteCase {
  private Path home;
  private Path data;

  @BeforeEach
  void open() throws IOException {
    home = folder.resolve("program");
    copyVoices(home.resolve("voices"));
    data = site.root().resolve("_zundacast");
  }

  private static void copyVoices(Path to) throws IOException {
    Files.createDirectories(to);
    for (String file :
        new String[] {"zundamon.yaml", "zundamon.txt", "tsumugi.yaml", "tsumugi.txt"}) {
      Files.copy(SampleSite.voices().resolve(file), to.resolve(file));
    }
    Files.writeString(to.resolve("readings.tsv"), "Henloku\tヘンロク\nmame\tマメ\n");
  }

  /**
   * As a scheduled job runs it: from the root of the disk, with nothing set but the program's
   * place.
   */
  private Shell shell() {
    return new Shell(Path.of("/"))
        .env("ZUNDACAST_HOME", home.toString())
        .env("ZUNDACAST_ENGINE", engine.url());
  }

  private static Path script(Path data, Path post) {
    String name = String.valueOf(post.getFileName());
    return data.resolve("scripts").resolve(name.replace(".md", ".txt"));
  }

  /** Every file's content but that of the locks, which say who held them last. */
  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(ShowFolderTest::isKept).toList()) {
        files.put(
            root.relativize(file).toString(),
            Files.size(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static boolean isKept(Path file) {
    return Files.isRegularFile(file) && !file.toString().contains("/out/locks/");
  }

  @Test
  void aJobThatIsStartedElsewhereSpeaksTheEditedScript() throws IOException {
    Path post = site.post(1, 1);
    assertThat(
            new Shell(site.root())
                .env("ZUNDACAST_HOME", home.toString())
                .run("build", "_posts", "--engine", engine.url())
                .code())
        .isZero();
    Path script = script(data, post);
    String edited = Files.readString(script).replaceFirst("\\[a1\\.01] .*", "[a1.01] 直した一行なのだ。");
    Files.writeString(script, edited);

    Shell.Result built = shell().run("build", post.toString());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).contains(": 1 clip made");
    assertThat(Files.readString(script)).contains("[a1.01] 直した一行なのだ。");
    assertThat(data.resolve(".gitignore")).content().contains("/out/\n");
    String root = site.root().toString();
    Programs.output("git", "init", "--quiet", root);
    assertThat(Programs.output("git", "-C", root, "status", "--porcelain", "-uall", "_zundacast"))
        .isEqualTo("?? _zundacast/.gitignore\n?? _zundacast/scripts/2026-03-02-1.txt\n");
    assertThat(site.root().resolve("scripts")).doesNotExist();
    assertThat(home.resolve("scripts")).doesNotExist();
    assertThat(home.resolve("out")).doesNotExist();
  }

  @Test
  void twoShowsWithPostsOfOneNameStayApart() throws IOException {
    SampleSite other = SampleSite.in(folder.resolve("other"));
    Path post = site.post(1, 1);
    Path same = other.post(1, 2);
    assertThat(shell().run("build", post.toString()).code()).isZero();
    Map<String, String> before = files(site.root());

    assertThat(shell().run("build", same.toString()).code()).isZero();
    assertThat(shell().run("regenerate", same.toString(), "a1.01", "--text", "別の番組なのだ。").code())
        .isZero();
    assertThat(files(site.root())).isEqualTo(before);
    assertThat(shell().run("build", post.toString()).out()).contains("up to date");
    assertThat(files(site.root())).isEqualTo(before);
  }

  @Test
  void oneCommandLineWithPostsOfTwoShowsDoesTheRightThingForEach() throws IOException {
    SampleSite other = SampleSite.in(folder.resolve("other"));
    Files.writeString(
        other.root().resolve("zundacast.yaml"), "style: as-written\nscripts: texts\n");
    Path post = site.post(1, 1);
    Path same = other.post(1, 1);
    Shell.Result built = shell().run("build", post.toString(), same.toString());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(Files.readString(script(data, post))).contains("なのだ。").doesNotContain("@style");
    Path text = other.root().resolve("texts/" + script(data, post).getFileName());
    assertThat(Files.readString(text)).contains("@style as-written\n");
    assertThat(other.root().resolve("_zundacast/scripts")).doesNotExist();
    assertThat(other.root().resolve("_zundacast/out/episodes")).isDirectory();

    Shell.Result checked = shell().run("check", "--fast", post.toString(), same.toString());
    assertThat(checked.out()).contains("2 posts, ");
    Shell.Result filled = shell().run("fill", post.toString(), same.toString());
    assertThat(filled.out()).contains("right already          2\n");
  }

  @Test
  void aShowThatFailsAsAWholeLeavesTheOtherAlone() throws IOException {
    SampleSite other = SampleSite.in(folder.resolve("other"));
    Files.writeString(other.root().resolve("zundacast.yaml"), "stile: nanoda\n");
    Shell.Result built =
        shell().run("build", other.post(1, 1).toString(), site.post(1, 1).toString());
    assertThat(built.code()).isEqualTo(5);
    assertThat(built.err()).contains("zundacast.yaml:1:1: unknown field 'stile'");
    assertThat(site.root().resolve("audio/そらまめ_1.mp3")).exists();
  }

  @Test
  void theNearestSettingsNameTheShowAndItsPlaces() throws IOException {
    Path post = site.post(1, 1);
    Files.writeString(
        folder.resolve("zundacast.yaml"),
        "scripts: texts\nout: made\nreadings: words.tsv\nvoices: cast\n");
    Files.writeString(folder.resolve("words.tsv"), "収穫の日\tトリイレノヒ\n");
    Files.createDirectories(folder.resolve("cast"));
    String own = Files.readString(home.resolve("voices/zundamon.yaml"));
    Files.writeString(folder.resolve("cast/mine.yaml"), own.replace("speed: 1.0", "speed: 1.25"));
    assertThat(shell().run("build", post.toString(), "--allow-odd-length").code()).isZero();
    assertThat(engine.asked()).anyMatch(text -> text.contains("トリイレノヒ"));
    assertThat(engine.requests("/synthesis"))
        .allMatch(
            asked ->
                Objects.requireNonNull(asked.getBody()).utf8().contains("\"speedScale\":1.25"));
    assertThat(folder.resolve("texts")).isNotEmptyDirectory();
    assertThat(folder.resolve("made/clips")).isNotEmptyDirectory();
    assertThat(data).doesNotExist();
    assertThat(folder.resolve("_zundacast")).doesNotExist();
  }

  @Test
  void anOptionAndTheEnvironmentOverrule() throws IOException {
    Path post = site.post(1, 1);
    Files.writeString(site.root().resolve("zundacast.yaml"), "scripts: texts\n");
    Path option = folder.resolve("by-option");
    shell()
        .env("ZUNDACAST_SCRIPTS", folder.resolve("by-env").toString())
        .run("script", post.toString());
    assertThat(folder.resolve("by-env")).isNotEmptyDirectory();
    shell().run("script", post.toString(), "--scripts", option.toString());
    assertThat(option).isNotEmptyDirectory();
    assertThat(site.root().resolve("texts")).doesNotExist();
  }

  @Test
  void aPostOfTheProgramsOwnCheckoutUsesTheCheckoutsFolders() throws IOException {
    Path post = SampleSite.in(home.resolve("examples/site")).post(1, 1);
    assertThat(shell().run("build", post.toString()).code()).isZero();
    assertThat(home.resolve("scripts")).isNotEmptyDirectory();
    assertThat(home.resolve("out/clips")).isNotEmptyDirectory();
    assertThat(home.resolve("examples/site/_zundacast")).doesNotExist();
    assertThat(home.resolve(".gitignore")).doesNotExist();
  }

  @Test
  void aVoiceOfTheShowsOwnHidesNeitherTheOthersNorTheReadings() throws IOException {
    Path voices = Files.createDirectories(data.resolve("voices"));
    String own = Files.readString(home.resolve("voices/zundamon.yaml"));
    Files.writeString(voices.resolve("mine.yaml"), own.replace("speed: 1.0", "speed: 1.5"));
    Files.writeString(data.resolve("readings.tsv"), "mame\tビーン\n");
    Path post = site.post(1, 1);
    Files.writeString(
        post,
        Files.readString(post)
            .replace("収穫の日", "mameとHenlokuの収穫の日")
            .replace("  - ずんだもん\n", "  - ずんだもん\n  - 春日部つむぎ\n"));
    Shell.Result built = shell().run("build", post.toString(), "--allow-odd-length");
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).contains("VOICEVOX:ずんだもん", "VOICEVOX:春日部つむぎ");
    assertThat(engine.asked()).anyMatch(text -> text.contains("ビーンとヘンロク"));
    assertThat(engine.requests("/synthesis"))
        .anyMatch(
            asked -> Objects.requireNonNull(asked.getBody()).utf8().contains("\"speedScale\":1.5"));
  }

  @Test
  void aTemplateOfTheShowsOwnGoesBeforeTheProgramsOfThatName() throws IOException {
    Path voices = Files.createDirectories(data.resolve("voices"));
    Files.writeString(
        voices.resolve("zundamon.txt"), "== article\n[title only] 題は{title}。\n\n{body}\n");
    Path post = site.post(1, 1);
    assertThat(shell().run("script", post.toString()).code()).isZero();
    assertThat(Files.readString(script(data, post))).contains("[a1.t] 題は豆の話その1。");
  }

  @Test
  void aWordIsAddedToTheShowsListAndTheProgramsStaysAsItIs() throws IOException {
    String shared = Files.readString(home.resolve("voices/readings.tsv"));
    Shell here = new Shell(site.root()).env("ZUNDACAST_HOME", home.toString());
    assertThat(here.run("dict", "add", "mame", "ビーン").code()).isZero();
    assertThat(Files.readString(data.resolve("readings.tsv"))).contains("mame\tビーン\n");
    assertThat(Files.readString(home.resolve("voices/readings.tsv"))).isEqualTo(shared);
    assertThat(data.resolve(".gitignore")).exists();
    assertThat(here.run("read", "mameとHenloku").out()).isEqualTo("ビーンとヘンロク\n");
    assertThat(here.run("dict", "list").out())
        .isEqualTo(
            "# "
                + data.resolve("readings.tsv")
                + "\nmame\tビーン\n# "
                + home.resolve("voices/readings.tsv")
                + "\nHenloku\tヘンロク\n# not used: mame\tマメ\n");
    assertThat(here.run("dict", "remove", "Henloku").err())
        .contains("in the program's list; add --shared");
    assertThat(here.run("dict", "remove", "Henloku", "--shared").code()).isZero();
    assertThat(here.run("dict", "add", "kumo", "クモ", "--shared").code()).isZero();
    assertThat(Files.readString(home.resolve("voices/readings.tsv")))
        .isEqualTo("mame\tマメ\nkumo\tクモ\n");
    Shell site2 = shell();
    assertThat(site2.run("dict", "add", "sora", "ソラ", "--site", site.root().toString()).code())
        .isZero();
    assertThat(Files.readString(data.resolve("readings.tsv"))).contains("sora\tソラ\n");
  }

  @Test
  void aNewVoiceIsMadeOfWhatTheEngineOffers() throws IOException {
    engine.close();
    engine = TestEngine.with().natural().start();
    Shell here =
        new Shell(site.root())
            .env("ZUNDACAST_HOME", home.toString())
            .env("ZUNDACAST_ENGINE", engine.url());
    Shell.Result made =
        here.run("voices", "new", "ずんだ先生", "--character", "ずんだもん", "--style", "ツンツン");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out()).isEqualTo("_zundacast/voices/ずんだ先生.yaml\n_zundacast/voices/ずんだ先生.txt\n");
    Shell.Result listed = here.run("voices");
    assertThat(listed.code()).as(listed.err()).isZero();
    assertThat(listed.out()).contains("ずんだ先生: ずんだもん (ツンツン) is style 7", "春日部つむぎ: ");

    Path post = site.post(1, 2);
    Files.writeString(post, Files.readString(post).replace("  - ずんだもん\n", "  - ずんだ先生\n"));
    Shell.Result built = here.run("build", post.toString());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(Files.readString(script(data, post)))
        .contains("@speaker ずんだ先生\n", "記事を2本取り上げます。", "そら豆を量ります。");

    assertThat(here.run("voices", "new", "ずんだ先生", "--character", "ずんだもん").err())
        .contains("is there already");
    Shell.Result unknown = here.run("voices", "new", "だれか");
    assertThat(unknown.code()).isEqualTo(4);
    assertThat(unknown.err()).contains("offers no 'だれか'", "ずんだもん、春日部つむぎ");
  }

  @Test
  void aNewVoiceOfVoicevoxNeedsNoEngineAndKeepsItsCreditWhateverTheBuildIsCalled()
      throws IOException {
    Shell here = new Shell(site.root()).env("ZUNDACAST_HOME", home.toString());
    engine.close();
    String away = "--engine=" + engine.url();
    Shell.Result made = here.run("voices", "new", "もち子さん", "--style", "のんびり", away);
    assertThat(made.code()).as(made.err()).isZero();
    Path voices = data.resolve("voices");
    assertThat(Files.readString(voices.resolve("もち子さん.yaml")))
        .contains("style: 'のんびり'\n", "credit: 'VOICEVOX:もち子(cv 明日葉よもぎ)'\n");
    assertThat(here.run("voices", "new", "後鬼", "--style", "ささやき", away).err())
        .contains("後鬼 has no style 'ささやき'; there are 人間ver.、ぬいぐるみver.");
    assertThat(here.run("voices", "new", "だれか", away).code()).isEqualTo(3);

    try (TestEngine build = TestEngine.with().brand("my build").start()) {
      assertThat(here.run("voices", "new", "ずんだもん", "--engine", build.url()).code()).isZero();
      assertThat(Files.readString(voices.resolve("ずんだもん.yaml")))
          .contains("credit: 'VOICEVOX:ずんだもん'\n");
    }
  }

  @Test
  void theScriptOfAnotherPostIsRefusedWithBothNames() throws IOException {
    Path post = site.post(1, 1);
    assertThat(shell().run("build", post.toString()).code()).isZero();
    Path other = site.post(2, 1);
    Files.move(script(data, post), script(data, other));
    Map<String, String> before = files(site.root());
    for (String command : new String[] {"build", "script"}) {
      Shell.Result refused = shell().run(command, other.toString());
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.err())
          .contains("this is the script of _posts/" + post.getFileName(), "not of " + other);
    }
    assertThat(shell().run("regenerate", other.toString(), "a1.01").code()).isEqualTo(4);
    assertThat(files(site.root())).isEqualTo(before);
  }

  @Test
  void aScriptOrRecordOfAnotherShowIsRefusedWithBothNames() throws IOException {
    SampleSite other = SampleSite.in(folder.resolve("other"));
    Path post = site.post(1, 1);
    Path same = other.post(1, 1);
    Files.writeString(
        same, Files.readString(same).replace("豆の話その1", "別の話").replace("soramame", "betsu"));
    String scripts = folder.resolve("texts").toString();
    assertThat(shell().run("build", post.toString(), "--scripts", scripts).code()).isZero();
    String script = Files.readString(folder.resolve("texts/" + script(data, post).getFileName()));

    Shell.Result refused = shell().run("build", same.toString(), "--scripts", scripts);
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.err()).contains("of another show, not of " + same);
    assertThat(Files.readString(folder.resolve("texts/" + script(data, post).getFileName())))
        .isEqualTo(script);

    Shell.Result record =
        shell().run("build", same.toString(), "--out", data.resolve("out").toString());
    assertThat(record.code()).isEqualTo(4);
    assertThat(record.err())
        .contains("build.json: this is the record of " + post + ", not of " + same);
    assertThat(other.root().resolve("audio")).doesNotExist();
  }

  @Test
  void aSiteThatWasMovedGoesOnWithWhatItHas() throws IOException {
    Path post = site.post(1, 1);
    assertThat(shell().run("build", post.toString()).code()).isZero();
    Path moved = folder.resolve("moved");
    Files.move(site.root(), moved);
    Shell.Result built =
        shell().run("build", moved.resolve("_posts/" + post.getFileName()).toString());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).contains(": 0 clips made");
  }

  @Test
  void aSiteThatWasCopiedGoesOnWithWhatItHasAndLeavesTheOtherAlone() throws IOException {
    Path post = site.post(1, 1);
    assertThat(shell().run("build", post.toString()).code()).isZero();
    Path copy = folder.resolve("copy");
    Programs.output("cp", "-R", site.root().toString(), copy.toString());
    Map<String, String> before = files(site.root());
    Shell.Result built =
        shell().run("build", copy.resolve("_posts/" + post.getFileName()).toString());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out()).contains(": 0 clips made");
    assertThat(files(site.root())).isEqualTo(before);
    assertThat(shell().run("build", post.toString()).out()).contains("up to date");
  }
}
