package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.Shell;
import dev.zundacast.episode.Sound;
import dev.zundacast.testkit.SampleSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sentences that engines misread, sent as a build sends them and heard by the draft engine. */
class HeardSentencesTest {
  private static final String SENTENCES = "/dev/zundacast/reading/kanji/sentences.tsv";

  @TempDir Path data;

  /** An engine in front of another one whose dictionary nobody may change. */
  private static final class Closed extends Dispatcher {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    Closed(String url) {
      this.url = url;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String target = request.getTarget();
      if (target.startsWith("/import_user_dict") || target.startsWith("/user_dict_word")) {
        String refusal = "{\"detail\": \"エンジンの静的なデータを変更するAPIは無効化されています\"}";
        return new MockResponse.Builder().code(403).body(refusal).build();
      }
      try {
        return forward(request, target);
      } catch (IOException e) {
        return new MockResponse.Builder().code(502).build();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new MockResponse.Builder().code(502).build();
      }
    }

    private MockResponse forward(RecordedRequest request, String target)
        throws IOException, InterruptedException {
      byte[] body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
      HttpRequest sent =
          HttpRequest.newBuilder(URI.create(url + target))
              .header("Content-Type", "application/json")
              .method(request.getMethod(), BodyPublishers.ofByteArray(body))
              .build();
      var answer = http.send(sent, BodyHandlers.ofByteArray());
      return new MockResponse.Builder()
          .code(answer.statusCode())
          .addHeader("Content-Type", "application/json")
          .body(new Buffer().write(answer.body()))
          .build();
    }
  }

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
  private List<String> misread(String engine) throws IOException {
    List<String[]> sentences = sentences();
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
  void areHeardRightWithAndWithoutADictionary() throws IOException {
    try (DraftClient engine = DraftClient.start(data);
        MockWebServer closed = new MockWebServer()) {
      closed.setDispatcher(new Closed(engine.url()));
      closed.start();
      // The closed one first: the other one keeps the words that it is given.
      assertThat(misread("http://127.0.0.1:" + closed.getPort())).as("closed").isEmpty();
      assertThat(misread(engine.url())).as("open").isEmpty();
    }
  }
}
