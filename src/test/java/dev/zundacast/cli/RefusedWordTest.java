package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Engines that refuse a word of the reading list, for reasons that nobody knows. */
class RefusedWordTest extends SiteCase {
  private static final String NAMED =
      "readings.tsv:3: the reading 'シュウカク' of '収穫' is refused by the engine";

  private String post;

  @BeforeEach
  void open() throws IOException {
    post = site.post(3, 1).toString();
    Path list = site.root().resolve("_zundacast/readings.tsv");
    Files.createDirectories(list.resolveSibling(""));
    Files.writeString(list, "# ours\nそら豆\tソラマメ\t2\n収穫\tシュウカク\t1\n小さな\tチイサナ\t1\n");
  }

  private Shell.Result build(String... more) {
    List<String> args = new ArrayList<>(List.of("build", post, "--engine", engine.url()));
    args.addAll(List.of(more));
    Shell.Result built =
        new Shell(folder)
            .env("ZUNDACAST_HOME", SampleSite.voices().resolveSibling("").toString())
            .run(args.toArray(String[]::new));
    assertThat(built.code()).as(built.err()).isZero();
    return built;
  }

  private List<String> surfaces() {
    return engine.words().values().stream().map(word -> word.path("surface").asText()).toList();
  }

  private void refuse(String path, String word) {
    engine.fault(
        request ->
            request.getUrl().encodedPath().equals(path) && holds(request, word)
                ? TestEngine.json(422, "{\"detail\":\"無効な発音です。\"}")
                : null);
  }

  private static boolean holds(RecordedRequest request, String word) {
    String text = request.getUrl().queryParameter("text");
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    return (text == null ? body : text).contains(word);
  }

  @Test
  void aWordThatIsRefusedWhenItIsRegisteredCostsThatWord() {
    refuse("/import_user_dict", "シュウカク");
    assertThat(build("-q").err()).contains(NAMED, "無効な発音です。", "its accent is left out");
    assertThat(surfaces()).contains("ソラマメ", "チイサナ").doesNotContain("シュウカク");
    int spoken = engine.count("/synthesis");
    assertThat(build("--force").out()).contains(": 0 clips made");
    assertThat(engine.count("/synthesis")).isEqualTo(spoken);
  }

  @Test
  void aWordWithWhichEveryQueryIsRefusedCostsThatWord() {
    refuse("/audio_query", "シュウカク");
    assertThat(build().err()).contains(NAMED, "無効な発音です。");
    assertThat(engine.asked()).anyMatch(text -> text.contains("しゅうかく"));
    assertThat(surfaces()).contains("シュウカク");
    assertThat(build("--force").out()).contains(": 0 clips made");
  }

  @Test
  void anEngineThatRefusesEveryWordIsSaidOnce() {
    refuse("/import_user_dict", "");
    Shell.Result built = build();
    assertThat(built.err()).containsOnlyOnce("無効な発音です。").doesNotContain("readings.tsv:");
    assertThat(surfaces()).isEmpty();
    assertThat(build("--force").out()).contains(": 0 clips made");
  }
}
