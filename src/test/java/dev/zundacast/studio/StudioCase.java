package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.studio.OpenStudio.Answer;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A studio with one built post of two articles, for tests of what its page asks. */
abstract class StudioCase {
  static final String KEY = "2026-03-02-1.md";
  static final String EPISODE = "/api/episode/" + KEY;

  @TempDir Path folder;
  TestEngine engine;
  OpenStudio studio;
  Path post;

  @BeforeEach
  void open() throws Exception {
    post = SampleSite.in(folder).post(1, 2);
    engine = TestEngine.with().start();
    OpenStudio.write(folder, post, engine);
    studio = OpenStudio.of(folder, engine.url()).withEngine();
  }

  @AfterEach
  void close() throws Exception {
    studio.close();
    engine.close();
  }

  /** Builds the episode from the page. */
  void build() throws Exception {
    studio.post("/api/build", "{\"keys\":[\"" + KEY + "\"]}");
    JsonNode job = awaitJob();
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
  }

  Path script() {
    return folder.resolve("scripts/2026-03-02-1.txt");
  }

  String scriptText() throws IOException {
    return Files.readString(script());
  }

  JsonNode episode() throws IOException {
    return studio.get(EPISODE).json();
  }

  JsonNode line(String id) throws IOException {
    return line(episode(), id);
  }

  static JsonNode line(JsonNode episode, String id) {
    return lines(episode).stream()
        .filter(line -> line.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line " + id + " in " + episode));
  }

  static List<JsonNode> lines(JsonNode episode) {
    List<JsonNode> lines = new ArrayList<>();
    episode.path("sections").forEach(section -> section.path("lines").forEach(lines::add));
    return lines;
  }

  static List<String> ids(JsonNode episode) {
    return lines(episode).stream().map(line -> line.path("id").asText()).toList();
  }

  Answer edit(String id, String fields) throws IOException {
    return studio.post(EPISODE + "/line/" + id, fields);
  }

  Answer lines(String fields) throws IOException {
    return studio.post(EPISODE + "/lines", fields);
  }

  /** Waits until an answer is like this. */
  JsonNode await(String path, Predicate<JsonNode> wanted) throws Exception {
    JsonNode last = studio.get(path).json();
    for (int i = 0; i < 2400 && !wanted.test(last); i++) {
      Thread.sleep(25);
      last = studio.get(path).json();
    }
    if (!wanted.test(last)) {
      throw new AssertionError(path + " stayed " + last);
    }
    return last;
  }

  /** The end of the last job. */
  JsonNode awaitJob() throws Exception {
    JsonNode jobs =
        await(
            "/api/jobs",
            all -> {
              String state = last(all).path("state").asText();
              return !state.equals("waiting") && !state.equals("running");
            });
    return last(jobs);
  }

  private static JsonNode last(JsonNode jobs) {
    return jobs.path("jobs").path(jobs.path("jobs").size() - 1);
  }
}
