package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slips of the hand on the command line: each is said, and nothing is done in silence. */
class SlipsTest {
  @TempDir Path folder;
  private String post;

  @BeforeEach
  void site() throws IOException {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    post = site.post(1, 1).toString();
    site.post(2, 1);
  }

  private void refused(int code, String message, String... args) {
    Shell.Result result = Shell.building(folder).run(args);
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
    assertThat(result.err()).contains(message);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsNeitherMadeNorLeftOut() {
    for (String command : new String[] {"build", "script", "status", "fill", "check"}) {
      refused(2, "--site nowhere: no such folder", command, post, "--site", "nowhere");
    }
    refused(2, "--voices nowhere: no such folder", "build", post, "--voices", "nowhere");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void aGateDoesNotPassWhereNothingIsChecked() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    refused(2, "empty: no post in this folder", "check", "empty", "--fast");
    refused(2, "empty: no post in this folder", "fill", "empty");
    refused(2, "--latest 0: expected 1 or more", "check", "site", "--fast", "--latest", "0");
    Files.writeString(folder.resolve("site/zundacast.yaml"), "engins: []\n");
    refused(4, "unknown field 'engins'", "check", "site", "--fast");
  }

  @Test
  void aJobThatNamesNoSiteDoesNotSearchTheDisk() {
    Shell job = new Shell(Path.of("/")).env("ZUNDACAST_VOICES", SampleSite.voices().toString());
    for (String[] args : new String[][] {{"status"}, {"build", "--latest"}, {"check", "/"}}) {
      Shell.Result result = job.run(args);
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err())
          .contains("/: that is the whole disk; name a post or a site's folder");
    }
  }

  @Test
  void aFolderOfSeveralPostsIsNotOneOfThem() {
    refused(2, "site: 2 posts lie there; name one of them", "undo", "site");
    refused(2, "site: 2 posts lie there", "regenerate", "site", "a1.01", "--text", "x");
  }

  @Test
  void aMisspeltNameIsAnsweredWithTheNearest() throws IOException {
    refused(2, "did you mean '2026-03-02-1.md'?", "build", post.replace("-1.md", "-1.mdd"));
    Files.createFile(folder.resolve("e"));
    refused(2, "nowhere: no such post or folder\n", "build", "nowhere");
    Path actor = Path.of(post);
    Files.writeString(actor, Files.readString(actor).replace("- ずんだもん", "- ずんだもみ"));
    refused(4, "did you mean 'ずんだもん'?", "script", post);
    assertThat(Shell.building(folder).run("check", post, "--fast").out())
        .contains("the actor 'ずんだもみ' is not in _config.yml\n  -> did you mean 'ずんだもん'?");
  }

  @Test
  void aCommandThatIsNoneIsNotAnsweredWithTheHelpOfAll() {
    refused(2, "'biuld'", "biuld", "--help");
    refused(2, "'biuld'", "help", "biuld");
    refused(2, "there is no command 'ad'\nDid you mean: add?", "dict", "ad", "x");
    refused(2, "--lang jp: expected ja or en", "--lang", "jp", "build", "--help");
    refused(2, "--lang jp: expected ja or en", "status", "--lang=jp");
  }

  @Test
  void theNewestPostIsMeantByEveryCommandThatTakesPosts() {
    Shell.Result script = Shell.building(folder).run("script", "--latest", "site", "--dry-run");
    assertThat(script.code()).as(script.err()).isZero();
    assertThat(script.out()).contains("-2.txt").doesNotContain("-1.txt");
    Shell.Result check = Shell.building(folder).run("check", "site", "--fast", "--latest");
    assertThat(check.out()).contains("-2.md").doesNotContain("-1.md");
    assertThat(Shell.building(folder).run("check", "--latest", "site", "--fast").out())
        .isEqualTo(check.out());
    Shell inside = Shell.building(folder.resolve("site"));
    assertThat(inside.run("check", "--fast", "--latest").out())
        .contains("-2.md")
        .doesNotContain("-1.md");
  }

  @Test
  void aLineThatIsNotThereIsToldBeforeAnEngineIsLookedFor() {
    assertThat(Shell.building(folder).run("script", post).code()).isZero();
    refused(
        4,
        "there is no line 'a9.01'; there are opening.01…opening.",
        "regenerate",
        post,
        "a9.01",
        "--engine",
        "http://127.0.0.1:9");
  }

  @Test
  void aQuoteThatIsNotClosedIsShownWhereItOpens() throws IOException {
    Path file = Path.of(post);
    Files.writeString(file, Files.readString(file).replaceFirst("title: .*", "title: \"open"));
    refused(4, ".md:10:8: ", "script", post);
    refused(4, "this quote is not closed", "script", post);
  }

  @Test
  void whatIsNoPathOfTheSiteIsNoNameOfAFile() throws IOException {
    Path file = Path.of(post);
    String text = Files.readString(file);
    for (String path :
        new String[] {"ftp://a.example/1.mp3", "//a.example/1.mp3", "/{{ x }}.mp3"}) {
      Files.writeString(
          file, text.replaceFirst("audio_file_path: .*", "audio_file_path: \"" + path + "\""));
      refused(4, "expected a path of the site or a web address", "build", post, "--dry-run");
      assertThat(Shell.building(folder).run("check", post, "--fast").out())
          .contains(
              "audio: audio_file_path is '" + path + "', expected a path of the site or a web");
    }
  }

  @Test
  void oneOddPostOfAShowIsNotAReasonToChangeTheShow() throws IOException {
    Path odd = Path.of(post);
    String text = Files.readString(odd);
    Files.writeString(odd, text.substring(0, text.indexOf("---", 4) + 4) + "## 枝豆\n\n枝豆は緑です。\n");
    Shell.Result result = Shell.building(folder).run("script", post);
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).contains("no article found").doesNotContain("layout: jekyll");
  }
}
