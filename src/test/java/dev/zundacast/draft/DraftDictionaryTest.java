package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.draft.DraftClient.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftDictionaryTest {
  private static final String SOME_UUID = "a89596ad-caa8-4f4e-8eb3-3d2261c798fd";

  @TempDir Path data;
  private DraftClient client;

  @BeforeEach
  void start() throws Exception {
    client = DraftClient.start(data);
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
  }

  private String add(String surface, String pronunciation, int accent) throws Exception {
    Reply reply =
        client.post(
            "/user_dict_word",
            "surface",
            surface,
            "pronunciation",
            pronunciation,
            "accent_type",
            accent);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply.json().asText();
  }

  @Test
  void readsAWordAsItWasAddedChangedAndRemoved() throws Exception {
    String before = client.kana("量子座標を測る");
    String uuid = add("量子座標", "キュービットイチ", 3);
    assertThat(client.kana("量子座標を測る")).startsWith("キュウビ'ットイチオ");
    Reply changed =
        client.send(
            "PUT",
            "/user_dict_word/"
                + uuid
                + "?surface=%E9%87%8F%E5%AD%90%E5%BA%A7%E6%A8%99"
                + "&pronunciation=%E3%83%8C&accent_type=1",
            "");
    assertThat(changed.status()).isEqualTo(204);
    assertThat(client.kana("量子座標を測る")).startsWith("ヌ'オ");
    assertThat(client.send("DELETE", "/user_dict_word/" + uuid, "").status()).isEqualTo(204);
    assertThat(client.kana("量子座標を測る")).isEqualTo(before);
    assertThat(client.send("DELETE", "/user_dict_word/" + uuid, "").text())
        .isEqualTo("{\"detail\":\"UUIDに該当するワードが見つかりませんでした\"}");
  }

  @Test
  void findsLatinWordsWhateverTheirWidthAndGivesThemBackInFullWidth() throws Exception {
    String uuid = add("Zq", "ゼットキュー", 3);
    assertThat(client.kana("Zqを使う")).isEqualTo(client.kana("Ｚｑを使う")).startsWith("ゼット'キュウオ");
    JsonNode word = client.get("/user_dict").json().path(uuid);
    assertThat(word.path("surface").asText()).isEqualTo("Ｚｑ");
    assertThat(word.path("mora_count").asInt()).isEqualTo(5);
    assertThat(word.path("priority").asInt()).isEqualTo(5);
  }

  @Test
  void knowsTheCharactersByName() throws Exception {
    assertThat(client.kana("ぼくはずんだもん")).isEqualTo("ボ'クワ/ズ'ンダモン");
    assertThat(client.get("/user_dict").text()).isEqualTo("{}");
    add("ずんだもん", "ズンダモチ", 0);
    assertThat(client.kana("ぼくはずんだもん")).isEqualTo("ボ'クワ/ズンダモチ'");
  }

  @Test
  void keepsWordsOverARestart() throws Exception {
    String uuid = add("量子座標", "キュービット", 3);
    client.close();
    client = DraftClient.start(data);
    assertThat(client.get("/user_dict").json().path(uuid).path("yomi").asText())
        .isEqualTo("キュービット");
    assertThat(client.kana("量子座標")).isEqualTo("キュウビ'ット");
  }

  @Test
  void keepsEveryWordOfManyClients() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(8);
    List<Future<String>> added = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String surface = "単語" + i;
      added.add(clients.submit(() -> add(surface, "タンゴ", 1)));
    }
    JsonNode words = null;
    for (Future<String> uuid : added) {
      String known = uuid.get();
      words = client.get("/user_dict").json();
      assertThat(words.has(known)).isTrue();
    }
    clients.shutdown();
    assertThat(words).hasSize(24);
  }

  @Test
  void importsWordsAndKeepsOrReplacesThoseThatAreThere() throws Exception {
    add("量子座標", "キュービット", 3);
    ObjectNode word = (ObjectNode) client.get("/user_dict").json().elements().next();
    ObjectNode words = DraftClient.JSON.createObjectNode();
    words.set(
        SOME_UUID, word.put("pronunciation", "イチ").put("mora_count", 2).put("accent_type", 1));
    assertThat(client.postJson(words.toString(), "/import_user_dict", "override", true).status())
        .isEqualTo(204);
    assertThat(client.get("/user_dict").json()).hasSize(2);
    word.put("pronunciation", "ニ").put("mora_count", 1);
    client.postJson(words.toString(), "/import_user_dict", "override", false);
    assertThat(pronunciation()).isEqualTo("イチ");
    client.postJson(words.toString(), "/import_user_dict", "override", true);
    assertThat(pronunciation()).isEqualTo("ニ");
  }

  private String pronunciation() throws Exception {
    return client.get("/user_dict").json().path(SOME_UUID).path("pronunciation").asText();
  }

  @Test
  void refusesToImportWhatIsNoWord() throws Exception {
    Reply missing =
        client.postJson(
            "{\"" + SOME_UUID + "\":{\"accent_type\":1}}", "/import_user_dict", "override", true);
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.json().path("detail")).hasSize(12);
    assertThat(missing.json().path("detail").get(0).path("loc").toString())
        .isEqualTo("[\"body\",\"" + SOME_UUID + "\",\"surface\"]");
    add("量子座標", "キュービット", 3);
    ObjectNode word = (ObjectNode) client.get("/user_dict").json().elements().next();
    Reply badUuid = client.postJson("{\"no\":" + word + "}", "/import_user_dict", "override", true);
    assertThat(badUuid.status()).isEqualTo(500);
    assertThat(badUuid.text()).isEqualTo("{\"detail\":\"ユーザー辞書のインポートに失敗しました。\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "テスト, 1, priority, 100, Input should be less than or equal to 10",
    "テスト, 1, priority, -1, Input should be greater than or equal to 0",
    "テスト, x, priority, 5, 'Input should be a valid integer, unable to parse string as an integer'",
    "てすと, 1, priority, 5, 発音は有効なカタカナでなければいけません。",
    "テァァ, 1, priority, 5, 無効な発音です。(捨て仮名の連続)",
    "タヮ, 1, priority, 5, 無効な発音です。(「くゎ」「ぐゎ」以外の「ゎ」の使用)",
    "テスト, 4, priority, 5, 誤ったアクセント型です(4)。 expect: 0 <= accent_type <= 3",
    "テスト, 1, word_type, NOUN, 'Input should be ''PROPER_NOUN'', ''COMMON_NOUN'', ''VERB'', ''ADJECTIVE'' or ''SUFFIX'''",
  })
  void refusesWordsThatCannotBe(
      String pronunciation, String accent, String name, String value, String message)
      throws Exception {
    Reply reply =
        client.post(
            "/user_dict_word",
            "surface",
            "test",
            "pronunciation",
            pronunciation,
            "accent_type",
            accent,
            name,
            value);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.text()).contains(message);
  }
}
