package dev.zundacast.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A script that is known to be its post's is not made again, until anything that it hangs on
 * changes.
 */
class SettledScriptIT {
  @TempDir Path folder;
  private SampleSite site;
  private Path post;
  private Path known;

  @BeforeEach
  void anEpisodeThatIsUpToDate() throws Exception {
    site = SampleSite.in(folder.resolve("site"));
    post = site.post(1, 2);
    build();
    known = site.root().resolve("_zundacast/out/episodes/2026-03-02-1/script.json");
    assertThat(build()).contains("up to date");
    assertThat(known).exists();
    assertThat(build()).contains("up to date");
  }

  @Test
  void aSentenceThatIsNewInThePostIsSaid() throws Exception {
    Files.writeString(post, Files.readString(post).replace("収穫の日は近いです。", "収穫の日は来週の水曜日です。"));
    assertThat(build()).contains("made");
    assertThat(script()).contains("水曜日");
  }

  @Test
  void aRowThatIsNewInATableOfTheShowIsFollowed() throws Exception {
    Path voices = Files.createDirectories(site.root().resolve("_zundacast/voices/styles"));
    Files.writeString(voices.resolve("rules.tsv"), "clean\tours\t小さな\tちっちゃな\n");
    assertThat(build()).contains("made");
    assertThat(script()).contains("ちっちゃな道具");
  }

  @Test
  void aLineThatAPersonDeletedStaysDeleted() throws Exception {
    Path file = site.root().resolve("_zundacast/scripts/2026-03-02-1.txt");
    String cut = script().replaceAll("(?m)^\\[a1\\.02].*\n(>.*\n)?", "");
    assertThat(cut).isNotEqualTo(script());
    Files.writeString(file, cut);
    assertThat(build()).contains("0 clips made");
    assertThat(script()).doesNotContain("[a1.02]");
  }

  @Test
  void aRecordThatIsDamagedIsForgotten() throws Exception {
    Files.writeString(
        known, Files.readString(known).replace("\"digest\" : \"", "\"digest\" : \"0"));
    assertThat(build()).contains("up to date");
    assertThat(Files.readString(known)).containsPattern("\"digest\" : \"[0-9a-f]{64}\"");
  }

  private String script() throws Exception {
    return Files.readString(site.root().resolve("_zundacast/scripts/2026-03-02-1.txt"));
  }

  private String build() throws Exception {
    try (TestEngine engine = TestEngine.with().start()) {
      Launched.Result built =
          Launched.start(folder, "build", post.toString(), "--engine", engine.url())
              .await(Duration.ofMinutes(2));
      assertThat(built.code()).as(built.err()).isZero();
      return built.out();
    }
  }
}
