package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.studio.OpenStudio.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are added, moved, deleted, left out, approved and decided from the page. */
class StudioLinesTest extends StudioCase {

  @Test
  void addsALineBeforeAnotherAndAtTheEnd() throws Exception {
    Answer first =
        lines(
            "{'action':'add','section':'a1','before':'a1.01','text':'はじめなのだ。'}".replace('\'', '"'));
    String added = first.json().path("added").path(0).asText();
    assertThat(ids(first.json()).indexOf(added) + 1).isEqualTo(ids(first.json()).indexOf("a1.01"));
    Answer last = lines("{\"action\":\"add\",\"section\":\"a1\",\"text\":\"おわりなのだ。\"}");
    assertThat(last.code()).isEqualTo(200);
    assertThat(scriptText()).contains("[" + added + "] はじめなのだ。", "おわりなのだ。");
  }

  @Test
  void deletesALineWithWhatIsSpokenForIt() throws Exception {
    edit("a1.01", "{\"spoken\":\"そらまめ\"}");
    assertThat(scriptText()).contains("  > そらまめ");
    Answer gone = lines("{\"action\":\"delete\",\"ids\":[\"a1.01\"]}");
    assertThat(ids(gone.json())).doesNotContain("a1.01");
    assertThat(scriptText()).doesNotContain("[a1.01]", "> そらまめ");
    studio.post(EPISODE + "/undo", "{}");
    assertThat(scriptText()).contains("[a1.01]", "  > そらまめ");
  }

  @Test
  void movesALineWithItsReadingToAnotherSection() throws Exception {
    edit("a1.01", "{\"spoken\":\"そらまめ\"}");
    Answer moved =
        lines("{\"action\":\"move\",\"ids\":[\"a1.01\"],\"section\":\"a2\",\"before\":\"a2.02\"}");
    List<String> ids = ids(moved.json());
    assertThat(ids.indexOf("a1.01") + 1).isEqualTo(ids.indexOf("a2.02"));
    assertThat(line("a1.01").path("spoken").asText()).isEqualTo("そらまめ");
  }

  @Test
  void keepsNothingOfALineThatNobodySees() throws Exception {
    edit("a1.01", "{\"written\":\"\\u0000\\u202e部品\\tなのだ。\"}");
    assertThat(scriptText()).contains("[a1.01] 部品 なのだ。\n").doesNotContain("\0", "\u202e");
  }

  @Test
  void duplicatesALineUnderAnIdOfItsOwn() throws Exception {
    studio.post(EPISODE + "/line/a1.01/speak", "{}");
    Answer twice = lines("{\"action\":\"duplicate\",\"ids\":[\"a1.01\"]}");
    String added = twice.json().path("added").path(0).asText();
    assertThat(line(twice.json(), added).path("written").asText())
        .isEqualTo(line(twice.json(), "a1.01").path("written").asText());
    assertThat(line(twice.json(), added).path("state").asText()).isEqualTo("spoken");
  }

  @Test
  void leavesALineOutAndTakesItInAgain() throws Exception {
    String before = line("a1.01").path("written").asText();
    JsonNode without = lines("{\"action\":\"leaveOut\",\"ids\":[\"a1.01\"]}").json();
    assertThat(ids(without)).doesNotContain("a1.01");
    assertThat(scriptText()).contains("# [a1.01]");
    JsonNode again = lines("{\"action\":\"takeIn\",\"ids\":[\"a1.01\"]}").json();
    assertThat(line(again, "a1.01").path("written").asText()).isEqualTo(before);
  }

  private static boolean offers(JsonNode episode, String section) {
    return episode.path("sections").findParents("slot").stream()
        .filter(it -> it.path("id").asText().equals(section))
        .anyMatch(it -> it.path("slot").asBoolean());
  }

