package dev.zundacast.studio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.testkit.Records;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A studio of a small show with an engine for tests, and a client that was let in. */
final class OpenStudio implements AutoCloseable {
  static final MediaType JSON = MediaType.get("application/json");

  private final Studio studio;
  private final OkHttpClient http =
      new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(30)).build();
  private final String cookie;

  /** An answer with what it holds. */
  record Answer(int code, JsonNode json, String text, okhttp3.Headers headers) {}

  private OpenStudio(Studio studio) throws IOException {
    this.studio = studio;
    this.cookie = login();
  }

  /** A studio of a site whose scripts and so on lie in the folder. */
  static OpenStudio of(Path folder, String... engines) throws IOException {
    return of(site(folder, engines));
  }

  static OpenStudio of(StudioSite site) throws IOException {
    return new OpenStudio(Studio.open(site, options()));
  }

  static StudioOptions options() {
    return new StudioOptions(StudioOptions.LOOPBACK, 0, Optional.empty(), Optional.empty());
  }

  static StudioSite site(Path folder, String... engines) throws IOException {
    ShowFolder show = new ShowFolder(folder);
    Settings settings = Settings.of(folder);
    BuildOptions build =
        new BuildOptions(
            Optional.of(folder),
            settings.script(),
            settings.audio(),
            BuildOptions.Redo.WHEN_CHANGED,
            BuildOptions.Length.ANY,
            settings.sidecars(),
            List.of(engines),
            BuildOptions.Values.WRITTEN);
    Path voices = voices(folder);
    Workspace workspace =
        new Workspace(
            List.of(voices),
            List.of(voices.resolve("readings.tsv")),
            folder.resolve("scripts"),
            folder.resolve("out"));
    return new StudioSite(show, workspace, build, source(engines), Map.of(), env(folder));
  }

  /** An environment whose user has a folder of the test's. */
  static Map<String, String> env(Path folder) {
    String data = folder.resolve(".data").toString();
    return Map.of("PATH", System.getenv("PATH"), "ZUNDACAST_DATA", data);
  }

  private static Path voices(Path folder) throws IOException {
    Path own = Files.createDirectories(folder.resolve("voices"));
    try (var all = Files.walk(SampleSite.voices())) {
      for (Path file : all.toList()) {
        Path copy = own.resolve(SampleSite.voices().relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!Files.exists(copy)) {
          Files.copy(file, copy);
        }
      }
    }
    return own;
  }

  private static EngineKeeper.Source source(String... engines) {
    PoolOptions options = Records.with(PoolOptions.USUAL, "patience", Duration.ofSeconds(2));
    return new EngineKeeper.Source(
        String.join(", ", engines), () -> EnginePool.open(List.of(engines), options));
  }

  private String login() throws IOException {
    String token = URI.create(studio.entrance(Path.of("show"))).getFragment();
    Request login =
        new Request.Builder()
            .url(address("/api/session"))
            .header("X-Zundacast", "1")
            .post(RequestBody.create("{\"token\":\"" + token + "\"}", JSON))
            .build();
    try (Response answer = http.newCall(login).execute()) {
      return String.valueOf(answer.header("Set-Cookie")).split(";", 2)[0];
    }
  }

  Studio studio() {
    return studio;
  }

  OkHttpClient http() {
    return http;
  }

  String address(String path) {
    return studio.address() + path.substring(1);
  }

  /** A request of the client that was let in. */
  Request.Builder request(String path) {
    return new Request.Builder().url(address(path)).header("Cookie", cookie);
  }

  Answer send(Request request) throws IOException {
    try (Response answer = http.newCall(request).execute()) {
      String text = answer.body().string();
      boolean json = String.valueOf(answer.header("Content-Type")).startsWith("application/json");
      return new Answer(answer.code(), Json.tree(json ? text : "{}"), text, answer.headers());
    }
  }

  Answer get(String path) throws IOException {
    return send(request(path).build());
  }

  Answer post(String path, String json) throws IOException {
    return send(
        request(path).header("X-Zundacast", "1").post(RequestBody.create(json, JSON)).build());
  }

  /** Waits until the engine is there. */
  OpenStudio withEngine() throws Exception {
    for (int i = 0; i < 2400; i++) {
      if (get("/api/show").json().path("engine").path("state").asText().equals("up")) {
        return this;
      }
      Thread.sleep(25);
    }
    throw new AssertionError(get("/api/show").text());
  }

  /** Writes a post's script before the studio is opened. */
  static void write(Path folder, Path post, TestEngine engine) throws IOException {
    StudioSite site = site(folder, engine.url());
    try (EnginePool pool = EnginePool.open(List.of(engine.url()), PoolOptions.USUAL)) {
      new dev.zundacast.pipeline.episode.Build(
              dev.zundacast.pipeline.Stages.open(site.workspace()),
              () -> pool,
              dev.zundacast.episode.Progress.SILENT,
              dev.zundacast.disk.SharedStore.NONE)
          .write(post, site.build());
    }
  }

  @Override
  public void close() throws IOException {
    studio.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }
}
