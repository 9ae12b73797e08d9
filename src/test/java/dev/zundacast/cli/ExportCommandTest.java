package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zundacast.testkit.TestEngine;
import dev.zundacast.testkit.WrittenPost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An episode in VOICEVOX's editor says what its script says. */
class ExportCommandTest {
  private static final String POST = "_posts/2026-08-21-1.md";

  @TempDir Path folder;
  private Shell shell = new Shell(Path.of("."));

  @BeforeEach
  void site() throws IOException {
    shell = Shell.building(folder);
    WrittenPost.on(
        folder,
        WrittenPost.of(
            """
            - [小さな時計](https://example.com/clock)\s\s

            この時計の部品は全部で30個です。夜に組み立てますか？

            引用元: https://example.com/clock
            """));
  }

  @Test
  void everyLineIsThereAsTheEngineSaysIt() throws Exception {
    assertThat(shell.run("script", POST).code()).isZero();
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result result =
          shell.run(
              "export", POST, "--to", "vvproj", "--file", "e.vvproj", "--engine", engine.url());
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.out()).isEqualTo("wrote     e.vvproj\n");
      JsonNode talk = new ObjectMapper().readTree(folder.resolve("e.vvproj").toFile()).path("talk");
      List<String> written =
          Files.readAllLines(folder.resolve("scripts/2026-08-21-1.txt")).stream()
              .filter(row -> row.startsWith("["))
              .map(row -> row.replaceFirst("\\[[^]]*] ", ""))
              .toList();
      assertThat(talk.path("audioKeys")).hasSameSizeAs(written);
      assertThat(talk.path("audioItems")).hasSameSizeAs(written);
      for (int i = 0; i < written.size(); i++) {
        JsonNode item = talk.path("audioItems").path(talk.path("audioKeys").path(i).asText());
        assertThat(item.path("text").asText()).isEqualTo(written.get(i));
        assertThat(item.path("voice").path("engineId").asText())
            .isEqualTo("074fc39e-678b-4c13-8916-ffca8d505d1d");
        Shell.Result heard = shell.run("read", "--heard", "--engine", engine.url(), written.get(i));
        assertThat(kana(item.path("query"))).isEqualTo(heard.out().strip().split("\t")[2]);
      }
      String once = Files.readString(folder.resolve("e.vvproj"));
      shell.run("export", POST, "--to", "vvproj", "--engine", engine.url());
      assertThat(folder.resolve("out/episodes/2026-08-21-1/2026-08-21-1.vvproj")).hasContent(once);
    }
  }

  /** The editor's accent phrases in kana notation. */
  private static String kana(JsonNode query) {
    StringBuilder kana = new StringBuilder();
    for (JsonNode phrase : query.path("accentPhrases")) {
      int mora = 0;
      for (JsonNode one : phrase.path("moras")) {
        mora++;
        kana.append(one.path("text").asText());
        kana.append(mora == phrase.path("accent").asInt() ? "'" : "");
      }
      kana.append(phrase.path("isInterrogative").asBoolean() ? "？" : "");
      kana.append(phrase.has("pauseMora") ? "、" : "/");
    }
    return kana.toString().replaceFirst("[/、]$", "");
  }

  @Test
  void whatCannotBeWrittenIsSaid() {
    Shell.Result none = shell.run("export", POST, "--to", "vvproj", "--engine", "draft");
    assertThat(none.code()).isEqualTo(4);
    assertThat(none.err()).contains("it has no script yet", "zundacast script");
    assertThat(shell.run("export", POST, "--to", "mp4").code()).isEqualTo(2);
  }
}