  @Test
  void theHostsOwnWordTakesThePlaceThatIsKeptForIt() throws Exception {
    String before = scriptText();
    JsonNode episode = studio.get(EPISODE).json();
    assertThat(offers(episode, "a1")).isTrue();
    assertThat(offers(episode, "opening")).isFalse();
    JsonNode said =
        lines("{\"action\":\"word\",\"section\":\"a1\",\"text\":\"ぼくもまねするのだ。\"}").json();
    String own = said.path("added").path(0).asText();
    assertThat(own).startsWith("a1.");
    assertThat(ids(said).indexOf(own) + 1).isEqualTo(ids(said).indexOf("a2.t"));
    assertThat(offers(said, "a1")).isFalse();
    assertThat(offers(said, "a2")).isTrue();
    assertThat(scriptText()).contains("[" + own + "] ぼくもまねするのだ。").isNotEqualTo(before);
    assertThat(lines("{\"action\":\"word\",\"section\":\"a1\",\"text\":\"また\"}").code())
        .isEqualTo(422);
    String after = scriptText();
    build();
    assertThat(scriptText()).as("a build has nothing to add to it").isEqualTo(after);
    studio.post(EPISODE + "/undo", "{}");
    assertThat(scriptText()).isEqualTo(before);
    lines("{\"action\":\"word\",\"section\":\"a1\",\"text\":\"\"}");
    assertThat(offers(studio.get(EPISODE).json(), "a1")).as("declined").isFalse();
    studio.post(EPISODE + "/undo", "{}");
    assertThat(scriptText()).isEqualTo(before);
    Files.writeString(script(), before.replaceFirst("(# ひとこと.*\n)", "$1ぼくのひとことなのだ。\n"));
    assertThat(offers(studio.get(EPISODE).json(), "a1")).as("written into the file").isFalse();
  }

  @Test
  void approvesALineUntilItIsChanged() throws Exception {
    lines("{\"action\":\"approve\",\"ids\":[\"a1.01\"]}");
    assertThat(line("a1.01").path("approved").asBoolean()).isTrue();
    assertThat(line("a1.02").path("approved").asBoolean()).isFalse();
    edit("a1.01", "{\"written\":\"べつの文なのだ。\"}");
    assertThat(line("a1.01").path("approved").asBoolean()).isFalse();
    assertThat(scriptText()).doesNotContain("確認済み");
  }

  @Test
  void setsVoiceValuesPauseAndStyleAndTakesThemAway() throws Exception {
    edit("a1.01", "{\"speed\":1.2,\"pauseMillis\":500,\"style\":\"あまあま\",\"speaker\":\"ずんだもん\"}");
    assertThat(scriptText()).contains("[a1.01 ずんだもん/あまあま +0.5s speed=1.2]");
    JsonNode line = line("a1.01");
    assertThat(line.path("style").asText()).isEqualTo("あまあま");
    assertThat(line.path("speed").asDouble()).isEqualTo(1.2);
    edit("a1.01", "{\"speed\":null,\"pauseMillis\":null,\"speaker\":null}");
    assertThat(scriptText()).contains("[a1.01] ");
  }

  @Test
  void takesAStyleAloneForOneOfTheVoiceThatSpeaks() throws Exception {
    assertThat(edit("a1.01", "{\"style\":\"あまあま\"}").code()).isEqualTo(200);
    assertThat(scriptText()).contains("[a1.01 ずんだもん/あまあま]");
    assertThat(line("a1.01").path("style").asText()).isEqualTo("あまあま");
    assertThat(edit("a1.01", "{\"style\":\"ノーマル\"}").code()).isEqualTo(200);
    assertThat(edit("a1.01", "{\"speaker\":null,\"style\":null}").code()).isEqualTo(200);
    assertThat(scriptText()).contains("[a1.01] ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pauseMillis | \"abc\" | pauseMillis: expected milliseconds from 0 on but was \"abc\"",
        "pauseMillis | -1 | pauseMillis: expected milliseconds from 0 on but was -1",
        "speed | \"fast\" | speed: expected a number but was \"fast\"",
        "written | 7 | written: expected a text but was 7"
      })
  void saysWhichValueOfALineFitsNothing(String name, String value, String says) throws Exception {
    String before = scriptText();
    Answer wrong = edit("a1.01", "{\"" + name + "\":" + value + "}");
    assertThat(wrong.code()).isEqualTo(400);
    assertThat(wrong.json().path("error").path("message").asText()).isEqualTo(says);
    assertThat(scriptText()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"line\":\"a1.01\"}",
        "{\"line\":\"a1.01\",\"phrases\":[{}]}",
        "{\"line\":\"a1.01\",\"phrases\":[{\"moras\":[{}],\"accent\":1}]}"
      })
  void saysThatAccentsNeedPhrases(String body) throws Exception {
    Answer wrong = studio.post(EPISODE + "/accents", body);
    assertThat(wrong.code()).isEqualTo(422);
    assertThat(wrong.text()).doesNotContain("Cannot invoke", "Exception");
  }

