package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.draft.DraftClient.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftDictionaryTest {
  private static final String UUID = "a89596ad-caa8-4f4e-8eb3-3d2261c798fd";

  @TempDir static Path data;
  private static DraftClient client;

  @BeforeAll
  static void start() throws Exception {
    client = DraftClient.start(data);
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
  }

  private static ObjectNode word(String surface, String pronunciation, int accent) {
    ObjectNode word = DraftClient.JSON.createObjectNode();
    word.put("surface", surface).put("pronunciation", pronunciation);
    return word.put("accent_type", accent).put("priority", 8).put("context_id", 1348);
  }

  private static Reply put(String uuid, ObjectNode word) throws Exception {
    ObjectNode words = DraftClient.JSON.createObjectNode().set(uuid, word);
    return client.postJson(words.toString(), "/import_user_dict", "override", true);
  }

  @Test
  void readsAWordAsItWasAddedChangedKeptOverARestartAndRemoved() throws Exception {
    String before = client.kana("量子座標を測る");
    assertThat(put(UUID, word("量子座標", "キュービットイチ", 3)).status()).isEqualTo(200);
    assertThat(client.kana("量子座標を測る")).startsWith("キュウビ'ットイチオ");
    put(UUID, word("量子座標", "ヌ", 1));
    client.close();
    client = DraftClient.start(data);
    assertThat(client.kana("量子座標を測る")).startsWith("ヌ'オ");
    String path = "/user_dict_word/" + UUID;
    assertThat(client.send("DELETE", path, "").status()).isEqualTo(200);
    assertThat(client.kana("量子座標を測る")).isEqualTo(before);
    assertThat(client.get("/user_dict").json().has(UUID)).isFalse();
  }

  @Test
  void findsLatinWordsWhateverTheirWidthAndGivesThemBackInFullWidth() throws Exception {
    String uuid = "0c2a3b70-7c3c-4a86-9a53-2f7f6d8a1b11";
    put(uuid, word("Zq", "ゼットキュー", 3));
    assertThat(client.kana("Zqを使う")).isEqualTo(client.kana("Ｚｑを使う")).startsWith("ゼット'キュウオ");
    JsonNode word = client.get("/user_dict").json().path(uuid);
    assertThat(word.path("surface").asText()).isEqualTo("Ｚｑ");
    assertThat(word.path("mora_count").asInt()).isEqualTo(5);
    assertThat(word.path("priority").asInt()).isEqualTo(8);
    assertThat(word.path("context_id").asInt()).isEqualTo(1348);
  }

  @Test
  void knowsTheCharactersByNameUnlessAWordSaysOtherwise() throws Exception {
    assertThat(client.kana("ぼくはずんだもん")).isEqualTo("ボ'クワ/ズ'ンダモン");
    String uuid = "5f0a4b52-55a2-4a3c-9c0b-1b2c3d4e5f60";
    put(uuid, word("ずんだもん", "ズンダモチ", 0));
    assertThat(client.kana("ぼくはずんだもん")).isEqualTo("ボ'クワ/ズンダモチ'");
    client.send("DELETE", "/user_dict_word/" + uuid, "");
  }

  @ParameterizedTest
  @CsvSource({
    "test, テスト, 4, 5, accent_type from 0 to 3",
    "test, テスト, 1, 11, priority from 0 to 10",
    "test, てすと, 1, 5, up to 200 katakana",
    "'te\nst', テスト, 1, 5, up to 200 characters of one line",
  })
  void refusesWordsThatCannotBe(
      String surface, String pronunciation, int accent, int priority, String detail)
      throws Exception {
    Reply reply = put(UUID, word(surface, pronunciation, accent).put("priority", priority));
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().path("detail").asText()).contains(detail);
  }
}
