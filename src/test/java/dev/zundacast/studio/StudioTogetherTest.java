package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.disk.Json;
import dev.zundacast.studio.OpenStudio.Answer;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A studio that is not alone: other tabs, an editor, a command, an engine that goes and comes. */
class StudioTogetherTest extends StudioCase {

  @Test
  void tellsEveryTabWhatOneDid() throws Exception {
    try (NewsClient one = NewsClient.of(studio);
        NewsClient other = NewsClient.of(studio)) {
      edit("a1.01", "{\"written\":\"べつの文なのだ。\"}");
      studio.post(EPISODE + "/line/a1.01/speak", "{}");
      for (NewsClient tab : List.of(one, other)) {
        tab.await("episode");
        NewsClient.Item line =
            tab.await(
                it ->
                    it.event().equals("line")
                        && it.data().path("line").path("state").asText().equals("spoken"));
        assertThat(line.data().path("key").asText()).isEqualTo(KEY);
        assertThat(line.data().path("line").path("clip").asText()).hasSize(64);
        assertThat(states(tab)).containsSubsequence("waiting", "speaking", "spoken");
      }
    }
  }

  @Test
  void leavesNoThreadOfAPageBehind() throws Exception {
    try (NewsClient tab = NewsClient.of(studio)) {
      edit("a1.01", "{\"written\":\"べつの文なのだ。\"}");
      tab.await("episode");
      studio.close();
      assertThat(Thread.getAllStackTraces().keySet())
          .extracting(Thread::getName)
          .doesNotContain("zundacast studio news");
    }
  }

  private static List<String> states(NewsClient tab) {
    return tab.heard().stream()
        .filter(it -> it.event().equals("line"))
        .map(it -> it.data().path("line").path("state").asText())
        .toList();
  }

  @Test
  void tellsAtOnceWhatAnEditorDid() throws Exception {
    String base = line("a1.01").path("source").asText();
    try (NewsClient tab = NewsClient.of(studio)) {
      Files.writeString(script(), scriptText().replaceFirst("\\[a1\\.01\\].*", "[a1.01] 外からなのだ。"));
      tab.await("episode");
    }
    assertThat(line("a1.01").path("written").asText()).isEqualTo("外からなのだ。");
    Answer late = edit("a1.01", Json.text(Map.of("base", base, "written", "わたしの文なのだ。")));
    assertThat(late.code()).isEqualTo(409);
    assertThat(late.json().path("theirs").path("written").asText()).isEqualTo("外からなのだ。");
    assertThat(scriptText()).contains("外からなのだ。").doesNotContain("わたしの文なのだ。");
  }

  @Test
  void showsAScriptThatAnEditorBroke() throws Exception {
    Files.writeString(script(), scriptText() + "\n@nonsense\n== \n");
    Answer wrong = studio.get(EPISODE);
    assertThat(wrong.code()).isEqualTo(422);
    JsonNode error = wrong.json().path("error");
    assertThat(error.path("place").asText()).startsWith("2026-03-02-1.txt:");
    assertThat(error.path("next").asText()).isNotEmpty();
  }