  @Test
  void namesNoLineThatIsNone() throws Exception {
    Answer wrong = lines("{\"action\":\"delete\",\"ids\":[null]}");
    assertThat(wrong.code()).isEqualTo(422);
    assertThat(wrong.text()).doesNotContain("Cannot invoke", "Exception");
  }

  @Test
  void saysWhatAppliesWhereALineSaysNothing() throws Exception {
    JsonNode parameters = episode().path("speakers").path(0).path("parameters");
    assertThat(parameters.path("speed").asDouble()).isPositive();
    assertThat(parameters.path("volume").asDouble()).isPositive();
    assertThat(line("a1.01").has("speed")).isFalse();
  }

  @Test
  void speaksAgainWhatWasSpokenWhereThatIsAskedFor() throws Exception {
    studio.post(EPISODE + "/line/a1.01/speak", "{}");
    int before = engine.count("/synthesis");
    lines("{\"action\":\"speak\",\"ids\":[\"a1.01\"]}");
    lines("{\"action\":\"speak\",\"ids\":[\"a1.01\"],\"again\":true}");
    await(EPISODE, it -> engine.count("/synthesis") > before);
    assertThat(engine.count("/synthesis") - before).isEqualTo(1);
  }

  @Test
  void refusesWhatNoScriptMaySayAndLeavesTheScript() throws Exception {
    String before = scriptText();
    Answer wrong = edit("a1.01", "{\"speaker\":\"だれか\"}");
    assertThat(wrong.code()).isEqualTo(422);
    assertThat(wrong.json().path("error").path("message").asText()).contains("だれか");
    assertThat(edit("a1.01", "{\"speed\":99}").code()).isEqualTo(422);
    assertThat(scriptText()).isEqualTo(before);
  }

  /** Readers of words have come to their ends here before. */
  @Test
  void goesOnWithALineOfOneEndlessWord() throws Exception {
    Answer taken = edit("a1.01", "{\"written\":\"" + "Abc".repeat(270) + "。\"}");
    assertThat(taken.code()).isEqualTo(200);
    assertThat(studio.get(EPISODE).code()).isEqualTo(200);
    assertThat(line("a1.01").path("said").asText()).isNotEmpty();
    String longest = "{\"written\":\"" + "豆を煮るのだ。".repeat(3_000) + "\"}";
    assertThat(edit("a1.01", longest).code()).isEqualTo(422);
    assertThat(studio.get(EPISODE).code()).isEqualTo(200);
  }

  @Test
  void decidesForThePostsWords() throws Exception {
    edit("a1.01", "{\"written\":\"わたしの言葉なのだ。\"}");
    String text = scriptText();
    Files.writeString(script(), text.replace("わたしの言葉なのだ。\n", "わたしの言葉なのだ。\n# 投稿では今: そら豆を茹でました。\n"));
    JsonNode waits = line("a1.01");
    assertThat(waits.path("decision").path("now").asText()).isEqualTo("そら豆を茹でました。");
    JsonNode decision = episode().path("decisions").path(0);
    assertThat(decision.path("mine").asText()).isEqualTo("わたしの言葉なのだ。");
    assertThat(decision.path("now").asText()).isEqualTo("そら豆を茹でました。");
    studio.post(EPISODE + "/decision", "{\"id\":\"a1.01\",\"use\":\"post\"}");
    assertThat(line("a1.01").path("written").asText()).isEqualTo("そら豆を茹でました。");
    assertThat(scriptText()).doesNotContain("投稿では今");
    studio.post(EPISODE + "/undo", "{}");
    studio.post(EPISODE + "/decision", "{\"id\":\"a1.01\",\"use\":\"mine\"}");
    assertThat(line("a1.01").path("written").asText()).isEqualTo("わたしの言葉なのだ。");
    assertThat(line("a1.01").has("decision")).isFalse();
  }

  @Test
  void replacesATextInAllLinesAfterTellingHowMany() throws Exception {
    JsonNode dry =
        studio
            .post(EPISODE + "/replace", "{\"find\":\"畑\",\"with\":\"農園\",\"dryRun\":true}")
            .json();
    assertThat(dry.path("count").asInt()).isEqualTo(dry.path("lines").size()).isPositive();
    assertThat(scriptText()).doesNotContain("農園");
    studio.post(EPISODE + "/replace", "{\"find\":\"畑\",\"with\":\"農園\"}");
    assertThat(scriptText()).contains("農園");
  }

