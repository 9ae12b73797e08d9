package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.studio.OpenStudio.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A narration that somebody else wrote, from the page's paste box to the script. */
class StudioNarrationTest extends StudioCase {
  private static final String OPENING = "やあ、みんな！";
  private static final String CLOCK = "1つ目の記事は、小さな腕時計なのだ。\n工房の腕時計は、三日に一度だけ鳴るのだ。\n腕時計の値段は5300円なのだ。";
  private static final String CLOCK_SAID = "工房の小さな腕時計は、三日に一度だけ鳴ります。";
  private static final String CLOCK_COSTS = "この腕時計の値段は3500円です。";
  private static final String DOG = "川を渡る白い犬の話なのだ。\n白い犬は毎朝、橋のない川を泳いで渡るのだ。";
  private static final String ENDING = "今日紹介したのは、腕時計と白い犬だったのだ。\nまた来週なのだ！";

  @BeforeEach
  void aPostOfTwoUnlikeArticlesWithoutAScript() throws IOException {
    Files.delete(script());
    String text = Files.readString(post);
    String front = text.substring(0, text.indexOf("## 関連リンク"));
    Files.writeString(
        post,
        front
            + """
            ## 関連リンク

            - [小さな腕時計](https://soramame.example.com/clock)\s\s

            工房の小さな腕時計は、三日に一度だけ鳴ります。この腕時計の値段は3500円です。

            引用元: https://soramame.example.com/clock

            - [川を渡る白い犬](https://soramame.example.com/dog)\s\s

            白い犬は毎朝、橋のない川を泳いで渡ります。

            引用元: https://soramame.example.com/dog
            """);
  }

  private static String body(String text) throws IOException {
    return Json.text(Json.with("text", text));
  }

  private JsonNode placed(String text) throws IOException {
    return studio.post(EPISODE + "/narration/place", body(text)).json();
  }

  private static List<String> pieces(JsonNode placed) {
    return placed.path("parts").findParents("pieces").stream()
        .map(it -> it.path("name").asText() + " " + it.path("pieces").size())
        .toList();
  }

  private static String joined(String... parts) {
    return String.join("\n", parts);
  }

  @Test
  void showsWhereEachPieceBelongsAndWritesNothing() throws Exception {
    JsonNode placed = placed(joined(OPENING, CLOCK, DOG, ENDING));
    assertThat(pieces(placed)).containsExactly("opening 1", "a1 3", "a2 2", "ending 2");
    assertThat(placed.path("parts").path(1).path("title").asText()).isEqualTo("小さな腕時計");
    assertThat(placed.path("faults")).isEmpty();
    assertThat(placed.path("findings").findValuesAsText("message"))
        .contains("the number 5300円 is not in the article");
    assertThat(script()).doesNotExist();
  }

  @Test
  void aNarrationWithoutAnArticleIsRefusedUntilItsPiecesAreMoved() throws Exception {
    String text = joined(OPENING, CLOCK, "泳ぎのうまい子なのだ。", "また来週なのだ！");
    JsonNode placed = placed(text);
    assertThat(placed.path("faults").path(0).asText())
        .isEqualTo("the narration does not tell article a2 '川を渡る白い犬'");
    assertThat(pieces(placed)).contains("a1 3");
    Answer refused = studio.post(EPISODE + "/narration", body(text));
    assertThat(refused.code()).isEqualTo(422);
    assertThat(script()).doesNotExist();

    String moved = joined("## opening", OPENING, "## a1", CLOCK, "## a2", "泳ぎのうまい子なのだ。");
    String whole = moved + "\n## ending\nまた来週なのだ！";
    assertThat(placed(whole).path("faults")).isEmpty();
    Answer taken = studio.post(EPISODE + "/narration", body(whole));
    assertThat(taken.code()).isEqualTo(200);
    assertThat(line(taken.json(), "a2.01").path("written").asText()).isEqualTo("泳ぎのうまい子なのだ。");
    String before = scriptText();
    studio.post(EPISODE + "/narration", body(joined(OPENING, CLOCK, DOG, ENDING)));
    assertThat(scriptText()).isNotEqualTo(before);
    studio.post(EPISODE + "/undo", "{}");
    assertThat(scriptText()).isEqualTo(before);
  }

