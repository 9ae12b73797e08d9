package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.draft.DraftClient.Reply;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftApiTest {
  private static DraftClient client;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    client = DraftClient.start(data);
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
  }

  @Test
  void introducesItselfAsADraftThatMeiSpeaksInFiveStyles() throws Exception {
    assertThat(client.get("/version").json().isTextual()).isTrue();
    assertThat(client.get("/engine_manifest").json().path("brand_name").asText())
        .isEqualTo("zundacast draft");
    JsonNode mei = client.get("/speakers").json().get(0);
    assertThat(mei.path("name").asText()).isEqualTo("Mei");
    assertThat(mei.path("styles").findValuesAsText("name"))
        .containsExactly("ノーマル", "怒り", "照れ", "喜び", "悲しみ");
    assertThat(mei.path("styles").findValuesAsText("id")).containsExactly("0", "1", "2", "3", "4");
    assertThat(client.get("/speaker_info").json().path("policy").asText())
        .contains("MMDAgent", "CC BY 3.0");
    assertThat(client.post("/initialize_speaker", "speaker", 2).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | /nowhere | 404 | Not Found",
        "GET | /audio_query | 404 | Not Found",
        "DELETE | /user_dict_word/some | 422 | there is no word some",
        "POST | /audio_query | 422 | the parameter text is missing",
        "POST | /audio_query?text=a | 422 | the parameter speaker is missing",
        "POST | /audio_query?text=a&speaker=5 | 422 | there is no style 5",
        "POST | /mora_data?speaker=zunda | 422 | No content to map due to end-of-input",
        "POST | /accent_phrases?text=%E3%82%A2&speaker=0&is_kana=true | 422 | an accent phrase"
            + " without its accent in 'ア'",
      })
  void saysWhatIsWrongWithARequest(String method, String path, int status, String detail)
      throws Exception {
    Reply reply = client.send(method, path, "");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("detail").asText()).isEqualTo(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "speedScale, 0, above 0",
    "outputSamplingRate, 0, above 0",
    "prePhonemeLength, -1, 0 or above",
    "pauseLength, -1, 0 or above",
    "volumeScale, \"loud\", not a valid",
    "accent_phrases, 3, Cannot deserialize",
    "prePhonemeLength, 1e9, at most 600 s are spoken at once",
    "outputSamplingRate, 2147483647, are made at once",
  })
  void refusesAQueryThatCannotBeSpoken(String field, String value, String detail) throws Exception {
    ObjectNode query = client.query("あ");
    query.set(field, DraftClient.JSON.readTree(value));
    Reply reply = client.postJson(query.toString(), "/synthesis", "speaker", 0);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText()).contains(detail);
  }

  @Test
  void refusesABodyThatIsNoJsonOrTooLarge() throws Exception {
    assertThat(client.postJson("{", "/synthesis", "speaker", 0).status()).isEqualTo(422);
    Reply large = client.postJson(" ".repeat((4 << 20) + 9), "/mora_data", "speaker", 0);
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.text()).isEqualTo("{\"detail\":\"the body is larger than 4 MB\"}");
  }

  @Test
  void takesQueriesOfOlderEngines() throws Exception {
    ObjectNode query = client.query("むかしの、問い合わせ");
    byte[] now = client.postJson(query.toString(), "/synthesis", "speaker", 0).body();
    query.remove(List.of("pauseLength", "pauseLengthScale", "kana"));
    query.put("somethingElse", true);
    Reply reply = client.postJson(query.toString(), "/synthesis", "speaker", 0);
    assertThat(reply.type()).isEqualTo("audio/wav");
    assertThat(reply.body()).isEqualTo(now);
  }

  @Test
  void refillsLengthsAndPitches() throws Exception {
    ArrayNode phrases = client.phrases("ト'オキョオ_ト、ソオ'");
    ArrayNode own = phrases.deepCopy();
    ObjectNode first = (ObjectNode) phrases.get(0).path("moras").get(0);
    first.put("vowel_length", 9).put("consonant_length", 8).put("pitch", 7);
    assertThat(client.postJson(phrases.toString(), "/mora_data", "speaker", 0).json())
        .isEqualTo(own);
  }

  /** The answer to a request for the version with these headers. */
  private static String asked(String headers) throws Exception {
    URI uri = URI.create(client.url());
    String request =
        "GET /version HTTP/1.1\r\nConnection: close\r\n"
            + headers.replace("PORT", "" + uri.getPort())
            + "\r\n\r\n";
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]"})
  void answersUnderTheNamesOfThisMachine(String name) throws Exception {
    assertThat(asked("Host: " + name + ":PORT")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example:PORT",
        "Host: localhost.evil.example:PORT",
        "Host: 127.0.0.1.evil.example:PORT",
        "Host: 192.168.0.1:PORT",
        "Host: localhost",
        "Host: localhost:1",
        "Host: localhost:PORT\r\nOrigin: https://example.com",
        "Host: localhost:PORT\r\nOrigin: null",
      })
  void refusesPagesOfOtherSites(String headers) throws Exception {
    assertThat(asked(headers)).startsWith("HTTP/1.1 403");
  }
}