  @Test
  void leavesApprovedLinesAsTheyAreWhenAWordIsReadSoInTheEpisode() throws Exception {
    lines("{\"action\":\"approve\",\"ids\":[\"a1.01\"]}");
    String said = line("a1.01").path("written").asText();
    studio.post(
        "/api/dictionary",
        "{\"word\":\"のだ\",\"reading\":\"ンダ\",\"only\":{\"key\":\"2026-03-02-1.md\"}}");
    assertThat(line("a1.01").path("written").asText()).isEqualTo(said).contains("のだ");
    assertThat(line("a2.01").path("written").asText()).contains("{のだ|ンダ}");
  }

  @Test
  void leavesApprovedLinesAsTheyAreWhenATextIsReplaced() throws Exception {
    lines("{\"action\":\"approve\",\"ids\":[\"a1.01\"]}");
    String said = line("a1.01").path("written").asText();
    JsonNode found =
        studio.post(EPISODE + "/replace", "{\"find\":\"のだ\",\"with\":\"なのだよ\"}").json();
    assertThat(found.path("approved").asInt()).isEqualTo(1);
    assertThat(found.path("count").asInt()).isEqualTo(found.path("lines").size()).isPositive();
    assertThat(line("a1.01").path("written").asText()).isEqualTo(said).contains("のだ");
    assertThat(line("a1.01").path("approved").asBoolean()).isTrue();
    assertThat(line("a2.01").path("written").asText()).contains("なのだよ");
  }

  @Test
  void givesManyLinesOneVoiceInOneStep() throws Exception {
    String before = scriptText();
    JsonNode given =
        lines("{\"action\":\"voice\",\"ids\":[\"a1.01\",\"a2.01\"],\"speaker\":\"春日部つむぎ\"}").json();
    assertThat(line(given, "a1.01").path("voice")).isEqualTo(line(given, "a2.01").path("voice"));
    assertThat(scriptText()).contains("[a1.01 春日部つむぎ]", "[a2.01 春日部つむぎ]");
    studio.post(EPISODE + "/undo", "{}");
    assertThat(scriptText()).isEqualTo(before);
    assertThat(lines("{\"action\":\"voice\",\"ids\":[\"a1.01\"],\"speaker\":\"だれか\"}").code())
        .isEqualTo(422);
  }

  /** What is answered when a1.01 is split behind these words. */
  private JsonNode halves(String first) throws Exception {
    return lines(
            "{\"action\":\"split\",\"ids\":[\"a1.01\"],\"text\":\""
                + first
                + "\",\"rest\":\"おいしいのだ。\"}")
        .json();
  }

  @Test
  void splitsALineInOneStepAndJoinsTheHalvesInOne() throws Exception {
    edit("a1.01", "{\"written\":\"豆を{茹|ゆ}でたのだ。おいしいのだ。\",\"speaker\":\"春日部つむぎ\"}");
    String whole = scriptText();
    JsonNode halves = halves("豆を{茹|ゆ}でたのだ。 ");
    String rest = halves.path("added").path(0).asText();
    assertThat(line(halves, "a1.01").path("written").asText()).isEqualTo("豆を{茹|ゆ}でたのだ。");
    assertThat(line(halves, rest).path("written").asText()).isEqualTo("おいしいのだ。");
    assertThat(scriptText()).contains("[" + rest + " 春日部つむぎ] おいしいのだ。");
    studio.post(EPISODE + "/undo", "{}");
    assertThat(scriptText()).isEqualTo(whole);
    studio.post(EPISODE + "/redo", "{}");
    edit(rest, "{\"spoken\":\"うまいのだ\"}");
    JsonNode joined = lines("{\"action\":\"join\",\"ids\":[\"a1.01\",\"" + rest + "\"]}").json();
    assertThat(line(joined, "a1.01").path("written").asText()).isEqualTo("豆を{茹|ゆ}でたのだ。おいしいのだ。");
    assertThat(line(joined, "a1.01").path("spoken").asText()).isEqualTo("豆をゆでたのだ。うまいのだ");
    assertThat(ids(joined)).doesNotContain(rest);
  }

