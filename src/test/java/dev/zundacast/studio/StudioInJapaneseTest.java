package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** What the server says to a browser whose first language is Japanese. */
class StudioInJapaneseTest extends StudioCase {
  private static final String JAPANESE = "ja-JP,ja;q=0.9,en;q=0.8";

  /** Two words of English after each other, but for names of files and of their parts. */
  private static final Pattern ENGLISH = Pattern.compile("(?<![/.])\\b[a-z]{2,} [a-z]{2,}\\b");

  private JsonNode get(String path) throws IOException {
    return studio.send(studio.request(path).header("Accept-Language", JAPANESE).build()).json();
  }

  private JsonNode post(String path, String json) throws IOException {
    return studio
        .send(
            studio
                .request(path)
                .header("Accept-Language", JAPANESE)
                .header("X-Zundacast", "1")
                .post(RequestBody.create(json, OpenStudio.JSON))
                .build())
        .json();
  }

  @Test
  void whoMayNotAskIsToldSoAndHowToComeIn() throws Exception {
    Request.Builder stranger = new Request.Builder().url(studio.address("/api/show"));
    assertThat(
            studio
                .send(stranger.header("Accept-Language", JAPANESE).build())
                .json()
                .at("/error/message")
                .asText())
        .isEqualTo("この要求は許可されていません。スタジオをアドレスから開き直してください");
  }

  @Test
  void anErrorIsSaidInTheLanguageOfTheBrowser() throws Exception {
    assertThat(get("/api/episode/nowhere.md").at("/error/message").asText())
        .isEqualTo("その投稿はここにはありません");
    assertThat(studio.get("/api/episode/nowhere.md").json().at("/error/message").asText())
        .isEqualTo("there is no such post here");
    assertThat(post(EPISODE + "/line/a9.99", "{\"written\":\"豆\"}").at("/error/message").asText())
        .contains("ありません");
    assertThat(post("/api/build", "no json").at("/error/message").asText())
        .contains("JSON ではありません");
  }

  @Test
  void noPageIsLeftInEnglish() throws Exception {
    build();
    Files.writeString(post, Files.readString(post).replace("title: そらまめ通信 第1回", "title: ''"));
    List<String> left = new ArrayList<>();
    english(get("/api/show"), left);
    english(get(EPISODE), left);
    english(post(EPISODE + "/check", "{}"), left);
    english(get(EPISODE + "/publish"), left);
    for (String page : List.of("voices", "engines", "settings")) {
      english(get("/api/" + page), left);
    }
    assertThat(left).isEmpty();
    assertThat(get("/api/settings").at("/settings/0/from").asText()).containsPattern("\\p{IsHan}");
  }

  private static void english(JsonNode node, List<String> left) {
    boolean command = node.asText().startsWith("cd ");
    String said = node.asText().replaceAll("zundacast [ -~]*", "");
    if (node.isTextual() && !command && ENGLISH.matcher(said).find()) {
      left.add(node.asText());
    }
    node.forEach(below -> english(below, left));
  }

  @Test
  void newsAreToldInTheLanguageOfEachBrowser() throws Exception {
    try (NewsClient here = NewsClient.speaking(studio, JAPANESE);
        NewsClient there = NewsClient.of(studio)) {
      build();
      build();
      assertThat(told(here, "最新です")).isTrue();
      assertThat(told(there, "up to date")).isTrue();
    }
  }

  private static boolean told(NewsClient client, String text) throws InterruptedException {
    for (int i = 0; i < 2400; i++) {
      if (client.heard().stream().anyMatch(it -> it.data().toString().contains(text))) {
        return true;
      }
      Thread.sleep(25);
    }
    return false;
  }
}
