package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** What the studio says to a page in Japanese: no sentence of it is in English. */
class StudioLanguageTest extends StudioCase {
  /** Three words of English in a row. */
  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z']{2,} [a-z']{2,} [a-z']{2,}");

  /** Where sentences stand, all else are names and values. */
  private static final List<String> SENTENCES =
      List.of("message", "next", "label", "found", "from", "undo", "redo", "did", "what");

  private JsonNode japanese(String path) throws IOException {
    return studio.send(studio.request(path).header("Accept-Language", "ja").build()).json();
  }

  private JsonNode japanese(String path, String body) throws IOException {
    Request request =
        studio
            .request(path)
            .header("Accept-Language", "ja")
            .header("X-Zundacast", "1")
            .post(RequestBody.create(body, OpenStudio.JSON))
            .build();
    return studio.send(request).json();
  }

  /** A command is typed as it is in any language. */
  private static boolean isEnglish(String sentence) {
    return ENGLISH.matcher(sentence.replaceAll("zundacast [ -~]*", "")).find();
  }

  private static List<String> sentences(JsonNode answer) {
    List<String> all = new ArrayList<>();
    SENTENCES.forEach(name -> answer.findValues(name).forEach(it -> add(all, it)));
    answer.findValues("error").forEach(it -> add(all, it));
    return all;
  }

  private static void add(List<String> all, JsonNode value) {
    if (value.isTextual() && !value.asText().isEmpty()) {
      all.add(value.asText());
    }
    if (value.isArray()) {
      value.forEach(one -> add(all, one));
    }
  }

  private static void isJapanese(JsonNode answer) {
    assertThat(sentences(answer))
        .as(answer.toString())
        .isNotEmpty()
        .noneMatch(StudioLanguageTest::isEnglish);
  }

  @Test
  void saysFindingsInJapanese() throws Exception {
    edit("a1.01", "{\"written\":\"Henlokuと🫛のことなのだ。\"}");
    isJapanese(line(japanese(EPISODE), "a1.01"));
    isJapanese(japanese("/api/check/" + KEY));
    assertThat(line("a1.01").path("findings").toString()).contains("a guess");
  }

  @Test
  void saysInJapaneseWhatFailed() throws Exception {
    isJapanese(japanese("/api/episode/nothing.md"));
    isJapanese(japanese(EPISODE + "/line/a9.99"));
    isJapanese(japanese(EPISODE + "/line/a1.01", "{\"speaker\":\"だれか\"}"));
    isJapanese(japanese(EPISODE + "/line/a1.01", "{\"speed\":99}"));
    isJapanese(japanese(EPISODE + "/line/a1.01", "{\"base\":\"another\",\"written\":\"文。\"}"));
    String phrase = "{\"moras\":[{\"text\":\"Q\"}],\"accent\":1,\"pause\":false}";
    isJapanese(japanese(EPISODE + "/accents", "{\"line\":\"a1.01\",\"phrases\":[" + phrase + "]}"));
    isJapanese(japanese("/api/build", "{\"keys\":[]}"));
    isJapanese(japanese("/api/dictionary", "{\"remove\":\"ない言葉\"}"));
    isJapanese(japanese("/api/dictionary", "{\"word\":\"畑\",\"reading\":\"field\"}"));
    isJapanese(japanese(EPISODE + "/lines", "{\"action\":\"takeIn\",\"ids\":[\"a9.99\"]}"));
    Files.writeString(script(), scriptText() + "\n@nonsense\n== \n");
    isJapanese(japanese(EPISODE));
  }

  @Test
  void saysTheEnginesFailureInJapaneseWithTheEnginesOwnWords() throws Exception {
    engine.failAlways(
        "/audio_query", dev.zundacast.testkit.TestEngine.json(500, "{\"detail\":\"だめ\"}"));
    JsonNode failed = japanese(EPISODE + "/line/a1.01/speak", "{}");
    isJapanese(failed);
    assertThat(failed.path("error").asText()).contains("だめ");
  }

  @Test
  void saysInJapaneseWhatUndoTakesBack() throws Exception {
    for (String change :
        List.of(
            "{\"action\":\"duplicate\",\"ids\":[\"a1.01\"]}",
            "{\"action\":\"approve\",\"ids\":[\"a1.01\",\"a1.02\",\"a2.01\",\"a2.02\"]}",
            "{\"action\":\"leaveOut\",\"ids\":[\"a1.01\"]}",
            "{\"action\":\"takeIn\",\"ids\":[\"a1.01\"]}",
            "{\"action\":\"addSection\",\"title\":\"題\",\"text\":\"文。\"}")) {
      isJapanese(japanese(EPISODE + "/lines", change));
    }
    isJapanese(japanese(EPISODE + "/undo", "{}"));
    isJapanese(japanese(EPISODE + "/redo", "{}"));
  }

  @Test
  void saysJobsPublishingAndSettingsInJapanese() throws Exception {
    build();
    isJapanese(japanese("/api/jobs"));
    studio.post("/api/check", "{\"keys\":[\"" + KEY + "\"]}");
    awaitJob();
    studio.post("/api/fill", "{\"keys\":[\"" + KEY + "\"]}");
    awaitJob();
    isJapanese(japanese("/api/jobs"));
    isJapanese(japanese(EPISODE + "/publish"));
    isJapanese(japanese("/api/settings"));
    assertThat(japanese("/api/voices").findValuesAsText("found"))
        .noneMatch(StudioLanguageTest::isEnglish);
  }

  @Test
  void tellsNewsInTheLanguageOfEachTab() throws Exception {
    try (NewsClient english = NewsClient.of(studio);
        NewsClient japanese = NewsClient.of(studio, "ja")) {
      studio.post("/api/check", "{\"keys\":[\"" + KEY + "\"]}");
      assertThat(ended(english)).contains("finding");
      assertThat(ended(japanese)).contains("指摘");
    }
  }

  private static String ended(NewsClient tab) throws Exception {
    return tab.await(
            it -> it.event().equals("job") && it.data().path("state").asText().equals("done"))
        .data()
        .path("message")
        .asText();
  }
}
