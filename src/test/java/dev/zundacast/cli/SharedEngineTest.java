package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.SafePath;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several builds, and a person, at one engine and its one dictionary. */
class SharedEngineTest {
  @TempDir Path folder;
  private SampleSite site;
  private TestEngine engine;
  private Path voices;

  @BeforeEach
  void open() throws IOException {
    site = SampleSite.in(folder.resolve("site"));
    engine = TestEngine.with().millisPerLine(20).start();
    voices = Files.createDirectories(folder.resolve("voices"));
    try (var files = Files.list(SampleSite.voices())) {
      for (Path file : files.toList()) {
        Files.copy(file, voices.resolve(file.getFileName()));
      }
    }
    // The word of one post is a part of the other's.
    Files.writeString(voices.resolve("readings.tsv"), "小さな\tマメノ\t1\t\nそら豆\tソラマメノマメ\t5\t\n");
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Shell shell() {
    return Shell.building(folder).env("ZUNDACAST_VOICES", voices.toString());
  }

  private Shell.Result build(Path post, String... more) {
    List<String> args = new ArrayList<>(List.of("build", post.toString()));
    args.addAll(List.of("--engine", engine.url()));
    args.addAll(List.of(more));
    return shell().run(args.toArray(String[]::new));
  }

  private Path post(int number, String word, String other) throws IOException {
    Path post = site.post(number, 1);
    Files.writeString(post, Files.readString(post).replace(other, word));
    return post;
  }

  private List<String> surfaces() {
    return engine.words().values().stream().map(word -> word.path("surface").asText()).toList();
  }

  private static ObjectNode word(String surface, int accent) {
    return new ObjectMapper()
        .createObjectNode()
        .put("surface", surface)
        .put("pronunciation", surface)
        .put("accent_type", accent)
        .put("priority", 5)
        .put("context_id", 1348);
  }

  @Test
  void eightBuildsOfDifferentPostsAtOnceMakeEightEpisodesAndLoseNoWord() throws Exception {
    List<Path> posts = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      posts.add(i % 2 == 0 ? post(i, "小さな", "そら豆") : post(i, "そら豆", "小さな"));
    }
    ExecutorService runs = Executors.newFixedThreadPool(8);
    List<Future<Shell.Result>> results = new ArrayList<>();
    posts.forEach(post -> results.add(runs.submit(() -> build(post))));
    for (Future<Shell.Result> result : results) {
      assertThat(result.get().code()).as(result.get().err()).isZero();
    }
    runs.shutdown();
    for (int i = 1; i <= 8; i++) {
      assertThat(site.root().resolve("audio/そらまめ_" + i + ".mp3")).exists();
    }
    assertThat(surfaces()).contains("マメノ", "ソラマメノマメ");
    assertThat(engine.requests()).noneMatch(request -> "DELETE".equals(request.getMethod()));
  }

  @Test
  void aWordThatAPersonPutIntoTheEngineWinsWithANote() throws IOException {
    engine.words().put("aa", word("ソラマメノマメ", 2));
    Shell.Result built = build(site.post(1, 1));
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(built.out() + built.err())
        .contains("its dictionary has a word of somebody else's for ソラマメノマメ, which is kept");
    assertThat(engine.words().values())
        .filteredOn(word -> word.path("surface").asText().equals("ソラマメノマメ"))
        .hasSize(1);
    assertThat(build(site.post(1, 1)).out()).contains("0 clips made");
  }

  @Test
  void wordsOfOursAreTakenOutWhenSettingsOrAPersonSaySo() throws IOException {
    engine.words().put("aa", word("モチ", 1));
    build(site.post(1, 1));
    assertThat(surfaces()).contains("ソラマメノマメ", "モチ");
    Shell.Result cleaned = shell().run("dict", "clean", "--engine", engine.url());
    assertThat(cleaned.code()).as(cleaned.err()).isZero();
    assertThat(cleaned.err()).contains("words of ours taken out");
    assertThat(surfaces()).containsExactly("モチ");

    build(site.post(2, 1));
    assertThat(surfaces()).contains("ソラマメノマメ");
    Files.writeString(site.root().resolve("zundacast.yaml"), "engine-dictionary: false\n");
    build(site.post(3, 1));
    assertThat(surfaces()).containsExactly("モチ");
  }

  @Test
  void whoIsAtWorkStandsInAFolderOfTheUsersOwn() throws IOException {
    Path running = folder.resolve("data/running");
    List<String> seen = new ArrayList<>();
    engine.fault(
        request -> {
          seen.add(permissions(running));
          return null;
        });
    Shell.Result built =
        shell()
            .env("ZUNDACAST_DATA", folder.resolve("data").toString())
            .run("build", site.post(1, 1).toString(), "--engine", engine.url());
    assertThat(built.code()).as(built.err()).isZero();
    assertThat(seen).contains("rwx------ 1");
    assertThat(running).isEmptyDirectory();
  }

  private static String permissions(Path folder) {
    try {
      String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
      return permissions + " " + SafePath.named(".*", folder).size();
    } catch (IOException notThere) {
      return "none";
    }
  }

  @Test
  void aVersionThatChangesWithTheLastLineIsRefused() throws IOException {
    AtomicBoolean once = new AtomicBoolean();
    Path post = site.post(1, 1);
    assertThat(build(post).code()).isZero();
    int lines = engine.count("/synthesis");
    engine.close();
    try (TestEngine other = TestEngine.with().version("0.99").start()) {
      other.fault(
          request -> {
            if (request.getUrl().encodedPath().equals("/synthesis")
                && other.count("/synthesis") == lines
                && !once.getAndSet(true)) {
              other.becomeVersion("1.0");
            }
            return null;
          });
      Shell.Result built =
          shell().run("build", post.toString(), "--force", "--engine", other.url());
      assertThat(once).isTrue();
      assertThat(built.code()).as(built.out()).isEqualTo(1);
      assertThat(built.err()).contains("changed from version 0.99 to 1.0 meanwhile");
    }
  }

  @Test
  void wordsLostAndAForeignOneAddedAtOnceAreRefused() throws IOException {
    AtomicBoolean once = new AtomicBoolean();
    engine.fault(
        request -> {
          if (request.getUrl().encodedPath().equals("/audio_query")
              && engine.asked().stream().anyMatch(text -> text.contains("ソラマメノマメ"))
              && !once.getAndSet(true)) {
            synchronized (engine.words()) {
              engine.words().clear();
              // It touches later lines, not the one that shows that words are lost.
              engine.words().put("aa", word("バイバイ", 1));
            }
          }
          return null;
        });
    Shell.Result built = build(site.post(1, 1));
    assertThat(once).isTrue();
    assertThat(built.code()).as(built.out()).isEqualTo(1);
    assertThat(built.err()).contains("has other words in its dictionary");
  }
}
