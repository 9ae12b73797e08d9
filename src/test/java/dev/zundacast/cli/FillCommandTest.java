package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FillCommandTest {
  @TempDir static Path samples;
  @TempDir Path folder;

  private final ObjectMapper json = new ObjectMapper();

  @BeforeAll
  static void encode() {
    Programs.generate("sine=f=440:d=61", "-b:a", "64k", samples.resolve("a.mp3").toString());
  }

  @BeforeEach
  void site() throws IOException {
    Files.createDirectories(folder.resolve("_posts"));
    Files.createDirectories(folder.resolve("downloads"));
    Files.copy(samples.resolve("a.mp3"), folder.resolve("downloads/餅 1.mp3"));
    Files.writeString(folder.resolve("_config.yml"), "title: 餅の時間\n");
    post(1, "https://example.invalid/x/餅 1.mp3");
  }

  private Path post(int number, String audio) throws IOException {
    return Files.writeString(
        folder.resolve("_posts/2026-02-0" + number + "-" + number + ".md"),
        "---\naudio_file_path: "
            + audio
            + "\naudio_file_size: 0\nduration: \"00:00\"\ntitle: t\n---\n");
  }

  private Shell.Result run(String... args) {
    return new Shell(folder)
        .env("ZUNDACAST_HOME", Path.of("").toAbsolutePath().toString())
        .env("ZUNDACAST_OUT", folder.resolve("out").toString())
        .run(args);
  }

  @Test
  void aDryRunShowsADiffAndATableAndWritesNothing() throws IOException {
    long size = Files.size(samples.resolve("a.mp3"));
    Shell.Result result = run("fill", ".", "--dry-run", "--audio-dir", "downloads");
    assertThat(result.code()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            --- a/_posts/2026-02-01-1.md
            +++ b/_posts/2026-02-01-1.md
            @@ -1,6 +1,6 @@
             ---
             audio_file_path: https://example.invalid/x/餅 1.mp3
            -audio_file_size: 0
            -duration: "00:00"
            +audio_file_size: %d
            +duration: "01:01"
             title: t
             ---
            would be filled        1
            right already          0
            audio missing          0
            unreachable            0
            """
                .formatted(size));
    assertThat(Files.readString(folder.resolve("_posts/2026-02-01-1.md"))).contains("\"00:00\"");
  }

  @Test
  void anEmptyFileIsNamedAsEmptyAtOnce() throws IOException {
    Path post = post(2, "/audio/e1.mp3");
    Files.writeString(
        post, Files.readString(post).replace("size: 0", "size: 123456").replace("00:00", "00:09"));
    Files.createFile(Files.createDirectories(folder.resolve("audio")).resolve("e1.mp3"));
    Shell.Result said = run("fill", post.toString());
    assertThat(said.err()).contains("the file is empty", "put an audio file there");
    assertThat(said.err()).doesNotContain("--force");
  }

  @Test
  void whatCannotBeFilledEndsWithFive() throws IOException {
    post(2, "/audio/none.mp3");
    Shell.Result result = run("fill", "_posts", "--audio-dir", "downloads", "--quiet");
    assertThat(result.code()).isEqualTo(5);
    assertThat(result.err())
        .isEqualTo(
            "_posts/2026-02-02-2.md:2: audio missing: no such file in the site (/audio/none.mp3)\n"
                + "  -> put the file there, or name a folder that holds it by --audio-dir\n");
    assertThat(run("fill", "_posts/2026-02-01-1.md").code()).isZero();
  }

  @Test
  void whatIsNoAudioIsToldByItsNameHere() throws IOException {
    Files.writeString(folder.resolve("downloads/餅 1.mp3"), "<html>404</html>");
    Shell.Result result = run("fill", ".", "--audio-dir", "downloads", "--quiet");
    assertThat(result.err())
        .isEqualTo(
            "_posts/2026-02-01-1.md:2: audio missing: no MP3 frame found (downloads/餅 1.mp3)\n"
                + "  -> put an audio file there\n");
  }

  @Test
  void aServerThatNobodyKnowsIsNamed() {
    Shell.Result result = run("fill", ".", "--quiet");
    assertThat(result.code()).isEqualTo(5);
    assertThat(result.err())
        .startsWith(
            "_posts/2026-02-01-1.md:2: unreachable: no server is known as example.invalid (https");
    assertThat(run("fill", ".", "--audio-dir", "nowhere").code()).isEqualTo(2);
  }

  @Test
  void aDamagedMemoryOfServersIsForgotten() throws IOException {
    Files.createDirectories(folder.resolve("out"));
    for (String damaged : List.of("null", "{}", "[1]", "{\"version\":", "\u0000")) {
      Files.writeString(folder.resolve("out/remote-audio.json"), damaged);
      Shell.Result filled = run("fill", "_posts", "--all");
      assertThat(filled.code()).as(damaged + filled.err()).isEqualTo(5);
      assertThat(filled.err()).contains("no server is known as example.invalid");
      assertThat(run("check", ".", "--fast").out())
          .contains("error: audio: ")
          .doesNotContain("Exception");
    }
  }

  @Test
  void cutAudioIsFilledAndTold() throws IOException {
    Path audio = folder.resolve("downloads/餅 1.mp3");
    byte[] bytes = Files.readAllBytes(audio);
    Files.write(audio, Arrays.copyOf(bytes, bytes.length / 2));
    Shell.Result result = run("fill", "_posts", "--audio-dir", "downloads", "--quiet");
    assertThat(result.code()).isZero();
    assertThat(result.out()).isEmpty();
    assertThat(folder.resolve("_posts/2026-02-01-1.md")).content().contains("duration: \"00:3");
    assertThat(result.err())
        .isEqualTo(
            "_posts/2026-02-01-1.md: note: the audio is cut: its header announces more than the"
                + " file holds; copy it again (downloads/餅 1.mp3)\n");
  }

  @Test
  void aCheckCountsItsFindingsByRule() {
    Shell.Result check = run("check", ".", "--fast", "--audio-dir", "downloads", "-q");
    assertThat(check.code()).isEqualTo(6);
    assertThat(check.out())
        .endsWith("1 post, 5 findings (artwork 1, audio 2, front-matter 1, post 1)\n");
  }

  @Test
  void aBrokenPostEndsWithFourAndItsPlace() throws IOException {
    Path broken = folder.resolve("_posts/2026-02-03-3.md");
    Files.writeString(broken, "---\ntitle: a: b\n---\n");
    Shell.Result result = run("fill", "_posts/2026-02-03-3.md", "-q");
    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err())
        .startsWith("_posts/2026-02-03-3.md:2:9: the front matter is not valid YAML: ")
        .contains("\n  title: a: b\n          ^\n");
    assertThat(run("fill", "nowhere").code()).isEqualTo(2);
  }

  @Test
  void programsReadJson() throws IOException {
    JsonNode fill = json.readTree(run("fill", ".", "--json", "--audio-dir", "downloads").out());
    assertThat(fill.get("filled").asInt()).isEqualTo(1);
    assertThat(fill.get("posts").get(0).get("duration").asText()).isEqualTo("01:01");
    Shell.Result check = run("check", ".", "--fast", "--json", "--audio-dir", "downloads");
    assertThat(check.code()).isEqualTo(6);
    JsonNode findings = json.readTree(check.out()).get("findings");
    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.get("file").asText()).isEqualTo("_config.yml");
              assertThat(finding.get("rule").asText()).isEqualTo("artwork");
              assertThat(finding.get("next").asText()).isNotEmpty();
            });
  }

  @Test
  void aStatedSizeThatTheFileDoesNotHaveIsToldAndMendedByForce() throws IOException {
    Files.createDirectories(folder.resolve("audio"));
    Path mp3 = Files.copy(samples.resolve("a.mp3"), folder.resolve("audio/2.mp3"));
    Path post = post(2, "/audio/2.mp3");
    assertThat(run("fill", post.toString()).code()).isZero();
    String right = Files.readString(post);
    String wrong = right.replace("size: " + Files.size(mp3), "size: 2204815");
    Files.writeString(post, wrong);
    Shell.Result told = run("fill", post.toString());
    assertThat(told.code()).isEqualTo(5);
    assertThat(told.out()).contains("has wrong values       1");
    assertThat(told.err())
        .contains("the post says 2204815 bytes, its file has " + Files.size(mp3))
        .contains("zundacast fill --force");
    assertThat(Files.readString(post)).isEqualTo(wrong);
    assertThat(run("fill", post.toString(), "--force").code()).isZero();
    assertThat(Files.readString(post)).isEqualTo(right);
  }

  @Test
  void manyPostsOfOneTroubleAreOneRowAndTheNewestComesFirst() throws IOException {
    for (int number = 2; number <= 9; number++) {
      post(number, "/audio/none" + number + ".mp3");
    }
    Shell.Result filled = run("fill", ".", "--dry-run", "--audio-dir", "downloads");
    assertThat(filled.err())
        .contains("2026-02-09-9.md:2: audio missing: no such file in the site (and 7 more posts)")
        .doesNotContain("2026-02-08");
    Shell.Result checked = run("check", ".", "--fast", "--select", "audio");
    assertThat(checked.out())
        .contains("2026-02-09-9.md:2:18: error: audio: there is no file /audio/none9.mp3")
        .contains("(and 7 more posts)")
        .doesNotContain("2026-02-08");
  }
}
