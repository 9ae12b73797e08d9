package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.testkit.TestEngine;
import dev.zundacast.testkit.TestEngine.Character;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final Path CHECKOUT = Path.of("").toAbsolutePath();

  private static final Character ZUNDAMON =
      new Character("ずんだもん", "388f246b-8c41-4ac1-8e2d-5d79f3ff56d9", Map.of("ノーマル", 3));

  private static final Character TSUMUGI =
      new Character("春日部つむぎ", "35b2c544-660e-401e-b503-0e14c635303a", Map.of("ノーマル", 8));

  @TempDir Path folder;

  @Test
  void allIsFineWithTheExampleSite() throws IOException {
    try (TestEngine engine = TestEngine.with().characters(ZUNDAMON, TSUMUGI).start()) {
      Shell.Result result =
          shell()
              .run(
                  "doctor", CHECKOUT.resolve("examples/site").toString(), "--engine", engine.url());

      assertThat(result.code()).isZero();
      assertThat(result.out())
          .contains("  ok    show: もちもち技術ラジオ at ")
          .contains("  ok    ずんだもん: ずんだもん (ノーマル) is style 3\n")
          .contains("  ok    春日部つむぎ: 春日部つむぎ (ノーマル) is style 8\n")
          .contains(" at " + engine.url() + " (--engine)\n")
          .contains("/voices (checkout), ")
          .doesNotContain("WRONG");
    }
  }

  @Test
  void aMissingCharacterAndAMissingStyleAreNamed() throws IOException {
    Character shy = new Character("ずんだもん", "u", Map.of("ささやき", 22));
    try (TestEngine engine = TestEngine.with().characters(shy).start()) {
      Shell.Result result = shell().env("ZUNDACAST_ENGINE", engine.url()).run("doctor");

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out())
          .contains(" has no style ノーマル of ずんだもん\n")
          .contains("        -> name one of its styles in the voice file: ささやき\n")
          .contains(" has no 春日部つむぎ\n")
          .contains(" (ZUNDACAST_ENGINE)\n");
    }
  }

  @Test
  void withoutAnEngineItSaysHowToStartOne() throws IOException {
    Shell.Result result = shell().run("doctor", "--engine", "http://127.0.0.1:" + freePort());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("  WRONG engine: ").contains("        -> Start VOICEVOX");
  }

  @Test
  void aSiteWhoseSettingsCannotBeReadIsWrong() throws IOException {
    Files.writeString(folder.resolve("_config.yml"), "title: [\n");
    try (TestEngine engine = TestEngine.with().characters(ZUNDAMON, TSUMUGI).start()) {
      Shell.Result result = shell().run("doctor", "--engine", engine.url());
      assertThat(result.out()).contains("  WRONG site: ", "_config.yml:2: not valid YAML");
      assertThat(result.code()).isEqualTo(1);
    }
  }

  @Test
  void aWrongVoiceFileIsNamedWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("_config.yml"), "title: 番組\n");
    Path voices = Files.createDirectories(folder.resolve("_zundacast/voices"));
    Files.writeString(voices.resolve("a.yaml"), "name: [\n");

    Shell.Result result = shell().run("doctor", "--engine", "http://127.0.0.1:" + freePort());

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).contains("  WRONG voice files: " + voices + "/a.yaml:");
  }

  @Test
  void whatABuildWouldSayOfItsEnginesIsSaid() throws IOException {
    try (TestEngine engine = TestEngine.with().characters(ZUNDAMON, TSUMUGI).start();
        TestEngine older =
            TestEngine.with().characters(ZUNDAMON, TSUMUGI).version("0.9.0").start()) {
      Files.writeString(
          folder.resolve("_config.yml"),
          "title: 番組\nactors:\n  zunda:\n    name: ずんだもん\n  mame:\n    name: まめ\n");
      engine.fault(
          request ->
              request.getTarget().startsWith("/user_dict_word/")
                  ? TestEngine.json(403, "{\"detail\":\"no\"}")
                  : null);
      Shell.Result result =
          shell().run("doctor", "--engine", engine.url(), "--engine", older.url());

      assertThat(result.code()).isEqualTo(1);
      assertThat(result.out())
          .contains("  WRONG engines: the engines differ and would speak the same line differently")
          .contains("  note  dictionary: VOICEVOX 0.25.2 does not let its dictionary be changed\n")
          .contains("  note  mame: _config.yml has this actor")
          .doesNotContain("zunda: _config.yml")
          .containsPattern("  note  reading list: .*/readings.tsv: does not exist\n");
      assertThat(older.words()).isEmpty();
    }
  }

  @Test
  void aMissingCoverIsWantedWhereTheSiteServesIt() throws IOException {
    Files.writeString(folder.resolve("hugo.toml"), "title = '番組'\n");
    Files.writeString(folder.resolve("zundacast.yaml"), "layout: hugo\n");
    assertThat(shell().run("doctor", "--engine", "http://127.0.0.1:" + freePort()).out())
        .contains("-> put a square JPEG of 1400 to 3000 pixels at static/images/cover_image.jpg\n");
  }

  @Test
  void aBrokenCoverIsWrong() throws IOException {
    Files.writeString(folder.resolve("_config.yml"), "title: 番組\n");
    Files.createDirectory(folder.resolve("images"));
    Files.writeString(folder.resolve("images/cover.jpg"), "no picture");

    Shell.Result result = shell().run("doctor", "--engine", "http://127.0.0.1:" + freePort());

    assertThat(result.out())
        .contains("  WRONG cover: ")
        .contains("cover.jpg: not a picture of a known format")
        .contains("  note  address: _config.yml names no url\n");
  }

  @Test
  void aFileInTheFoldersPlaceIsWrong() throws IOException {
    Files.writeString(folder.resolve("_config.yml"), "title: 番組\n");
    Files.writeString(folder.resolve("mame"), "");
    Shell.Result result =
        shell()
            .run(
                "doctor", "--out", folder.resolve("mame").toString(), "--engine", "http://[::1]:9");
    assertThat(result.out())
        .contains("  WRONG out/: ")
        .contains("mame is a file where a folder is needed; move it away");
  }

  @Test
  void programsReadJson() throws IOException {
    try (TestEngine engine = TestEngine.with().characters(ZUNDAMON, TSUMUGI).start()) {
      Shell.Result result = shell().run("doctor", "--json", "--engine", engine.url());

      JsonNode findings = new ObjectMapper().readTree(result.out()).get("findings");
      assertThat(findings.findValuesAsText("topic")).contains("java", "encoder", "engine");
      assertThat(findings.findValuesAsText("state")).containsOnly("fine", "note");
    }
  }

  private Shell shell() {
    return new Shell(folder).env("ZUNDACAST_HOME", CHECKOUT.toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
