package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.message.Message;
import dev.zundacast.studio.OpenStudio.Answer;
import dev.zundacast.testkit.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The settings on the page: each with what decides on it, and changes that keep the comments. */
class StudioSettingsTest extends StudioCase {
  private static final String SETTINGS = "/api/settings";

  private Path file() {
    return folder.resolve("zundacast.yaml");
  }

  private JsonNode setting(String name) throws IOException {
    for (JsonNode row : studio.get(SETTINGS).json().path("settings")) {
      if (row.path("name").asText().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no setting " + name);
  }

  private Answer change(String name, String value, String base) throws IOException {
    String more = base.isEmpty() ? "" : ",\"base\":\"" + base + "\"";
    return studio.post(
        SETTINGS, "{\"name\":\"" + name + "\",\"value\":\"" + value + "\"" + more + "}");
  }

  @Test
  void saysOfEachWhatDecidesOnItAndWhatIsUsual() throws Exception {
    Files.writeString(file(), "# minutes: 8\naudio:\n  lufs: -18\nsidecars: true\n");
    StudioSite site = OpenStudio.site(folder, engine.url());
    studio.close();
    studio =
        OpenStudio.of(
            Records.with(
                site,
                "given",
                Map.of("style", new StudioSite.Given("dayo", Message.plain("--style")))));
    assertThat(setting("audio.lufs").path("value").asText()).isEqualTo("-18");
    assertThat(setting("audio.lufs").path("from").asText()).isEqualTo("zundacast.yaml:3");
    assertThat(setting("audio.lufs").path("usual").asText()).isEqualTo("-16");
    assertThat(setting("minutes").path("from").asText()).isEqualTo("default");
    assertThat(setting("minutes").path("value").asText()).isEqualTo("8");
    assertThat(setting("style").path("value").asText()).isEqualTo("dayo");
    assertThat(setting("style").path("from").asText()).isEqualTo("--style");
    for (String name :
        new String[] {
          "show.monday", "rewrite.url", "narrations", "audio.music.bed", "allow-mixed", "layout"
        }) {
      assertThat(setting(name).path("editable").asBoolean()).as(name).isTrue();
    }
    assertThat(setting("publish").path("editable").asBoolean()).isFalse();
  }

  @Test
  void theProgramsLanguageIsThatOfThePage() throws Exception {
    StudioOptions options = Records.with(OpenStudio.options(), "language", Optional.of("ja"));
    studio.close();
    try (Studio japanese = Studio.open(OpenStudio.site(folder, engine.url()), options)) {
      assertThat(japanese.entrance(post)).contains("/?lang=ja&open=" + KEY + "#");
      assertThat(japanese.entrance(folder)).contains("/?lang=ja#");
    }
  }

  @Test
  void aChangeIsShownBeforeItIsWrittenAndCommentsStay() throws Exception {
    String text = "# The show's.\nminutes: 8 # short\n";
    Files.writeString(file(), text);
    JsonNode shown = change("minutes", "12", "").json();
    assertThat(shown.path("diff").asText()).contains("-minutes: 8 # short", "+minutes: 12 # short");
    assertThat(file()).hasContent(text.strip());
    String base = shown.path("base").asText();
    assertThat(change("minutes", "12", base).code()).isEqualTo(200);
    assertThat(file()).hasContent("# The show's.\nminutes: 12 # short");
    assertThat(change("minutes", "13", base).json().path("error").path("message").asText())
        .isEqualTo("zundacast.yaml was changed meanwhile; it is left as it is");
    Answer wrong = change("minutes", "many", "");
    assertThat(wrong.code()).isEqualTo(422);
    assertThat(wrong.json().path("error").path("message").asText())
        .contains("minutes: expected a number but found 'many'");
    String now = change("minutes", "", "").json().path("base").asText();
    change("minutes", "", now);
    assertThat(file()).hasContent("# The show's.");
  }
}
