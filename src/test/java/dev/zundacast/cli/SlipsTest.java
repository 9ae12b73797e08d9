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
}