  @Test
  void keepsTheSilenceBehindALineOnceWhenItIsSplitAndWhenItIsJoined() throws Exception {
    edit("a1.01", "{\"written\":\"ゆでたのだ。おいしいのだ。\",\"pauseMillis\":500}");
    String whole = scriptText();
    assertThat(whole).contains("[a1.01 +0.5s]");
    String rest = halves("ゆでたのだ。").path("added").path(0).asText();
    assertThat(scriptText()).contains("[a1.01] ゆでたのだ。", "[" + rest + " +0.5s] おいしいのだ。");
    lines("{\"action\":\"join\",\"ids\":[\"a1.01\",\"" + rest + "\"]}");
    // But for the number that the half had, which no line has again.
    assertThat(scriptText().replace("#= a1 next=5", "#= a1 next=4")).isEqualTo(whole);
  }

  @Test
  void joinsNoLineToItselfAndMovesNoSectionBeforeItself() throws Exception {
    String before = scriptText();
    Answer joined = lines("{\"action\":\"join\",\"ids\":[\"a1.01\",\"a1.01\"]}");
    assertThat(joined.code()).isEqualTo(422);
    Answer moved = lines("{\"action\":\"moveSection\",\"section\":\"a1\",\"before\":\"a1\"}");
    assertThat(moved.code()).isEqualTo(422);
    assertThat(scriptText()).isEqualTo(before);
  }

  @Test
  void movesALineWithWhatIsSpokenForItBelowAnEmptyRow() throws Exception {
    Files.writeString(
        script(), scriptText().replaceFirst("(?m)^(\\[a1\\.01\\].*)$", "$1\n\n  > ソラマメ"));
    lines("{\"action\":\"move\",\"ids\":[\"a1.01\"],\"section\":\"a2\"}");
    assertThat(line("a1.01").path("spoken").asText()).isEqualTo("ソラマメ");
    assertThat(scriptText().indexOf("> ソラマメ")).isGreaterThan(scriptText().indexOf("== a2"));
  }

  @Test
  void splitsNoLineThatSaysSomethingElseByNow() throws Exception {
    String before = scriptText();
    Answer refused =
        lines("{\"action\":\"split\",\"ids\":[\"a1.01\"],\"text\":\"そら\",\"rest\":\"まめ\"}");
    assertThat(refused.code()).isEqualTo(422);
    assertThat(scriptText()).isEqualTo(before);
  }

  @Test
  void addsMovesNamesAndDeletesSections() throws Exception {
    JsonNode added =
        lines(
                "{\"action\":\"addSection\",\"title\":\"おしらせ\",\"before\":\"a2\",\"text\":\"きいてほしいのだ。\"}")
            .json();
    assertThat(sections(added)).containsSubsequence("a1", "s1", "a2");
    assertThat(sections(lines("{\"action\":\"moveSection\",\"section\":\"s1\"}").json()))
        .endsWith("s1");
    lines("{\"action\":\"nameSection\",\"section\":\"s1\",\"title\":\"べつの題\"}");
    assertThat(scriptText()).contains("@title べつの題");
    assertThat(sections(lines("{\"action\":\"deleteSection\",\"section\":\"s1\"}").json()))
        .doesNotContain("s1");
  }

  private static List<String> sections(JsonNode episode) {
    List<String> ids = new java.util.ArrayList<>();
    episode.path("sections").forEach(section -> ids.add(section.path("id").asText()));
    return ids;
  }

  @Test
  void showsAccentsAndHearsOthersBeforeTheyAreKept() throws Exception {
    JsonNode kana = studio.get(EPISODE + "/line/a1.01/kana").json();
    assertThat(kana.path("phrases").size()).isPositive();
    String typed = URLEncoder.encode("ソラマメ", StandardCharsets.UTF_8);
    assertThat(
            studio
                .get(EPISODE + "/line/a1.01/kana?written=" + typed)
                .json()
                .findValuesAsText("text"))
        .as("of what is typed")
        .containsExactly("ソ", "ラ", "マ", "メ");
    String before = scriptText();
    String phrases =
        "[{\"moras\":[{\"text\":\"ソ\"},{\"text\":\"ラ\"}],\"accent\":1,\"pause\":false}]";
    JsonNode heard =
        studio
            .post(EPISODE + "/accents", "{\"line\":\"a1.01\",\"phrases\":" + phrases + "}")
            .json();
    assertThat(heard.path("accents").asText()).isEqualTo("ソ'ラ");
    assertThat(studio.get("/audio/clip/" + heard.path("clip").asText() + ".wav").code())
        .isEqualTo(200);
    assertThat(scriptText()).isEqualTo(before);
    edit("a1.01", "{\"accents\":\"ソ'ラ\"}");
    assertThat(scriptText()).contains("  >> ソ'ラ");
    assertThat(line("a1.01").path("clip")).isEqualTo(heard.path("clip"));
  }

