package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.studio.OpenStudio.Answer;
import java.nio.file.Files;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** A studio over HTTP, as its page asks it. */
class StudioTest extends StudioCase {
  @Test
  void showsTheShowWithItsPosts() throws Exception {
    build();
    JsonNode show = studio.get("/api/show").json();
    assertThat(show.path("title").asText()).isEqualTo("そらまめ通信");
    JsonNode row = show.path("posts").path(0);
    assertThat(row.path("key").asText()).isEqualTo("2026-03-02-1.md");
    assertThat(row.path("script").asText()).isEqualTo("ok");
    assertThat(row.path("episode").asText()).isEqualTo("built");
  }

  @Test
  void showsAnEpisodeWithWhatItsLinesHave() throws Exception {
    build();
    JsonNode episode = studio.get("/api/episode/2026-03-02-1.md").json();
    assertThat(episode.path("sections").size()).isGreaterThan(2);
    JsonNode line = line(episode, "a1.01");
    assertThat(line.path("state").asText()).isEqualTo("spoken");
    assertThat(line.path("clip").asText()).hasSize(64);
    assertThat(line.path("startMillis").asLong()).isPositive();
    assertThat(episode.path("audio").path("millis").asLong()).isPositive();
  }

  @Test
  void changesALineAndSpeaksIt() throws Exception {
    JsonNode before = line(studio.get("/api/episode/2026-03-02-1.md").json(), "a1.01");
    String base = before.path("source").asText();
    Answer edited =
        studio.post(
            "/api/episode/2026-03-02-1.md/line/a1.01",
            "{\"base\":\"" + base + "\",\"written\":\"そら豆の話なのだ。\"}");
    assertThat(edited.code()).isEqualTo(200);
    assertThat(Files.readString(script())).contains("[a1.01] そら豆の話なのだ。");
    JsonNode spoken = studio.post("/api/episode/2026-03-02-1.md/line/a1.01/speak", "{}").json();
    assertThat(spoken.path("state").asText()).isEqualTo("spoken");
    assertThat(spoken.path("clip").asText()).isNotEqualTo(before.path("clip").asText());
    assertThat(spoken.path("takes").size()).isEqualTo(1);

    try (Response sound =
        studio
            .http()
            .newCall(
                studio
                    .request("/audio/clip/" + spoken.path("clip").asText() + ".wav")
                    .header("Range", "bytes=0-3")
                    .build())
            .execute()) {
      assertThat(sound.code()).isEqualTo(206);
      assertThat(sound.body().string()).isEqualTo("RIFF");
    }
    String peaks = "/audio/clip/" + spoken.path("clip").asText() + ".peaks";
    JsonNode drawn = studio.get(peaks).json();
    assertThat(drawn.size()).isGreaterThan(10);
  }

  @Test
  void takesAChangeBackAndDoesItAgain() throws Exception {
    String before = Files.readString(script());
    studio.post("/api/episode/2026-03-02-1.md/line/a1.01", "{\"written\":\"そら豆なのだ。\"}");
    String after = Files.readString(script());
    assertThat(studio.post("/api/episode/2026-03-02-1.md/undo", "{}").code()).isEqualTo(200);
    assertThat(Files.readString(script())).isEqualTo(before);
    assertThat(studio.post("/api/episode/2026-03-02-1.md/redo", "{}").code()).isEqualTo(200);
    assertThat(Files.readString(script())).isEqualTo(after);
  }

  @Test
  void refusesAChangeThatBeganWithAnotherText() throws Exception {
    Answer refused =
        studio.post(
            "/api/episode/2026-03-02-1.md/line/a1.01",
            "{\"base\":\"0000000000000000\",\"written\":\"枝豆なのだ。\"}");
    assertThat(refused.code()).isEqualTo(409);
    assertThat(refused.json().path("theirs").path("id").asText()).isEqualTo("a1.01");
    assertThat(Files.readString(script())).doesNotContain("枝豆なのだ。");
  }
}
