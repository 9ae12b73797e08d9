package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Words of the dictionary: heard before they are kept, taken back, and what they would cost. */
class StudioWordsTest extends StudioCase {
  private static final String WORD = "{\"word\":\"畑\",\"reading\":\"ハタケ\",\"accent\":0}";

  private static @Nullable MockResponse slowly(RecordedRequest request) {
    if (request.getUrl().encodedPath().equals("/synthesis")) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    }
    return null;
  }

  private String list() throws Exception {
    return Files.readString(folder.resolve("voices/readings.tsv"));
  }

  @Test
  void hearsAWordAsItIsReadAndAsItWouldBe() throws Exception {
    String before = list();
    JsonNode now = studio.post("/api/dictionary/hear", "{\"word\":\"畑\"}").json();
    JsonNode flat = studio.post("/api/dictionary/hear", WORD).json();
    JsonNode high = studio.post("/api/dictionary/hear", WORD.replace(":0}", ":1}")).json();
    JsonNode last = studio.post("/api/dictionary/hear", WORD.replace(":0}", ":3}")).json();
    assertThat(now.path("said").asText()).isEqualTo("畑が");
    assertThat(flat.path("said").asText()).isEqualTo("ハタケガ'");
    assertThat(high.path("said").asText()).isEqualTo("ハ'タケガ");
    assertThat(last.path("said").asText()).isEqualTo("ハタケ'ガ");
    for (JsonNode heard : new JsonNode[] {now, flat, high, last}) {
      assertThat(heard.path("millis").asLong()).isPositive();
      String clip = heard.path("clip").asText();
      assertThat(studio.get("/audio/clip/" + clip + ".wav").code()).isEqualTo(200);
    }
    assertThat(list()).isEqualTo(before);
  }

  @Test
  void aNoteStaysWithAWordThatIsReadOtherwise() throws Exception {
    Files.writeString(folder.resolve("voices/readings.tsv"), list() + "畑\tハタ\t0\tour farm\n");
    studio.post("/api/dictionary", WORD);
    assertThat(list()).contains("畑\tハタケ\t0\tour farm\n");
  }

  @Test
  void takesAChangeBackAndDoesItAgainAfterARestart() throws Exception {
    String before = list();
    studio.post("/api/dictionary", WORD);
    studio.post("/api/dictionary", WORD.replace("ハタケ", "ハタ"));
    assertThat(studio.get("/api/dictionary").json().path("undo").asText()).isEqualTo("畑");
    studio.close();
    studio = OpenStudio.of(folder, engine.url()).withEngine();
    assertThat(studio.post("/api/dictionary/undo", "{}").json().path("did").asText())
        .isEqualTo("畑");
    assertThat(list()).contains("畑\tハタケ\t0");
    Files.writeString(folder.resolve("voices/readings.tsv"), list() + "農園\tノーエン\n");
    studio.post("/api/dictionary/undo", "{}");
    assertThat(list()).isEqualTo(before + "農園\tノーエン\n");
    assertThat(studio.post("/api/dictionary/undo", "{}").code()).isEqualTo(422);
    studio.post("/api/dictionary/redo", "{}");
    studio.post("/api/dictionary/redo", "{}");
    assertThat(list()).contains("畑\tハタ\t0");
    studio.post("/api/dictionary", "{\"remove\":\"畑\"}");
    assertThat(studio.get("/api/dictionary").json().has("redo")).isFalse();
    studio.post("/api/dictionary/undo", "{}");
    assertThat(list()).contains("畑\tハタ\t0");
  }

  @Test
  void countsTheCostAsFastAsTheEngineWasLately() throws Exception {
    String dry = WORD.replace("}", ",\"dryRun\":true}");
    double usual = studio.post("/api/dictionary", dry).json().path("seconds").asDouble();
    double before = episode().path("secondsALetter").asDouble();
    engine.fault(StudioWordsTest::slowly);
    studio.post(EPISODE + "/line/a1.01/speak", "{}");
    double measured = episode().path("secondsALetter").asDouble();
    assertThat(measured).isGreaterThan(before);
    double now = studio.post("/api/dictionary", dry).json().path("seconds").asDouble();
    assertThat(now / usual)
        .isCloseTo(measured / before, org.assertj.core.data.Percentage.withPercentage(1));
  }
}