  @Test
  void showsTheSentencesThatTheWriterNames() throws Exception {
    String numbered =
        CLOCK
            .replace("鳴るのだ。", "鳴るのだ。[1]")
            .replace("値段は5300円なのだ。", "値段は5300円なのだ [1-2]。\nみんなも、ほしくなる品なのだ。[2]\nぼくも買うのだ。[9]");
    studio.post(EPISODE + "/narration", body(joined(OPENING, numbered, DOG, ENDING)));
    assertThat(scriptText()).contains("鳴るのだ。\n# rewrite: from 1 (").doesNotContain("。[", "[1-2]");
    assertThat(source("a1.02")).containsExactly(CLOCK_SAID, CLOCK_COSTS);
    assertThat(source("a1.03")).as("in other words").containsExactly(CLOCK_COSTS);
    assertThat(source("a1.04")).as("a number that is none").isEmpty();
    Files.writeString(post, Files.readString(post).replace("3500円です", "3600円です"));
    assertThat(source("a1.03")).as("of a sentence that is another one now").isEmpty();
  }

  private List<String> source(String line) throws IOException {
    List<String> sentences = new ArrayList<>();
    studio
        .get(EPISODE + "/line/" + line + "/source")
        .json()
        .path("sentences")
        .forEach(it -> sentences.add(it.asText()));
    return sentences;
  }

  private static boolean isWrong(JsonNode line) {
    return line.path("findings").findValuesAsText("rule").contains("narration");
  }

  @Test
  void whatTheCopyEditorFindsStandsAtItsLineUntilItIsMendedOrApproved() throws Exception {
    studio.post(EPISODE + "/narration", body(joined(OPENING, CLOCK, DOG, ENDING)));
    JsonNode wrong =
        line(await(EPISODE, it -> isWrong(line(it, "a1.02"))), "a1.02").path("findings").path(0);
    assertThat(wrong.path("rule").asText()).isEqualTo("narration");
    assertThat(wrong.path("message").asText()).isEqualTo("the number 5300円 is not in the article");
    JsonNode checked = studio.get("/api/check/" + KEY).json().path("findings");
    assertThat(checked.findParents("rule"))
        .anyMatch(
            it ->
                it.path("rule").asText().equals("narration")
                    && it.path("line").asText().equals("a1.02"));
    JsonNode mended = edit("a1.02", "{\"written\":\"腕時計の値段は3500円なのだ。\"}").json();
    assertThat(mended.path("findings").findValuesAsText("rule")).doesNotContain("narration");
    edit("a1.02", "{\"written\":\"腕時計の値段は5300円なのだ。\"}");
    assertThat(await(EPISODE, it -> isWrong(line(it, "a1.02")))).isNotNull();
    lines("{\"action\":\"approve\",\"ids\":[\"a1.02\"]}");
    assertThat(line("a1.02").path("findings").findValuesAsText("rule")).doesNotContain("narration");
  }

  @Test
  void showsWhatOfThePostALineTellsAndWhatItSaysBeyondIt() throws Exception {
    studio.post(EPISODE + "/narration", body(joined(OPENING, CLOCK, DOG, ENDING)));
    JsonNode told = studio.get(EPISODE + "/line/a1.01/source").json();
    assertThat(told.path("sentences").path(0).asText()).isEqualTo("工房の小さな腕時計は、三日に一度だけ鳴ります。");
    assertThat(told.path("beyond")).isEmpty();
    JsonNode beyond = studio.get(EPISODE + "/line/a1.02/source").json();
    assertThat(beyond.path("sentences").path(0).asText()).isEqualTo("この腕時計の値段は3500円です。");
    assertThat(beyond.path("beyond").path(0).asText()).isEqualTo("5300円");
    assertThat(studio.get(EPISODE + "/line/opening.01/source").json().path("sentences")).isEmpty();
  }
}