  @Test
  void pitchAndLengthOfASingleMoraStandInTheScriptAndReachTheEngine() throws Exception {
    JsonNode usual = asked("{\"text\":\"ソ\"},{\"text\":\"ラ\"}");
    JsonNode set = asked("{\"text\":\"ソ\",\"pitch\":0.3},{\"text\":\"ラ\",\"length\":1.5}");
    assertThat(set.path(0).path("pitch").asDouble() - usual.path(0).path("pitch").asDouble())
        .isCloseTo(0.3, within(1e-6));
    assertThat(set.path(1).path("pitch")).isEqualTo(usual.path(1).path("pitch"));
    double length = usual.path(1).path("vowel_length").asDouble();
    assertThat(set.path(1).path("vowel_length").asDouble()).isCloseTo(1.5 * length, within(1e-6));
    assertThat(set.path(0).path("vowel_length")).isEqualTo(usual.path(0).path("vowel_length"));

    edit("a1.01", "{\"accents\":\"ソ[+0.3]'ラ[*1.5]\"}");
    build();
    assertThat(scriptText()).contains("  >> ソ[+0.3]'ラ[*1.5]");
    JsonNode kana = studio.get(EPISODE + "/line/a1.01/kana").json();
    assertThat(kana.path("phrases").path(0).path("moras").findValuesAsText("pitch"))
        .containsExactly("0.3", "0.0");
    edit("a1.01", "{\"accents\":\"\"}");
    studio.post(EPISODE + "/undo", "{}");
    assertThat(scriptText()).contains("  >> ソ[+0.3]'ラ[*1.5]");
    assertThat(line("a1.01").path("state").asText()).isEqualTo("spoken");
    Answer far =
        studio.post(
            EPISODE + "/accents",
            "{\"line\":\"a1.01\",\"phrases\":[{\"moras\":[{\"text\":\"ソ\",\"pitch\":100}],\"accent\":1}]}");
    assertThat(far.text()).contains("sets neither pitch nor length");
  }

  /** The moras of the one phrase that the engine is asked to speak. */
  private JsonNode asked(String moras) throws Exception {
    String phrases = "[{\"moras\":[" + moras + "],\"accent\":1}]";
    studio.post(EPISODE + "/accents", "{\"line\":\"a1.01\",\"phrases\":" + phrases + "}");
    String body =
        engine.requests("/synthesis").get(engine.count("/synthesis") - 1).getBody().utf8();
    return Json.tree(body).path("accent_phrases").path(0).path("moras");
  }

  @Test
  void keepsTheTakesOfALineAndPutsOneBack() throws Exception {
    studio.post(EPISODE + "/line/a1.01/speak", "{}");
    String first = line("a1.01").path("written").asText();
    String clip = line("a1.01").path("clip").asText();
    edit("a1.01", "{\"written\":\"べつの文なのだ。\"}");
    assertThat(line("a1.01").path("state").asText()).isEqualTo("changed");
    studio.post(EPISODE + "/line/a1.01/speak", "{}");
    assertThat(line("a1.01").path("takes").size()).isEqualTo(2);
    JsonNode back = studio.post(EPISODE + "/line/a1.01/take", "{\"clip\":\"" + clip + "\"}").json();
    assertThat(back.path("written").asText()).isEqualTo(first);
    assertThat(back.path("clip").asText()).isEqualTo(clip);
  }

  @Test
  void tellsWhatDiffersFromPostAndBuild() throws Exception {
    build();
    assertThat(studio.get(EPISODE + "/diff?to=build").text()).isEmpty();
    assertThat(line("a1.01").path("edited").asBoolean()).isFalse();
    edit("a1.01", "{\"written\":\"べつの文なのだ。\"}");
    assertThat(studio.get(EPISODE + "/diff?to=build").text()).contains("+[a1.01] べつの文なのだ。");
    assertThat(studio.get(EPISODE + "/diff?to=post").text()).contains("+[a1.01] べつの文なのだ。");
    assertThat(line("a1.01").path("edited").asBoolean()).isTrue();
  }
}