  @Test
  void keepsBothEditsOfTwoTabs() throws Exception {
    String base = line("a1.01").path("source").asText();
    List<BackgroundTask<Answer>> edits = new ArrayList<>();
    for (String words : List.of("ひとつめなのだ。", "ふたつめなのだ。")) {
      String body = Json.text(Map.of("base", base, "written", words));
      edits.add(BackgroundTask.start("tab", () -> edit("a1.01", body)));
    }
    List<Integer> codes = new ArrayList<>();
    for (BackgroundTask<Answer> edit : edits) {
      codes.add(edit.join().code());
    }
    assertThat(codes).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void waitsAMomentForACommandThatIsAtWork() throws Exception {
    Path lock = folder.resolve("out/locks/2026-03-02-1.lock");
    BackgroundTask<Answer> edit;
    try (HeldLock held = HeldLock.take(lock, "a command")) {
      edit = BackgroundTask.start("tab", () -> edit("a1.01", "{\"written\":\"あとなのだ。\"}"));
      Thread.sleep(300);
      assertThat(scriptText()).doesNotContain("あとなのだ。");
    }
    assertThat(edit.join().code()).isEqualTo(200);
    assertThat(scriptText()).contains("あとなのだ。");
  }

  @Test
  void saysToWaitWhereACommandIsAtWorkForLong() throws Exception {
    Path lock = folder.resolve("out/locks/2026-03-02-1.lock");
    try (HeldLock held = HeldLock.take(lock, "a command")) {
      Answer edit = edit("a1.01", "{\"written\":\"あとなのだ。\"}");
      assertThat(edit.code()).isEqualTo(409);
      assertThat(edit.json().path("error").path("message").asText())
          .contains("is being worked on by process", "wait for it to end");
      assertThat(edit.json().has("theirs")).isFalse();
      assertThat(scriptText()).doesNotContain("あとなのだ。");
    }
  }

  @Test
  void looksForAnEngineAgainThatCouldNotEvenBeClosed() throws Exception {
    int port = URI.create(engine.url()).getPort();
    StudioSite usual = OpenStudio.site(folder, engine.url());
    EngineKeeper.Source failing =
        new EngineKeeper.Source(
            usual.engines().addresses(),
            () ->
                usual
                    .engines()
                    .opening()
                    .get()
                    .with(
                        List.of(
                            () -> {
                              throw new IllegalStateException("it cannot be ended");
                            })));
    StudioSite site =
        new StudioSite(
            usual.show(), usual.workspace(), usual.build(), failing, usual.given(), usual.env());
    studio.close();
    studio = OpenStudio.of(site).withEngine();
    try (NewsClient tab = NewsClient.of(studio)) {
      engine.close();
      studio.post(EPISODE + "/line/a1.01/speak", "{}");
      tab.await(it -> it.event().equals("engine") && state(it).equals("down"));
      engine = TestEngine.with().startAt(port);
      tab.await(it -> it.event().equals("engine") && state(it).equals("up"));
    }
  }

  @Test
  void saysWhenTheEngineGoesAndSpeaksOnceItIsBack() throws Exception {
    int port = URI.create(engine.url()).getPort();
    try (NewsClient tab = NewsClient.of(studio)) {
      engine.close();
      JsonNode failed = studio.post(EPISODE + "/line/a1.01/speak", "{}").json();
      assertThat(failed.path("state").asText()).isEqualTo("failed");
      assertThat(failed.path("error").asText()).contains("127.0.0.1:" + port);
      tab.await(it -> it.event().equals("engine") && state(it).equals("down"));
      assertThat(studio.get(EPISODE).code()).isEqualTo(200);
      assertThat(edit("a1.02", "{\"written\":\"それでもなのだ。\"}").code()).isEqualTo(200);
      assertThat(studio.get(EPISODE + "/line/a1.02/kana").code()).isEqualTo(503);

      engine = TestEngine.with().startAt(port);
      tab.await(it -> it.event().equals("engine") && state(it).equals("up"));
      JsonNode spoken = studio.post(EPISODE + "/line/a1.01/speak", "{}").json();
      assertThat(spoken.path("state").asText()).isEqualTo("spoken");
    }
  }

  @Test
  void anEngineThatFailsAtOneLineIsNotAway() throws Exception {
    try (NewsClient tab = NewsClient.of(studio)) {
      engine.failAlways("/audio_query", TestEngine.status(500));
      assertThat(studio.get(EPISODE + "/line/a1.02/kana").code()).isEqualTo(503);
      engine.heal();
      assertThat(studio.get(EPISODE + "/line/a1.02/kana").code()).isEqualTo(200);
      assertThat(tab.heard()).extracting(NewsClient.Item::event).doesNotContain("engine");
    }
  }

  @Test
  void marksWhatTheEngineMisreadsBeforeAnybodyHearsIt() throws Exception {
    String other =
        "{\"accent_phrases\":[{\"moras\":[{\"text\":\"エ\",\"vowel\":\"e\"},{\"text\":\"ロ\",\"vowel\":\"o\"}]}]}";
    engine.fault(
        request -> {
          String text = request.getUrl().queryParameter("text");
          return text != null && text.startsWith("ヘンロク") ? TestEngine.json(200, other) : null;
        });
    try (NewsClient tab = NewsClient.of(studio)) {
      edit("a1.01", "{\"written\":\"Henlokuなのだ\"}");
      studio.get(EPISODE);
      NewsClient.Item marked =
          tab.await(
              it ->
                  it.event().equals("line")
                      && it.data().at("/line/findings").toString().contains("\"reading\""));
      assertThat(marked.data().at("/line/id").asText()).isEqualTo("a1.01");
    }
    assertThat(engine.count("/synthesis")).isZero();
  }

  private static String state(NewsClient.Item item) {
    return item.data().path("state").asText();
  }

  @Test
  void showsWhatWasSpokenWhileNoEngineIsThere() throws Exception {
    String clip = studio.post(EPISODE + "/line/a1.01/speak", "{}").json().path("clip").asText();
    studio.close();
    engine.close();
    studio = OpenStudio.of(folder, engine.url());
    JsonNode line = line("a1.01");
    assertThat(line.path("state").asText()).isEqualTo("spoken");
    assertThat(line.path("clip").asText()).isEqualTo(clip);
    assertThat(studio.get("/audio/clip/" + clip + ".wav").code()).isEqualTo(200);
  }

  @Test
  void knowsAfterARestartWhatItKnewBefore() throws Exception {
    String before = scriptText();
    studio.post(EPISODE + "/line/a1.01/speak", "{}");
    edit("a1.01", "{\"written\":\"べつの文なのだ。\"}");
    lines("{\"action\":\"mark\",\"ids\":[\"a1.02\"]}");
    studio.close();
    studio = OpenStudio.of(folder, engine.url()).withEngine();
    assertThat(line("a1.01").path("state").asText()).isEqualTo("changed");
    assertThat(line("a1.01").path("takes").size()).isEqualTo(1);
    assertThat(line("a1.02").path("marked").asBoolean()).isTrue();
    assertThat(episode().path("undo").asText()).isEqualTo("a1.01 changed");
    studio.post(EPISODE + "/undo", "{}");
    assertThat(scriptText()).isEqualTo(before);
    studio.close();
    studio = OpenStudio.of(folder, engine.url()).withEngine();
    studio.post(EPISODE + "/redo", "{}");
    assertThat(scriptText()).contains("べつの文なのだ。");
  }

  @Test
  void forgetsADamagedMemoryAndGoesOn() throws Exception {
    studio.post(EPISODE + "/line/a1.01/speak", "{}");
    Path memory = folder.resolve("out/studio/2026-03-02-1.json");
    studio.close();
    Files.writeString(memory, Files.readString(memory).replace("a1.01", "a9.99"));
    studio = OpenStudio.of(folder, engine.url()).withEngine();
    assertThat(line("a1.01").path("state").asText()).isEqualTo("spoken");
    assertThat(line("a1.01").path("takes").size()).isZero();
  }

  /** On a clock, which counts what other programs take too. */
  @Test
  @Tag("long")
  void answersOfAnEpisodeWithAThousandLinesInTime() throws Exception {
    StringBuilder text = new StringBuilder(scriptText().replaceFirst("(?s)\n== a1 .*", "\n"));
    text.append("== a1 article\n@title 長い回\n");
    for (int i = 1; i <= 1000; i++) {
      text.append("[a1.").append(1000 + i).append("] そら豆を").append(i).append("粒まいたのだ。\n");
    }
    Files.writeString(script(), text);
    assertThat(lines(episode())).hasSizeGreaterThan(1000);
    Duration whole = time(() -> studio.get(EPISODE));
    Duration line = time(() -> edit("a1.1500", "{\"written\":\"そら豆なのだ。\"}"));
    Duration spoken = time(() -> studio.post(EPISODE + "/line/a1.1500/speak", "{}"));
    assertThat(List.of(whole, line, spoken))
        .as("whole, edit, speak")
        .allMatch(it -> it.compareTo(Duration.ofSeconds(1)) < 0);
  }

  private interface Step {
    Answer take() throws IOException;
  }

  private static Duration time(Step step) throws IOException {
    long began = System.nanoTime();
    assertThat(step.take().code()).isEqualTo(200);
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
