package dev.zundacast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Measures the studio over an hour's episode as a person meets it, its server a process of its own:
 * from Enter to the sound of a changed line, without the engine's own time, and from there to the
 * finished MP3: {@code mvn test -Dtest=StudioBench}.
 */
class StudioBench {
  /** As many as make an hour of lines that are as long as a real show's. */
  private static final int ARTICLES = 28;

  private static final int ROUNDS = 15;
  private static final int ENGINE_MILLIS = 100;
  private static final String EPISODE = "/api/episode/2026-03-02-1.md";
  private static final MediaType JSON = MediaType.get("application/json");

  @TempDir Path folder;

  private final OkHttpClient http =
      new OkHttpClient.Builder().readTimeout(Duration.ofMinutes(10)).build();
  private String address = "";
  private String cookie = "";

  @ParameterizedTest
  @ValueSource(strings = {"lame", "jump3r"})
  void changingOneLine(String encoder) throws Exception {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    site.longPost(1, ARTICLES);
    // Every sentence is said, however long that takes.
    Files.writeString(site.root().resolve("zundacast.yaml"), "minutes: 0\n");
    try (TestEngine engine = TestEngine.with().natural().start()) {
      Process studio = start(site, engine, encoder);
      try (BufferedReader said = studio.inputReader(StandardCharsets.UTF_8)) {
        login(said.lines().filter(row -> row.startsWith("studio: ")).findFirst().orElseThrow());
        measure(engine, encoder);
      } finally {
        studio.destroy();
        studio.waitFor();
      }
    }
  }

  private Process start(SampleSite site, TestEngine engine, String encoder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of("zundacast").toAbsolutePath().toString(),
            "studio",
            site.root().toString(),
            "--no-open",
            "--engine",
            engine.url(),
            "--out",
            folder.resolve("out").toString(),
            "--scripts",
            folder.resolve("scripts").toString());
    builder.environment().put("ZUNDACAST_ENCODER", encoder);
    return builder.redirectError(folder.resolve("said.txt").toFile()).start();
  }

  private void login(String row) throws IOException {
    URI entrance = URI.create(row.substring("studio: ".length()));
    address = "http://" + entrance.getAuthority();
    String token = Json.text(Map.of("token", entrance.getFragment()));
    try (Response answer = http.newCall(post("/api/session", token)).execute()) {
      cookie = String.valueOf(answer.header("Set-Cookie")).split(";", 2)[0];
    }
  }

  private void measure(TestEngine engine, String encoder) throws IOException {
    while (!ask(get("/api/show")).at("/engine/state").asText().equals("up")) {
      Thread.onSpinWait();
    }
    build();
    JsonNode audio = ask(get(EPISODE)).path("audio");
    List<Double> sound = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    engine.slow(ENGINE_MILLIS);
    for (int round = 0; round < ROUNDS; round++) {
      sound.add(sound(round) - ENGINE_MILLIS / 1000.0);
      whole.add(build());
    }
    System.out.printf(
        Locale.ROOT,
        "studio, %.1f min, %s%n  from Enter to the sound    %.3f s (best %.3f, worst %.3f)%n"
            + "  from there to the MP3      %.3f s (best %.3f, worst %.3f)%n",
        audio.path("millis").asLong() / 60_000.0,
        encoder,
        middle(sound),
        sound.get(0),
        sound.get(ROUNDS - 1),
        middle(whole),
        whole.get(0),
        whole.get(ROUNDS - 1));
  }

  /** What Enter does: the line is edited, spoken, and its sound is fetched. */
  private double sound(int round) throws IOException {
    String line = EPISODE + "/line/a5.05";
    String text = "朝早くから開いている町の市場では、" + (100 + round) + "粒の豆の値段が半分になったのだ。";
    long begun = System.nanoTime();
    ask(post(line, Json.text(Map.of("base", "", "written", text))));
    String clip = ask(post(line + "/speak", "{}")).path("clip").asText();
    try (Response wav = http.newCall(get("/audio/clip/" + clip + ".wav")).execute()) {
      assertThat(wav.body().source().request(44)).isTrue();
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  /** Builds the episode, and waits for the news that it is there. */
  private double build() throws IOException {
    Request events = get("/api/events").newBuilder().header("Accept", "text/event-stream").build();
    try (Response news = http.newCall(events).execute()) {
      BufferedSource source = news.body().source();
      long begun = System.nanoTime();
      ask(post("/api/build", "{\"keys\":[\"2026-03-02-1.md\"]}"));
      for (String row = source.readUtf8Line(); row != null; row = source.readUtf8Line()) {
        if (row.startsWith("data:") && row.contains("\"what\":\"build\"")) {
          assertThat(row).doesNotContain("\"state\":\"failed\"");
          if (row.contains("\"state\":\"done\"")) {
            return (System.nanoTime() - begun) / 1e9;
          }
        }
      }
      throw new AssertionError("the news ended before the build");
    }
  }

  private static double middle(List<Double> seconds) {
    seconds.sort(null);
    return seconds.get(seconds.size() / 2);
  }

  private Request get(String path) {
    return new Request.Builder().url(address + path).header("Cookie", cookie).build();
  }

  private Request post(String path, String json) {
    return new Request.Builder()
        .url(address + path)
        .header("Cookie", cookie)
        .header("X-Zundacast", "1")
        .post(RequestBody.create(json, JSON))
        .build();
  }

  private JsonNode ask(Request request) throws IOException {
    try (Response answer = http.newCall(request).execute()) {
      String text = answer.body().string();
      assertThat(answer.code()).as(text).isEqualTo(200);
      return Json.tree(text);
    }
  }
}
