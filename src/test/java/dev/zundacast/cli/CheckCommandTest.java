package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate before publishing, as jobs and people use it. */
class CheckCommandTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
  private static final String AUDIO = "error: audio: there is no file ";

  @TempDir Path folder;

  @BeforeEach
  void site() throws IOException {
    Files.createDirectories(folder.resolve("_posts"));
    Files.writeString(
        folder.resolve("_config.yml"), "title: 餅の時間\nactors:\n  ずんだもん:\n    name: ずんだもん\n");
    picture("images/cover_image.jpg");
  }

  private void picture(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    ImageIO.write(new BufferedImage(1400, 1400, BufferedImage.TYPE_INT_RGB), "jpeg", file.toFile());
  }

  private Path post(LocalDate day, String body) throws IOException {
    return Files.writeString(
        folder.resolve("_posts/" + day + "-1.md"),
        "---\nactor_ids:\n  - ずんだもん\naudio_file_path: /audio/"
            + day
            + ".mp3\ndate: "
            + day
            + " 00:00:00 +0900\ntitle: 餅の時間 "
            + day
            + "\n---\n\n## 関連リンク\n\n- [餅の焼き方](https://example.com/mochi)  \n\n"
            + "餅は弱い火で長く焼くと、外は香ばしく、中はやわらかく仕上がります。"
            + "焦げ目がついたら裏返し、ふくらむまで待つのがこつだと紹介しています。\n\n"
            + body);
  }

  @Test
  void anActorWithoutAVoiceIsFoundBeforeTheBuild() throws IOException {
    Path post = post(TODAY, "");
    Files.writeString(post, Files.readString(post).replace("- ずんだもん", "- 港のカモメ"));
    assertThat(check("--voices", SampleSite.voices().toString()).out())
        .contains("error: script: unknown actor '港のカモメ'; known are ")
        .contains("zundacast voices new NAME");
  }

  @Test
  void aPostThatNamesNoAudioIsToldWhatToWrite() throws IOException {
    Path post = post(TODAY, "");
    Files.writeString(post, Files.readString(post).replaceFirst("(?m)^audio_file_path: .*\n", ""));
    assertThat(check().out())
        .contains("the post names no audio_file_path")
        .contains("-> add a line 'audio_file_path: /audio/NAME.mp3'");
  }

  private Shell.Result check(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "check";
    args[1] = ".";
    args[2] = "--fast";
    System.arraycopy(more, 0, args, 3, more.length);
    return Shell.building(folder).run(args);
  }

  @Test
  void aPostThatNoBuildTakesIsFound() throws IOException {
    post(TODAY, "- [餅](https://example.com/2)  \n\n餅を焼きます。\n\n".repeat(300));
    assertThat(check("--select", "post,script").out())
        .contains("error: post: 301 articles; expected at most 100");
  }

  @Test
  void aServerThatCannotBeReachedIsNoReasonToUpload() throws IOException {
    Path post = post(TODAY, "");
    Files.writeString(
        post, Files.readString(post).replace(": /audio/", ": http://127.0.0.1:9/audio/"));
    assertThat(check("--select", "audio").out())
        .contains("Failed to connect to /127.0.0.1:9\n  -> try again later, or name a folder");
  }

  @Test
  void findingsEndWithSixAndBadInputWithFour() throws IOException {
    post(TODAY, "VOICEVOX:ずんだもん\n");
    Shell.Result found = check();
    assertThat(found.code()).as(found.err()).isEqualTo(6);
    assertThat(found.out()).contains("_posts/" + TODAY + "-1.md:4:18: " + AUDIO + "/audio/");
    Files.writeString(folder.resolve("zundacast.yaml"), "audio: loud\n");
    assertThat(Shell.building(folder).run("check", ".", "-q").code()).isEqualTo(4);
  }

  @Test
  void onlyWhatIsAsBadAsWasAskedForFails() throws IOException {
    post(TODAY, "");
    assertThat(check("--ignore", "audio").out()).contains("warning: credit: ");
    assertThat(check("--ignore", "audio").code()).isEqualTo(6);
    assertThat(check("--ignore", "audio", "--fail-on", "error").code()).isZero();
    assertThat(check("--fail-on", "error").code()).isEqualTo(6);
    assertThat(check("--fail-on", "never").code()).isZero();
  }

  @Test
  void rulesAreChosenByName() throws IOException {
    post(TODAY, "");
    assertThat(check("--select", "credit,tag").out())
        .contains("credit: ")
        .doesNotContain("audio: ")
        .endsWith("1 post, 1 finding\n");
    Shell.Result unknown = check("--ignore", "credits");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no rule 'credits'; there are article, ");
  }

  @Test
  void onlyNewPostsAreToldOf() throws IOException {
    Path old = post(TODAY.minusDays(3), "VOICEVOX:ずんだもん\n");
    post(TODAY.minusDays(1), "VOICEVOX:ずんだもん\n");
    Path copy = folder.resolve("_posts/" + TODAY + "-1.md");
    Files.copy(old, copy);
    assertThat(check("--since", TODAY.minusDays(1).toString()).out())
        .doesNotContain("_posts/" + TODAY.minusDays(3))
        .contains("_posts/" + TODAY.minusDays(1))
        // What a copied post shares with one of long ago is found all the same.
        .contains("the post has the same title as " + TODAY.minusDays(3) + "-1.md")
        .contains("2 posts, ");
    assertThat(check("--latest", "1").out())
        .doesNotContain("_posts/" + TODAY.minusDays(1))
        .contains("_posts/" + TODAY);
    Shell.Result wrong = check("--since", "March");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("--since").contains("'March' is not a date like 2026-03-18");
  }

  @Test
  void whatIsPastIsKeptInABaseline() throws IOException {
    post(TODAY.minusDays(1), "");
    Shell.Result missing = check("--baseline", "known.txt");
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("known.txt", "--write-baseline");
    assertThat(check("--baseline", "known.txt", "--write-baseline").code()).isZero();
    assertThat(check("--baseline", "known.txt").out())
        .endsWith("1 post, 0 findings, 2 of the baseline\n");
    post(TODAY, "");
    Shell.Result later = check("--baseline", "known.txt");
    assertThat(later.code()).isEqualTo(6);
    assertThat(later.out()).doesNotContain(TODAY.minusDays(1) + "-1.md").contains("2 findings");
  }

  @Test
  void programsAndGitHubReadTheirOwnForms() throws IOException {
    post(TODAY, "VOICEVOX:ずんだもん\n");
    assertThat(check("--format", "github").out())
        .startsWith(
            "::error file=_posts/" + TODAY + "-1.md,line=4,col=18,title=audio::there is no file ");
    String json = check("--format", "json").out();
    assertThat(json).isEqualTo(check("--json").out());
    assertThat(new ObjectMapper().readTree(json).at("/findings/0/severity").asText())
        .isEqualTo("error");
    Shell.Result wrong = check("--format", "xml");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("'xml' is not one of text, json, github");
  }

  @Test
  void quietMeansThatNothingIsSaidWhereNothingIsFound() throws IOException {
    post(TODAY, "VOICEVOX:ずんだもん\n");
    Shell.Result fine = check("--select", "artwork", "-q");
    assertThat(fine.code()).isZero();
    assertThat(fine.out() + fine.err()).isEmpty();
    assertThat(check("--select", "audio", "-q").out()).contains(AUDIO).endsWith(" 1 finding\n");
  }

  @Test
  void whatAPersonMustDecideIsListedUntilItIsDecided() throws IOException {
    Path post = post(TODAY, "VOICEVOX:ずんだもん\n");
    Shell.building(folder).run("script", post.toString());
    Path script = folder.resolve("scripts/" + TODAY + "-1.txt");
    String text = Files.readString(script);
    assertThat(check("--select", "decision").code()).isZero();
    Files.writeString(script, text.replace("[a1.01] ", "# 投稿では今: 餅は五つです。\n[a1.01] きっと"));
    Shell.Result waiting = check("--select", "decision");
    assertThat(waiting.code()).as(waiting.err()).isEqualTo(6);
    assertThat(waiting.out())
        .containsPattern(
            "scripts/.*-1.txt:\\d+: warning: decision: the post says now: 餅は五つです。\n  -> ");
    Files.writeString(script, text);
    assertThat(check("--select", "decision").code()).isZero();
  }

  @Test
  void anEpisodeWhoseScriptWasEditedAfterItIsStale() throws Exception {
    Path post = post(TODAY, "VOICEVOX:ずんだもん\n");
    Path script = folder.resolve("scripts/" + TODAY + "-1.txt");
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result built =
          Shell.building(folder).run("build", post.toString(), "--engine", engine.url());
      assertThat(built.code()).as(built.err()).isZero();
    }
    String text = Files.readString(script);
    assertThat(check("--select", "stale").code()).isZero();
    Files.writeString(script, text.replace("[a1.01] ", "[a1.01] きっと"));
    Shell.Result stale = check("--select", "stale");
    assertThat(stale.code()).isEqualTo(6);
    assertThat(stale.out())
        .contains("-1.md: error: stale: its MP3 is not what its post and script say now")
        .contains("-> run 'zundacast build ");
    Files.writeString(script, text);
    assertThat(check("--select", "stale").code()).isZero();
  }

  @Test
  void aScriptThatCannotBeReadIsOneError() throws IOException {
    Path post = post(TODAY, "VOICEVOX:ずんだもん\n");
    Shell.building(folder).run("script", post.toString());
    Files.write(folder.resolve("scripts/" + TODAY + "-1.txt"), new byte[] {(byte) 0xff, 0, 1});
    Shell.Result found = check("--ignore", "audio");
    assertThat(found.code()).isEqualTo(6);
    assertThat(found.out())
        .contains("-1.txt: error: script: the file is not UTF-8 text")
        .endsWith("1 post, 1 finding\n");
    post(TODAY.minusDays(1), "");
    assertThat(Shell.building(folder).run("status", ".").out())
        .endsWith("2 posts: 1 without an episode, 1 that cannot be read; 0 to decide\n");
  }

  @Test
  void everyRuleThatFindsSomethingCanBeChosen() throws IOException {
    post(TODAY, "VOICEVOX:ずんだもん\n");
    for (String rule : List.of("decision", "guess", "narration", "reading", "repeat", "feed")) {
      assertThat(check("--select", rule).code()).as(rule).isZero();
    }
  }

  @Test
  void whatHelpsNobodyIsNoFinding() throws IOException {
    post(TODAY.minusDays(40), "");
    assertThat(check().out()).doesNotContain("credit", "引用元");
  }

  @Test
  void theArtworkIsFoundWhereTheFeedNamesIt() throws IOException {
    Files.delete(folder.resolve("images/cover_image.jpg"));
    picture("public/images/餅_3000.jpg");
    Files.writeString(
        folder.resolve("feed.xml"),
        "<rss><channel><itunes:image href=\"{{ site.github.url }}/images/餅_3000.jpg\"/>");
    post(TODAY, "");
    assertThat(check().out()).doesNotContain("artwork");
  }
}
