package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.episode.Sound;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences that engines misread, sent as a build sends them and heard by the draft engine. */
class HeardSentencesTest {
  private static final String SENTENCES = "/dev/zundacast/reading/kanji/sentences.tsv";

  @TempDir Path data;

  private static List<String[]> sentences() throws IOException {
    try (var in =
        Objects.requireNonNull(
            HeardSentencesTest.class.getResourceAsStream(SENTENCES), SENTENCES)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }

  /** What is not heard in these sentences, each with the kana that is. */
  private List<String> misread(String engine, List<String[]> sentences) throws IOException {
    StringBuilder input = new StringBuilder();
    sentences.forEach(sentence -> input.append(sentence[1]).append('\n'));
    Path folder = Files.createDirectories(data.resolve("show"));
    Shell.Result result =
        new Shell(folder)
            .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
            .input(input.toString())
            .run("read", "--heard", "--engine", engine);
    assertThat(result.code()).as(result.err()).isZero();
    List<String> heard = result.out().lines().toList();
    List<String> misread = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      String kana = heard.get(i).split("\t", -1)[2].replaceAll("['/_、？]", "");
      if (!Sound.folded(kana).contains(Sound.folded(sentences.get(i)[0]))) {
        misread.add(sentences.get(i)[0] + " " + kana);
      }
    }
    return misread;
  }

  @Test
  void areHeardWithoutAVoiceThatSpeaks() throws IOException {
    try (DraftClient engine =
        DraftClient.start(data, Map.of("ZUNDACAST_HTS_ENGINE", "/bin/false"))) {
      Shell.Result result =
          new Shell(data)
              .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
              .input("これはテストです。\n\n雨が降る。\n")
              .run("read", "--heard", "--engine", engine.url());
      assertThat(result.code()).as(result.err()).isZero();
      assertThat(result.out().lines().map(line -> line.split("\t", -1)[2]))
          .containsExactly("コレワ'/テ'_ストデ_ス", "", "ア'メガ/フ'ル");
    }
  }

  @Test
  void areHeardRightWithAndWithoutADictionary() throws IOException {
    try (DraftClient engine = DraftClient.start(data);
        MockWebServer closed = new MockWebServer();
        MockWebServer aivis = new MockWebServer()) {
      closed.setDispatcher(new EngineInFront(engine.url()));
      closed.start();
      aivis.setDispatcher(new AivisInFront(engine.url()));
      aivis.start();
      // The closed ones first: the other one keeps the words that it is given.
      List<String[]> all = sentences();
      List<String[]> some =
          IntStream.range(0, all.size() / 4).mapToObj(i -> all.get(4 * i)).toList();
      assertThat(misread("http://127.0.0.1:" + closed.getPort(), some)).as("closed").isEmpty();
      assertThat(misread("http://127.0.0.1:" + aivis.getPort(), some)).as("AivisSpeech").isEmpty();
      assertThat(misread(engine.url(), all)).as("open").isEmpty();
    }
  }
}
