package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.draft.DraftClient.Reply;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftApiTest {
  private static final String UNKNOWN_STYLE = "{\"message\":\"指定されたスタイルが見つかりませんでした。\"}";

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
  void introducesItselfAsADraft() throws Exception {
    assertThat(client.get("/version").json().isTextual()).isTrue();
    JsonNode manifest = client.get("/engine_manifest").json();
    assertThat(manifest.path("brand_name").asText()).isEqualTo("zundacast draft");
    assertThat(manifest.path("default_sampling_rate").asInt()).isEqualTo(24000);
    assertThat(manifest.path("frame_rate").asDouble()).isEqualTo(93.75);
    assertThat(manifest.path("supported_features").path("adjust_mora_pitch").asBoolean()).isTrue();
    assertThat(client.get("/supported_devices").text())
        .isEqualTo("{\"cpu\":true,\"cuda\":false,\"dml\":false}");
  }

  @Test
  void listsMeiWithFiveStyles() throws Exception {
    JsonNode mei = client.get("/speakers").json().get(0);
    assertThat(mei.path("name").asText()).isEqualTo("Mei");
    assertThat(mei.path("styles").findValuesAsText("name"))
        .containsExactly("ノーマル", "怒り", "照れ", "喜び", "悲しみ");
    assertThat(mei.path("styles").findValuesAsText("id")).containsExactly("0", "1", "2", "3", "4");
    assertThat(client.get("/singers").text()).isEqualTo("[]");
  }

  @Test
  void givesTheTermsOfTheVoiceAndItsPicturesAsDataOrLinks() throws Exception {
    String uuid = client.get("/speakers").json().get(0).path("speaker_uuid").asText();
    JsonNode info = client.get("/speaker_info", "speaker_uuid", uuid).json();
    assertThat(info.path("policy").asText()).contains("MMDAgent", "CC BY 3.0");
    byte[] icon = Base64.getDecoder().decode(info.path("style_infos").get(4).path("icon").asText());
    JsonNode linked =
        client.get("/speaker_info", "speaker_uuid", uuid, "resource_format", "url").json();
    String link = linked.path("style_infos").get(4).path("icon").asText();
    assertThat(link).startsWith(client.url() + "/_resources/");
    Reply fetched = client.get(URI.create(link).getPath());
    assertThat(fetched.type()).isEqualTo("image/png");
    assertThat(fetched.body()).isEqualTo(icon);
    assertThat(client.get("/speaker_info", "speaker_uuid", "404").text())
        .isEqualTo("{\"detail\":\"該当するキャラクターが見つかりません\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /nowhere, 404, Not Found",
    "GET, /_resources/, 404, Not Found",
    "GET, /audio_query, 405, Method Not Allowed",
    "POST, /speakers, 405, Method Not Allowed",
    "POST, /user_dict_word/some, 405, Method Not Allowed",
  })
  void refusesUnknownPathsAndMethods(String method, String path, int status, String detail)
      throws Exception {
    Reply reply = client.send(method, path, "");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text()).isEqualTo("{\"detail\":\"" + detail + "\"}");
  }

  @Test
  void refusesAHeadRequestWithoutABody() throws Exception {
    Reply reply = client.send("HEAD", "/version", "");
    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void namesEveryParameterThatIsMissingOrWrong() throws Exception {
    assertThat(client.post("/audio_query").text())
        .isEqualTo(
            "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"query\",\"text\"],\"msg\":\"Field"
                + " required\",\"input\":null},{\"type\":\"missing\",\"loc\":[\"query\",\"speaker\"],\"msg\":\"Field"
                + " required\",\"input\":null}]}");
    assertThat(client.post("/audio_query", "text", "a", "speaker", "zunda").text())
        .isEqualTo(
            "{\"detail\":[{\"type\":\"int_parsing\",\"loc\":[\"query\",\"speaker\"],\"msg\":\"Input"
                + " should be a valid integer, unable to parse string as an integer\","
                + "\"input\":\"zunda\"}]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1024, 5, 888753760})
  void refusesUnknownStylesEverywhere(int style) throws Exception {
    ObjectNode query = client.query("あ");
    String phrases = query.path("accent_phrases").toString();
    List<Reply> replies =
        List.of(
            client.post("/audio_query", "text", "あ", "speaker", style),
            client.post("/accent_phrases", "text", "あ", "speaker", style),
            client.postJson(phrases, "/mora_data", "speaker", style),
            client.postJson(phrases, "/mora_length", "speaker", style),
            client.postJson(phrases, "/mora_pitch", "speaker", style),
            client.postJson(query.toString(), "/synthesis", "speaker", style),
            client.postJson("[" + query + "]", "/multi_synthesis", "speaker", style),
            client.post("/initialize_speaker", "speaker", style));
    assertThat(replies).extracting(Reply::status).containsOnly(422);
    assertThat(replies).extracting(Reply::text).containsOnly(UNKNOWN_STYLE);
  }

  @Test
  void refusesAnUnknownCore() throws Exception {
    Reply reply = client.post("/audio_query", "text", "あ", "speaker", 0, "core_version", "9.9.9");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text()).isEqualTo("{\"message\":\"バージョン 9.9.9 のコアが見つかりません。\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "speedScale | 0 | greater_than | Input should be greater than 0",
        "prePhonemeLength | -1 | greater_than_equal | Input should be greater than or equal to 0",
        "volumeScale | \"loud\" | float_parsing |"
            + " Input should be a valid number, unable to parse string as a number",
        "pitchScale | null | float_type | Input should be a valid number",
        "outputSamplingRate | 24000.5 | int_from_float |"
            + " Input should be a valid integer, got a number with a fractional part",
        "outputStereo | 3 | bool_type | Input should be a valid boolean",
        "accent_phrases | {} | list_type | Input should be a valid list",
      })
  void refusesAQueryWithAWrongField(String field, String value, String type, String message)
      throws Exception {
    ObjectNode query = client.query("あ");
    query.set(field, DraftClient.JSON.readTree(value));
    Reply reply = client.postJson(query.toString(), "/synthesis", "speaker", 0);
    assertThat(reply.status()).isEqualTo(422);
    JsonNode finding = reply.json().path("detail").get(0);
    assertThat(finding.path("type").asText()).isEqualTo(type);
    assertThat(finding.path("msg").asText()).isEqualTo(message);
    assertThat(finding.path("loc").toString()).isEqualTo("[\"body\",\"" + field + "\"]");
    assertThat(finding.path("input").toString()).isEqualTo(value);
  }

  @Test
  void refusesMorasThatCannotBeSpoken() throws Exception {
    ObjectNode query = client.query(client.phrases("マ'マ"));
    ((ObjectNode) query.path("accent_phrases").get(0).path("moras").get(1)).put("consonant", "q");
    Reply reply = client.postJson(query.toString(), "/synthesis", "speaker", 0);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").get(0).path("loc").toString())
        .isEqualTo("[\"body\",\"accent_phrases\",0,\"moras\",1,\"consonant\"]");
    ((ObjectNode) query.path("accent_phrases").get(0)).put("accent", 3);
    assertThat(client.postJson(query.toString(), "/synthesis", "speaker", 0).text())
        .contains("Value error, accent 3 is not one of the 2 moras");
  }

  @Test
  void refusesAQueryThatWouldNeverEnd() throws Exception {
    ObjectNode query = client.query("あ");
    query.put("prePhonemeLength", 1e9);
    Reply reply = client.postJson(query.toString(), "/synthesis", "speaker", 0);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text()).contains("at most 600 s are spoken at once");
    query.put("prePhonemeLength", 1).put("outputSamplingRate", Integer.MAX_VALUE);
    assertThat(client.postJson(query.toString(), "/synthesis", "speaker", 0).status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "nothing", "{} {}", "[1,"})
  void refusesABodyThatIsNoJson(String body) throws Exception {
    Reply reply = client.postJson(body, "/synthesis", "speaker", 0);
    assertThat(reply.status()).isEqualTo(422);
    JsonNode finding = reply.json().path("detail").get(0);
    assertThat(finding.path("type").asText()).isEqualTo("json_invalid");
    assertThat(finding.path("loc").get(0).asText()).isEqualTo("body");
  }

  @Test
  void takesQueriesOfOlderEngines() throws Exception {
    ObjectNode query = client.query("むかしの問い合わせ");
    byte[] now = client.postJson(query.toString(), "/synthesis", "speaker", 0).body();
    query.remove(List.of("pauseLength", "pauseLengthScale", "kana"));
    query.put("somethingElse", true);
    Reply reply = client.postJson(query.toString(), "/synthesis", "speaker", 0);
    assertThat(reply.type()).isEqualTo("audio/wav");
    assertThat(reply.body()).isEqualTo(now);
  }

  @Test
  void zipsManySounds() throws Exception {
    ObjectNode one = client.query("ひとつ");
    ObjectNode two = client.query("ふたつめ");
    Reply reply = client.postJson("[" + one + "," + two + "]", "/multi_synthesis", "speaker", 0);
    assertThat(reply.type()).isEqualTo("application/zip");
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(reply.body()))) {
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        names.add(e.getName());
        assertThat(Sound.read(zip.readAllBytes()).samples())
            .isEqualTo(client.speak(names.size() == 1 ? one : two).samples());
      }
    }
    assertThat(names).containsExactly("001.wav", "002.wav");
    two.put("outputSamplingRate", 48000);
    assertThat(
            client.postJson("[" + one + "," + two + "]", "/multi_synthesis", "speaker", 0).text())
        .isEqualTo("{\"detail\":\"サンプリングレートが異なるクエリがあります\"}");
  }

  @Test
  void connectsSoundsAtTheHighestRateAndInStereoIfAnyIs() throws Exception {
    ObjectNode query = client.query("つなぐ");
    byte[] mono = client.postJson(query.toString(), "/synthesis", "speaker", 0).body();
    query.put("outputSamplingRate", 48000).put("outputStereo", true);
    byte[] stereo = client.postJson(query.toString(), "/synthesis", "speaker", 0).body();
    Base64.Encoder base64 = Base64.getEncoder();
    ArrayNode both = DraftClient.JSON.createArrayNode();
    both.add(base64.encodeToString(mono)).add(base64.encodeToString(stereo));
    Sound sound = Sound.read(client.postJson(both.toString(), "/connect_waves").body());
    assertThat(sound.rate()).isEqualTo(48000);
    assertThat(sound.channels()).isEqualTo(2);
    assertThat(sound.frames()).isEqualTo(2 * Sound.read(stereo).frames());
  }

  @ParameterizedTest
  @CsvSource({
    "[], wavファイルが含まれていません",
    "[\"?\"], base64デコードに失敗しました",
    "[\"UklGRg==\"], wavファイルを読み込めませんでした",
  })
  void refusesWhatIsNoSound(String body, String detail) throws Exception {
    Reply reply = client.postJson(body, "/connect_waves");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text()).isEqualTo("{\"detail\":\"" + detail + "\"}");
  }

  @Test
  void checksKana() throws Exception {
    assertThat(client.post("/validate_kana", "text", "コンニチワ'").text()).isEqualTo("true");
    Reply refused = client.post("/validate_kana", "text", "こんにちは");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text())
        .isEqualTo(
            "{\"detail\":{\"text\":\"判別できない読み仮名があります: こんにちは\","
                + "\"error_name\":\"UNKNOWN_TEXT\",\"error_args\":{\"text\":\"こんにちは\"}}}");
  }

  @Test
  void refillsLengthsOrPitchesAlone() throws Exception {
    ArrayNode phrases = client.phrases("ト'オキョオ_ト、ソオ'");
    ArrayNode own = phrases.deepCopy();
    ObjectNode first = (ObjectNode) phrases.get(0).path("moras").get(0);
    first.put("vowel_length", 9).put("consonant_length", 8).put("pitch", 7);
    JsonNode lengths = client.postJson(phrases.toString(), "/mora_length", "speaker", 0).json();
    JsonNode pitches = client.postJson(phrases.toString(), "/mora_pitch", "speaker", 0).json();
    JsonNode all = client.postJson(phrases.toString(), "/mora_data", "speaker", 0).json();
    assertThat(all).isEqualTo(own);
    ObjectNode lengthOnly = (ObjectNode) own.get(0).path("moras").get(0).deepCopy();
    assertThat(lengths.get(0).path("moras").get(0)).isEqualTo(lengthOnly.put("pitch", 7.0));
    assertThat(pitches.get(0).path("moras").get(0).path("vowel_length").asDouble()).isEqualTo(9);
    assertThat(pitches.get(0).path("moras").get(0).path("pitch"))
        .isEqualTo(own.get(0).path("moras").get(0).path("pitch"));
  }

  @Test
  void initialisesAStyleOnce() throws Exception {
    assertThat(client.get("/is_initialized_speaker", "speaker", 2).text()).isEqualTo("false");
    assertThat(client.post("/initialize_speaker", "speaker", 2).status()).isEqualTo(204);
    assertThat(client.get("/is_initialized_speaker", "speaker", 2).text()).isEqualTo("true");
  }

  @Test
  void keepsPresets() throws Exception {
    ObjectNode preset = (ObjectNode) client.get("/presets").json().get(0);
    preset.put("name", "ゆっくり").put("speedScale", 0.5);
    int id = client.postJson(preset.toString(), "/add_preset").json().asInt();
    assertThat(id).isEqualTo(2);
    JsonNode query = client.post("/audio_query_from_preset", "text", "あ", "preset_id", id).json();
    assertThat(query.path("speedScale").asDouble()).isEqualTo(0.5);
    assertThat(query.has("name")).isFalse();
    preset.put("id", id).put("speedScale", 0.7);
    assertThat(client.postJson(preset.toString(), "/update_preset").text()).isEqualTo("2");
    assertThat(client.get("/presets").json().get(1)).isEqualTo(preset);
    assertThat(client.post("/delete_preset", "id", id).status()).isEqualTo(204);
    assertThat(client.post("/delete_preset", "id", id).text())
        .isEqualTo("{\"detail\":\"削除対象のプリセットが存在しません\"}");
    assertThat(client.post("/audio_query_from_preset", "text", "あ", "preset_id", id).status())
        .isEqualTo(422);
  }

  @Test
  void refusesPagesOfOtherSites() throws Exception {
    assertThat(withOrigin("https://example.com")).startsWith("HTTP/1.1 403");
    assertThat(withOrigin("http://localhost:5173"))
        .startsWith("HTTP/1.1 200")
        .contains("Access-control-allow-origin: http://localhost:5173");
  }

  private static String withOrigin(String origin) throws Exception {
    URI uri = URI.create(client.url());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      String request =
          "GET /version HTTP/1.1\r\nHost: localhost:"
              + uri.getPort()
              + "\r\nConnection: close\r\nOrigin: "
              + origin
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
