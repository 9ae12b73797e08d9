package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.pipeline.publish.PublishSettings;
import dev.zundacast.studio.OpenStudio.Answer;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** Work on whole episodes from the page: build, check, fill, publish; words, voices, settings. */
class StudioWorkTest extends StudioCase {

  @Test
  void buildsAnEpisodeAndAfterAChangeOfALineJustThatLine() throws Exception {
    build();
    JsonNode audio = episode().path("audio");
    Answer mp3 = studio.get(audio.path("url").asText());
    assertThat(mp3.code()).isEqualTo(200);
    assertThat(mp3.headers().get("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(Files.readString(post)).contains("audio_file_size: " + audio.path("bytes").asText());
    assertThat(studio.get(audio.path("peaks").asText()).json().size()).isGreaterThan(100);
    assertThat(episode().path("loudness").asDouble()).isBetween(-20.0, -10.0);

    int before = engine.count("/synthesis");
    edit("a1.01", "{\"written\":\"べつの文なのだ。\"}");
    await("/api/show", show -> row(show).path("episode").asText().equals("stale"));
    assertThat(row(studio.get("/api/show").json()).path("stale").asText())
        .isEqualTo("script-edited");
    assertThat(studio.post(EPISODE + "/undo", "{}").json().has("stale")).isTrue();
    assertThat(episode().path("stale").asBoolean()).isFalse();
    assertThat(studio.post(EPISODE + "/redo", "{}").json().path("stale").asBoolean()).isTrue();
    JsonNode stale =
        row(await("/api/show", it -> row(it).path("script").asText().equals("edited")));
    assertThat(stale.path("script").asText()).isEqualTo("edited");
    assertThat(stale.path("loudness").asDouble()).isBetween(-20.0, -10.0);
    build();
    assertThat(engine.count("/synthesis") - before).isEqualTo(1);
    JsonNode built =
        row(await("/api/show", show -> row(show).path("episode").asText().equals("built")));
    assertThat(built.path("script").asText()).isEqualTo("ok");
  }

  private static JsonNode row(JsonNode show) {
    return show.path("posts").path(show.path("posts").size() - 1);
  }

  @Test
  void saysWhatTheShowsTemplateAndTablesSayNow() throws Exception {
    build();
    assertThat(scriptText()).contains("\n[a1.02] ").doesNotContain("また畑で会うのだ。");
    Path template = folder.resolve("voices/zundamon.txt");
    String goodbye = Files.readString(template).replace("また次の放送で会うのだ。", "また畑で会うのだ。");
    Files.writeString(template, goodbye);
    Files.writeString(folder.resolve("voices/not-said.tsv"), "小さな道具\n");
    build();
    assertThat(scriptText()).contains("また畑で会うのだ。", "\n# [a1.02] ");
  }

  @Test
  void buildsAnEpisodeWithoutALineThatIsDeletedMeanwhile() throws Exception {
    engine.slow(300);
    studio.post("/api/build", "{\"keys\":[\"" + KEY + "\"]}");
    await(EPISODE, it -> it.toString().contains("\"state\":\"speaking\""));
    studio.post(EPISODE + "/lines", "{\"action\":\"delete\",\"ids\":[\"closing.01\"]}");
    engine.slow(0);
    JsonNode job = awaitJob();
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
  }

  @Test
  void buildsSeveralPostsAndTellsWhichFailed() throws Exception {
    Path broken = SampleSite.in(folder).post(3, 1);
    Files.writeString(broken, Files.readString(broken).replace("audio_file_path", "audio_path"));
    studio.post("/api/build", "{\"keys\":[\"" + KEY + "\",\"" + broken.getFileName() + "\"]}");
    JsonNode job = awaitJob();
    assertThat(job.path("state").asText()).isEqualTo("failed");
    assertThat(job.path("message").asText()).contains("audio_file_path is missing");
    assertThat(episode().path("audio").path("millis").asLong()).isPositive();
  }

  @Test
  void givesABuildUp() throws Exception {
    for (int number = 2; number < 6; number++) {
      SampleSite.in(folder).post(number, 3);
    }
    StringBuilder keys = new StringBuilder();
    for (JsonNode row : studio.get("/api/show").json().path("posts")) {
      keys.append(keys.isEmpty() ? "" : ",").append(row.path("key"));
    }
    String job = studio.post("/api/build", "{\"keys\":[" + keys + "]}").json().path("job").asText();
    assertThat(studio.post("/api/jobs/" + job + "/cancel", "{}").code()).isEqualTo(204);
    assertThat(awaitJob().path("state").asText()).isEqualTo("cancelled");
  }

  @Test
  void checksAPostAndShowsWhatIsLeftToDo() throws Exception {
    build();
    JsonNode findings = studio.get("/api/check/" + KEY).json().path("findings");
    assertThat(findings.isArray()).isTrue();
    studio.post("/api/check", "{\"keys\":[\"" + KEY + "\"]}");
    assertThat(awaitJob().path("state").asText()).isEqualTo("done");
    assertThat(row(studio.get("/api/show").json()).path("findings").isInt()).isTrue();

    JsonNode sheet = studio.get(EPISODE + "/publish").json();
    assertThat(sheet.path("values").path("duration").asText()).matches("\"?\\d\\d:\\d\\d\"?");
    assertThat(sheet.path("tags").path("title").asText()).contains("そらまめ通信");
    assertThat(sheet.path("files").size()).isGreaterThan(2);
    assertThat(sheet.path("byHand").path(0).path("command").asText()).contains("git commit");
    assertThat(sheet.has("hindrance")).isFalse();
  }

  @Test
  void offersNoEpisodeToListenersThatIsStale() throws Exception {
    assertThat(hindrance()).isEqualTo("there is no episode of this post yet");
    build();
    edit("a1.01", "{\"written\":\"べつの文なのだ。\"}");
    assertThat(hindrance()).isEqualTo("its MP3 is not what its post and script say now");
    JsonNode sheet = studio.get(EPISODE + "/publish").json();
    assertThat(sheet.path("byHand")).isEmpty();
    JsonNode stale =
        studio.get("/api/check/" + KEY).json().path("findings").findParents("rule").stream()
            .filter(it -> it.path("rule").asText().equals("stale"))
            .findFirst()
            .orElseThrow();
    assertThat(stale.path("severity").asText()).isEqualTo("error");
    assertThat(stale.path("next").asText()).startsWith("run 'zundacast build ");
    studio.post(EPISODE + "/publish", "{}");
    assertThat(awaitJob().path("state").asText()).as("no steps are set up").isEqualTo("failed");
    build();
    assertThat(hindrance()).isEmpty();
  }

  private String hindrance() throws Exception {
    return studio.get(EPISODE + "/publish").json().path("hindrance").asText();
  }

  @Test
  void saysWhatBuildingSeveralWouldChange() throws Exception {
    build();
    Path other = SampleSite.in(folder).post(2, 1);
    String both = "{\"keys\":[\"" + KEY + "\",\"" + other.getFileName() + "\"],\"dryRun\":true}";
    JsonNode plan = studio.post("/api/build", both).json();
    assertThat(plan.path("keys").size()).isOne();
    assertThat(plan.path("keys").path(0).asText()).isEqualTo(other.getFileName().toString());
    assertThat(plan.path("lines").asInt()).isPositive();
    assertThat(plan.path("seconds").asDouble()).isPositive();
    assertThat(studio.get("/api/jobs").json().path("jobs").size()).isOne();
  }

  @Test
  void runsTheCommandsOfTheSettingsOnceTheyAreAllowed() throws Exception {
    Files.writeString(
        folder.resolve("zundacast.yaml"),
        "publish:\n  - name: keep\n    run: cp \"$ZUNDACAST_POST\" told.md\n");
    build();
    JsonNode sheet = studio.get(EPISODE + "/publish").json();
    assertThat(sheet.path("steps").path(0).path("step").asText()).isEqualTo("keep");
    assertThat(sheet.path("steps").path(0).path("done").asBoolean()).isFalse();
    assertThat(sheet.path("byHand")).isEmpty();

    studio.post(EPISODE + "/publish", "{}");
    assertThat(awaitJob().path("message").asText()).contains("these commands were not allowed");
    assertThat(folder.resolve("told.md")).doesNotExist();
    PublishSettings.of(new ShowFolder(folder)).trust(Trust.of(OpenStudio.env(folder)));
    studio.post(EPISODE + "/publish", "{}");
    assertThat(awaitJob().path("state").asText()).isEqualTo("done");
    assertThat(folder.resolve("told.md")).hasSameTextualContentAs(post);
    JsonNode after = studio.get(EPISODE + "/publish").json();
    assertThat(after.path("steps").path(0).path("done").asBoolean()).isTrue();
  }

  @Test
  void fillsAPostWhoseValuesWereLost() throws Exception {
    build();
    String right = Files.readString(post);
    Files.writeString(
        post,
        right
            .replaceFirst("audio_file_size: \\d+", "audio_file_size: 0")
            .replaceFirst("duration: \".*\"", "duration: \"00:00\""));
    studio.post("/api/fill", "{\"keys\":[\"" + KEY + "\"]}");
    assertThat(awaitJob().path("message").asText()).startsWith("1 filled");
    assertThat(Files.readString(post)).isEqualTo(right);
  }

  @Test
  void saysWhichSlidesAFillGaveTheirTimes() throws Exception {
    build();
    Files.writeString(folder.resolve("zundacast.yaml"), "slides: said/{post}.json\n");
    Path slides = Files.createDirectories(folder.resolve("said")).resolve("2026-03-02-1.json");
    String said =
        lines(episode()).stream()
            .map(line -> line.path("written").asText())
            .collect(Collectors.joining());
    Files.writeString(slides, "[{\"notes\": \"" + said + "\", \"start_ms\": 0, \"end_ms\": 0}]\n");
    studio.close();
    studio = OpenStudio.of(folder, engine.url()).withEngine();
    studio.post("/api/fill", "{\"keys\":[\"" + KEY + "\"]}");
    assertThat(awaitJob().path("message").asText())
        .contains("2026-03-02-1.json  times of its slides");
    assertThat(slides).content().containsPattern("\"end_ms\": [1-9]");
  }

  @Test
  void showsWhatAWordChangesBeforeItIsWritten() throws Exception {
    String word = "{\"word\":\"畑\",\"reading\":\"ハタケ\",\"accent\":0,\"dryRun\":true}";
    JsonNode impact = studio.post("/api/dictionary", word).json();
    assertThat(impact.path("lines").size()).isPositive();
    assertThat(impact.path("episodes").asInt()).isEqualTo(1);
    assertThat(impact.path("lines").path(0).path("key").asText()).isEqualTo(KEY);
    assertThat(folder.resolve("voices/readings.tsv")).content().doesNotContain("\n畑\t");

    studio.post("/api/dictionary", word.replace(",\"dryRun\":true", ""));
    assertThat(folder.resolve("voices/readings.tsv")).content().contains("畑\tハタケ\t0");
    assertThat(studio.get("/api/dictionary").text()).contains("\"word\":\"畑\"");
    String falling = word.replace("\"accent\":0", "\"accent\":1");
    JsonNode accents = studio.post("/api/dictionary", falling).json().path("lines").path(0);
    assertThat(accents.path("before").asText()).isEqualTo("ハタケ");
    assertThat(accents.path("after").asText()).isEqualTo("ハ'タケ");
    studio.post("/api/dictionary", "{\"remove\":\"畑\"}");
    assertThat(folder.resolve("voices/readings.tsv")).content().doesNotContain("畑\tハタケ");
  }

  @Test
  void readsAWordSoInOneEpisodeAlone() throws Exception {
    studio.post(
        "/api/dictionary",
        "{\"word\":\"畑\",\"reading\":\"はたけ\",\"only\":{\"key\":\"" + KEY + "\"}}");
    assertThat(scriptText()).contains("{畑|はたけ}");
    assertThat(folder.resolve("voices/readings.tsv")).content().doesNotContain("畑\tハタケ");
  }

  @Test
  void aVoiceIsHeardAsItWouldBeAndThenItsFileSaysSo() throws Exception {
    build();
    JsonNode voice = studio.get("/api/voices").json().path("voices").path(0);
    for (JsonNode each : studio.get("/api/voices").json().path("voices")) {
      voice = each.path("name").asText().equals("ずんだもん") ? each : voice;
    }
    Path file = Path.of(voice.path("file").asText());
    String before = Files.readString(file);
    String wanted =
        "{\"name\":\"ずんだもん\",\"parameters\":{\"speed\":1.2,\"pitch\":0,\"intonation\":1,"
            + "\"volume\":1,\"pauseScale\":1}}";
    JsonNode heard = studio.post("/api/voices/hear", wanted).json();
    assertThat(heard.path("said").asText()).startsWith("こんにちは、ずんだもんなのだ。");
    assertThat(studio.get("/audio/clip/" + heard.path("clip").asText() + ".wav").code())
        .isEqualTo(200);
    RecordedRequest sent = engine.requests("/synthesis").get(engine.count("/synthesis") - 1);
    assertThat(sent.getBody().utf8()).contains("\"speedScale\":1.2");
    assertThat(file).hasContent(before);

    assertThat(studio.post("/api/voices", wanted).code()).isEqualTo(200);
    assertThat(file).content().isEqualTo(before.replace("speed: 1.0", "speed: 1.2"));
    assertThat(line("a1.01").path("state").asText()).isEqualTo("changed");
    String fast = wanted.replace("1.2", "9");
    assertThat(studio.post("/api/voices", fast).code()).isEqualTo(422);
    assertThat(studio.post("/api/voices", "{\"name\":\"ずんだもん\"}").code()).isEqualTo(400);
  }

  @Test
  void aVoiceIsMadeOfACharacterInAStyleAndHeard() throws Exception {
    JsonNode voices = studio.get("/api/voices").json();
    assertThat(voices.path("folder").asText()).isEqualTo(folder.resolve("voices").toString());
    JsonNode offered = voices.path("characters").path(0);
    String character = offered.path("name").asText();
    String style = offered.path("styles").path(offered.path("styles").size() - 1).asText();
    String wanted = Json.text(Map.of("name", " もうひとり ", "character", character, "style", style));
    JsonNode made = studio.post("/api/voices/new", wanted).json();
    Path file = folder.resolve("voices/もうひとり.yaml");
    assertThat(made.path("made").asText()).isEqualTo(file.toString());
    assertThat(file).content().contains("character: '" + character, "style: '" + style);
    assertThat(folder.resolve("voices/もうひとり.txt")).content().contains("もうひとり");
    assertThat(made.path("voices").findValuesAsText("name")).contains("もうひとり");
    String usual = "{\"speed\":1,\"pitch\":0,\"intonation\":1,\"volume\":1,\"pauseScale\":1}";
    String named = "{\"name\":\"もうひとり\",\"parameters\":" + usual + "}";
    JsonNode heard = studio.post("/api/voices/hear", named).json();
    assertThat(heard.path("said").asText()).startsWith("こんにちは、もうひとりです。");

    assertThat(refusal(wanted)).contains("there is a voice 'もうひとり' already");
    assertThat(refusal(wanted.replace(" もうひとり ", "も/り"))).contains("cannot be a voice's name");
    assertThat(refusal(wanted.replace(" もうひとり ", "べつ").replace(style, "ない")))
        .contains(character + " has no style 'ない'; there are");
    assertThat(refusal("{\"name\":\"べつ\",\"character\":\"いない\"}"))
        .contains("there is no character 'いない'");
  }

  private String refusal(String wanted) throws IOException {
    Answer answer = studio.post("/api/voices/new", wanted);
    assertThat(answer.code()).isBetween(400, 422);
    return answer.json().path("error").path("message").asText();
  }

  @Test
  void showsVoicesEnginesAndSettings() throws Exception {
    JsonNode voice = studio.get("/api/voices").json().path("voices").path(0);
    assertThat(voice.path("parameters").path("speed").isNumber()).isTrue();
    JsonNode one = studio.get("/api/engines").json().path("engines").path(0);
    assertThat(one.path("state").asText()).isEqualTo("up");
    assertThat(one.path("queue").asInt()).isZero();
    assertThat(studio.get("/api/settings").text()).contains("audio.lufs", "zundacast.yaml");
  }

  @Test
  void showsAllEnginesOfAPool() throws Exception {
    try (TestEngine other = TestEngine.with().start();
        OpenStudio two = OpenStudio.of(folder, engine.url(), other.url()).withEngine()) {
      JsonNode engines = two.get("/api/engines").json().path("engines");
      assertThat(engines.findValuesAsText("url")).containsExactly(engine.url(), other.url());
      assertThat(engines.path(1).path("speakers").size()).isPositive();
    }
  }
}
