package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.testkit.Records;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineDictionaryTest {
  private static final DictionaryWord EDAMAME = new DictionaryWord("枝豆AI", "エダマメエーアイ", 5);

  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  static ObjectNode foreign(String surface, String reading) {
    return new ObjectMapper()
        .createObjectNode()
        .put("surface", surface)
        .put("pronunciation", reading)
        .put("accent_type", 0)
        .put("priority", 5)
        .put("context_id", 1348);
  }

  private static SpokenLine line(DictionaryWord... words) {
    return Spoken.line("a1.01", "枝豆AIを配るのだ。", words);
  }

  private Clip speak(SpokenLine line, TestEngine... engines) throws IOException {
    return speak(PoolOptions.USUAL, line, engines);
  }

  private Clip speak(PoolOptions options, SpokenLine line, TestEngine... engines)
      throws IOException {
    List<String> urls = List.of(engines).stream().map(TestEngine::url).toList();
    ClipListener listener =
        new ClipListener() {
          @Override
          public void clip(int index, SpokenLine spoken, Clip clip) {}

          @Override
          public void note(Message text) {
            notes.add(text.toString());
          }

          @Override
          public void refused(DictionaryWord word, Message reason) {
            refused.add(word.surface() + ": " + reason);
          }
        };
    try (EnginePool pool = EnginePool.open(urls, options)) {
      return pool.plan(List.of(line), Set.of(), Progress.SILENT)
          .speak(ClipStore.open(folder), listener)
          .get(0);
    }
  }

  @Test
  void wordsAreWrittenOnceAndOthersWordsStay() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      engine.words().put("b1a2", foreign("もち", "モチ"));
      speak(line(EDAMAME), engine);
      assertThat(engine.words()).hasSize(2).containsKey("b1a2");
      JsonNode word =
          engine.words().values().stream()
              .filter(w -> w.path("priority").asInt() == 8)
              .findFirst()
              .orElseThrow();
      assertThat(word.path("surface").asText()).isEqualTo("枝豆ＡＩ");
      assertThat(word.path("pronunciation").asText()).isEqualTo("エダマメエーアイ");
      assertThat(word.path("accent_type").asInt()).isEqualTo(5);
      assertThat(word.path("mora_count").asInt()).isEqualTo(8);
      speak(Spoken.line("a1.02", "次の枝豆AIなのだ。", EDAMAME), engine);
      assertThat(engine.count("/import_user_dict")).isEqualTo(1);
    }
  }

  @Test
  void aWordThatIsNoLongerWantedGoesAndItsLineIsMadeAgain() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      Clip with = speak(line(EDAMAME), engine);
      Clip without = speak(line(), engine);
      assertThat(engine.words()).isEmpty();
      assertThat(without.identity()).isNotEqualTo(with.identity());
      Clip again = speak(line(EDAMAME), engine);
      assertThat(again.origin()).isEqualTo(Clip.Origin.FOUND);
    }
  }

  @Test
  void aWordOfSomebodyElseIsPartOfTheIdentityOnlyWhereItTouches() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      Clip before = speak(line(), engine);
      engine.words().put("b1a2", foreign("納豆", "ナットウ"));
      assertThat(speak(line(), engine).identity()).isEqualTo(before.identity());
      engine.words().put("c3d4", foreign("枝豆ＡＩ", "シトウ"));
      assertThat(speak(line(), engine).identity()).isNotEqualTo(before.identity());
      assertThat(engine.words()).hasSize(2);
    }
  }

  @Test
  void anEngineThatForbidsChangesIsToldOfAndUsedAsItIs() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      engine.failAlways("/import_user_dict", TestEngine.json(403, "{\"detail\":\"変更は禁止されています\"}"));
      speak(line(EDAMAME), engine);
      assertThat(notes)
          .singleElement()
          .asString()
          .endsWith(
              "answered 403 to /import_user_dict: 変更は禁止されています;"
                  + " accents of the reading list are left to it");
    }
  }

  @Test
  void anEngineThatAnswersWellAndKeepsNothingIsToldOfAndUsedAsItIs() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      engine.failAlways("/import_user_dict", TestEngine.status(204));
      Clip without = speak(line(EDAMAME), engine);
      assertThat(engine.words()).isEmpty();
      assertThat(notes)
          .containsExactly(
              "the engine at "
                  + engine.url()
                  + " answers that its dictionary is changed, and leaves it as it is;"
                  + " accents of the reading list are left to it");
      assertThat(engine.count("/import_user_dict")).isEqualTo(2);
      engine.heal();
      assertThat(speak(line(EDAMAME), engine).identity()).isNotEqualTo(without.identity());
    }
  }

  @Test
  void aWordThatTheEngineTakesAndLosesIsNamed() throws IOException {
    DictionaryWord tofu = new DictionaryWord("豆腐AI", "トウフエーアイ", 3);
    try (TestEngine engine = TestEngine.start()) {
      engine.fault(
          request -> {
            engine.words().values().removeIf(word -> word.toString().contains("トウフ"));
            return null;
          });
      speak(line(EDAMAME, tofu), engine);
      assertThat(engine.words()).hasSize(1);
      assertThat(refused)
          .containsExactly(
              "豆腐AI: the engine at " + engine.url() + " does not keep it in its dictionary");
    }
  }

  @Test
  void anEngineThatAnswersWellAndDeletesNothingIsUsedAsItIs() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      speak(line(EDAMAME), engine);
      engine.fault(request -> "DELETE".equals(request.getMethod()) ? TestEngine.status(204) : null);
      // The word stays, so the engine says what it said before.
      assertThat(speak(line(), engine).origin()).isEqualTo(Clip.Origin.FOUND);
      assertThat(notes).singleElement().asString().contains("leaves it as it is");
    }
  }

  @Test
  void anEngineThatForbidsDeletingIsToldOfAndUsedAsItIs() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      speak(line(EDAMAME), engine);
      engine.fault(
          request ->
              "DELETE".equals(request.getMethod())
                  ? TestEngine.json(403, "{\"detail\":\"変更は禁止されています\"}")
                  : null);
      Clip without = speak(line(), engine);
      // The word stays, so the engine would say what it said before.
      assertThat(without.origin()).isEqualTo(Clip.Origin.FOUND);
      assertThat(notes)
          .singleElement()
          .asString()
          .contains("answered 403 to /user_dict_word/")
          .endsWith("変更は禁止されています; accents of the reading list are left to it");
    }
  }

  @Test
  void anEngineWithoutADictionaryIsToldOfAndUsedAsItIs() throws IOException {
    try (TestEngine engine = TestEngine.with().minimal().start()) {
      speak(line(EDAMAME), engine);
      assertThat(notes)
          .containsExactly("engine 0.25.2 has no user dictionary; accents are left to it");
    }
  }

  @Test
  void aDictionaryInAnotherFormIsLeftAlone() throws IOException {
    try (TestEngine engine = TestEngine.with().brand("AivisSpeech").start()) {
      speak(line(EDAMAME), engine);
      assertThat(engine.words()).isEmpty();
      assertThat(notes)
          .containsExactly(
              "AivisSpeech 0.25.2 keeps its dictionary in a form of its own;"
                  + " accents are left to it");
    }
  }

  @Test
  void theDictionaryIsNotTouchedWhenSettingsSaySo() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      speak(
          Records.with(PoolOptions.USUAL, "dictionary", PoolOptions.Dictionary.LEAVE_ALONE),
          line(EDAMAME),
          engine);
      assertThat(engine.words()).isEmpty();
    }
  }

  @Test
  void wordsThatTheEngineLosesHalfWayAreWrittenAgain() throws IOException {
    try (TestEngine engine = TestEngine.start();
        EnginePool pool = EnginePool.open(List.of(engine.url()), EngineFaultsTest.HASTY)) {
      List<SpokenLine> lines = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        lines.add(Spoken.line("a1.0" + i, i + "番目の枝豆AIなのだ。", EDAMAME));
      }
      pool.plan(lines, Set.of(), Progress.SILENT)
          .speak(
              ClipStore.open(folder),
              (index, line, clip) -> {
                if (index == 1) {
                  engine.words().clear();
                }
              });
      assertThat(engine.count("/import_user_dict")).isEqualTo(2);
    }
  }

  @Test
  void aWordThatSomebodyAddsHalfWayStopsTheWorkWhereItTouches() throws IOException {
    try (TestEngine engine = TestEngine.start();
        EnginePool pool = EnginePool.open(List.of(engine.url()), EngineFaultsTest.HASTY)) {
      Problem problem =
          catchThrowableOfType(
              Problem.class,
              () ->
                  pool.plan(Spoken.lines(8), Set.of(), Progress.SILENT)
                      .speak(
                          ClipStore.open(folder),
                          (index, line, clip) -> engine.words().put("aa", foreign("枝豆", "シトウ"))));
      assertThat(problem).hasMessageContaining("has other words in its dictionary for '枝豆の話を");
    }
  }

  @Test
  void aWordThatSomebodyTakesAwayHalfWayStopsTheWorkWhereItTouched() throws IOException {
    try (TestEngine engine = TestEngine.with().word("aa", foreign("枝豆", "シトウ")).start()) {
      Speaking run = Speaking.on(folder, engine).onClip(index -> engine.words().clear());
      assertThat(run.problem(8))
          .hasMessageContaining("has other words in its dictionary for '枝豆の話を");
    }
  }

  @Test
  void aDictionaryWithListsOfReadingsIsLeftAloneWhateverItsEngineIsCalled() throws IOException {
    ObjectNode lists = foreign("もち", "");
    lists.putArray("pronunciation").add("モチ");
    try (TestEngine engine = TestEngine.with().word("aa", lists).start()) {
      speak(line(EDAMAME), engine);
      assertThat(engine.words()).containsOnlyKeys("aa");
      assertThat(notes)
          .containsExactly(
              "VOICEVOX 0.25.2 keeps its dictionary in a form of its own;"
                  + " accents are left to it");
    }
  }

  @Test
  void enginesWhoseDictionariesDifferWhereItMattersAreRefused() throws IOException {
    try (TestEngine one = TestEngine.start();
        TestEngine two = TestEngine.start()) {
      two.words().put("aa", foreign("枝豆", "シトウ"));
      Problem problem = catchThrowableOfType(Problem.class, () -> speak(line(), one, two));
      assertThat(problem)
          .hasMessage(
              "the user dictionaries of the engines differ for '枝豆AIを配るのだ。': "
                  + one.url()
                  + " has nothing, "
                  + two.url()
                  + " has 枝豆=シトウ/0\n"
                  + "Give both engines the same words, or allow the mixture with --allow-mixed.");
      speak(Records.with(PoolOptions.USUAL, "mixed", PoolOptions.Mixed.ALLOW), line(), one, two);
    }
  }
}
