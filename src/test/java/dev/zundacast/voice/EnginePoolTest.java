package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.sound.Wav;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnginePoolTest {
  @TempDir Path folder;

  private List<Clip> speak(TestEngine engine, List<SpokenLine> lines) throws IOException {
    return speak(engine, lines, Set.of());
  }

  private List<Clip> speak(TestEngine engine, List<SpokenLine> lines, Set<String> anew)
      throws IOException {
    try (EnginePool pool = EnginePool.open(List.of(engine.url()), PoolOptions.USUAL)) {
      return pool.plan(lines, anew, Progress.SILENT)
          .speak(ClipStore.open(folder), ClipListener.NONE);
    }
  }

  @Test
  void everyLineBecomesAClipInTheOrderOfTheLines() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      List<SpokenLine> lines = Spoken.lines(12);
      List<Clip> clips = speak(engine, lines);
      assertThat(clips).hasSize(12).allMatch(clip -> clip.origin() == Clip.Origin.MADE);
      assertThat(clips).allMatch(clip -> clip.sampleRate() == 48_000);
      assertThat(clips).extracting(Clip::identity).doesNotHaveDuplicates();
      assertThat(engine.mostInFlight()).isEqualTo(1);
      for (Clip clip : clips) {
        Wav wav = Wav.read(Files.readAllBytes(clip.wav()));
        assertThat(wav.length()).isEqualTo(clip.samples());
      }
    }
  }

  @Test
  void aClipThatIsThereCostsNoRequest() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      List<Clip> first = speak(engine, Spoken.lines(5));
      List<Clip> again = speak(engine, Spoken.lines(5));
      assertThat(again).allMatch(clip -> clip.origin() == Clip.Origin.FOUND);
      assertThat(again).extracting(Clip::wav).isEqualTo(first.stream().map(Clip::wav).toList());
      assertThat(engine.count("/audio_query")).isEqualTo(5);
      assertThat(engine.count("/synthesis")).isEqualTo(5);
    }
  }

  @Test
  void linesThatSoundAlikeAreOneRequest() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      List<Clip> clips =
          speak(
              engine, List.of(Spoken.line("a1.01", "次の記事なのだ。"), Spoken.line("a2.01", "次の記事なのだ。")));
      assertThat(clips.get(0)).isEqualTo(clips.get(1));
      assertThat(engine.count("/synthesis")).isEqualTo(1);
    }
  }

  @Test
  void aLineIsMadeAgainWhenAskedFor() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      speak(engine, Spoken.lines(3));
      List<Clip> clips = speak(engine, Spoken.lines(3), Set.of("a1.02"));
      assertThat(clips)
          .extracting(Clip::origin)
          .containsExactly(Clip.Origin.FOUND, Clip.Origin.MADE, Clip.Origin.FOUND);
      assertThat(engine.count("/synthesis")).isEqualTo(4);
    }
  }

  @Test
  void whatTheStoreLacksIsMadeAlongWithALineThatIsMadeAgain() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      speak(engine, Spoken.lines(2));
      List<Clip> clips = speak(engine, Spoken.lines(4), Set.of("a1.02"));
      assertThat(clips)
          .extracting(Clip::origin)
          .containsExactly(Clip.Origin.FOUND, Clip.Origin.MADE, Clip.Origin.MADE, Clip.Origin.MADE);
      assertThat(engine.count("/synthesis")).isEqualTo(5);
    }
  }

  @Test
  void aLineThatSoundsLikeOneThatIsMadeAgainGetsTheSameClip() throws IOException {
    List<SpokenLine> alike =
        List.of(Spoken.line("a1.01", "次の記事なのだ。"), Spoken.line("a2.01", "次の記事なのだ。"));
    try (TestEngine engine = TestEngine.start()) {
      speak(engine, alike);
      List<Clip> clips = speak(engine, alike, Set.of("a2.01"));
      assertThat(clips).allMatch(clip -> clip.origin() == Clip.Origin.MADE);
      assertThat(engine.count("/synthesis")).isEqualTo(2);
    }
  }

  @Test
  void aLineOfSignsAloneIsSilentAlsoWhenItIsMadeAgain() throws IOException {
    List<SpokenLine> signs = List.of(Spoken.line("a1.01", "。。。"), Spoken.line("a1.02", "ずんだ。"));
    try (TestEngine engine = TestEngine.start()) {
      List<Clip> clips = speak(engine, signs, Set.of("a1.01"));
      assertThat(clips).hasSize(2).doesNotContainNull();
      assertThat(engine.asked()).containsExactly("ずんだ。");
    }
  }

  @Test
  void aClipWhoseRecordCannotBeReadIsMadeAgain() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      List<Clip> clips = speak(engine, Spoken.lines(3));
      Path record = folder.resolve(clips.get(2).identity().substring(0, 2));
      try (var files = Files.list(record)) {
        for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
          Files.delete(file);
          Files.createDirectory(file);
        }
      }
      List<Clip> again = speak(engine, Spoken.lines(3), Set.of("a1.01"));
      assertThat(again).extracting(Clip::identity).containsExactlyElementsOf(identities(clips));
      assertThat(again.get(2).origin()).isEqualTo(Clip.Origin.MADE);
    }
  }

  private static List<String> identities(List<Clip> clips) {
    return clips.stream().map(Clip::identity).toList();
  }

  @Test
  void aSecondEngineMayHaveStereoAnotherRateAndHugeStyleIds() throws IOException {
    TestEngine.Character zundamon =
        new TestEngine.Character("ずんだもん", "uuid-1", Map.of("ノーマル", 888753760, "怒り", -2147483647));
    try (TestEngine engine =
        TestEngine.with().characters(zundamon).rate(44_100).stereo().unpredictable().start()) {
      List<SpokenLine> lines = new ArrayList<>(Spoken.lines(2));
      lines.add(Spoken.line(Spoken.voice("ずんだもん", "怒り"), "a1.03", "怒るのだ。"));
      List<Clip> clips = speak(engine, lines);
      assertThat(clips).allMatch(clip -> clip.sampleRate() == 44_100);
      Wav wav = Wav.read(Files.readAllBytes(clips.get(0).wav()));
      assertThat(wav.channels()).hasNumberOfRows(2);
    }
  }

  @Test
  void anEngineThatHasOnlyTheMinimumWorks() throws IOException {
    try (TestEngine engine = TestEngine.with().minimal().start()) {
      assertThat(speak(engine, Spoken.lines(2))).hasSize(2);
    }
  }

  @Test
  void textGoesPercentEncodedInTheQueryAndNoOriginIsSent() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      speak(engine, List.of(Spoken.line("a1.01", "枝豆 + 100% & もち")));
      assertThat(engine.asked()).containsExactly("枝豆 + 100% & もち");
      assertThat(engine.requests())
          .allMatch(request -> request.getHeaders().get("Origin") == null)
          .allMatch(request -> request.getVersion().equals("HTTP/1.1"));
      HttpUrl query = engine.requests("/audio_query").get(0).getUrl();
      assertThat(query.encodedQuery()).contains("%E6%9E%9D%E8%B1%86").contains("%2B");
    }
  }

  @Test
  void anEngineWithoutTheCharacterIsRefusedWithAllWhoAreThere() throws IOException {
    TestEngine.Character other = new TestEngine.Character("四国めたん", "u", Map.of("あまあま", 0));
    try (TestEngine engine = TestEngine.with().characters(other).start()) {
      assertThatThrownBy(() -> speak(engine, Spoken.lines(1)))
          .isInstanceOf(Problem.class)
          .hasMessage(
              "the engine at "
                  + engine.url()
                  + " has no character 'ずんだもん', which the voice 'ずんだもん' needs; it offers:\n"
                  + "  四国めたん (あまあま)\n"
                  + "Install the character in the engine, or name one of these in the voice file.");
    }
  }

  @Test
  void anEngineWithoutTheStyleIsRefusedWithAllThatAreThere() throws IOException {
    TestEngine.Character other = new TestEngine.Character("ずんだもん", "u", Map.of("あまあま", 1));
    try (TestEngine engine = TestEngine.with().characters(other).start()) {
      assertThatThrownBy(() -> speak(engine, Spoken.lines(1)))
          .isInstanceOf(Problem.class)
          .hasMessageContaining(
              "has no style 'ずんだもん/ノーマル', which the voice 'ずんだもん' needs; it offers:\n"
                  + "  ずんだもん (あまあま)\n");
    }
  }

  @Test
  void onTheDraftEngineItsOneVoiceStandsInForEveryone() throws IOException {
    TestEngine.Character mei =
        new TestEngine.Character("Mei", "u", Map.of("normal", 0, "happy", 1));
    try (TestEngine engine = TestEngine.with().brand("zundacast draft").characters(mei).start();
        EnginePool pool = EnginePool.open(List.of(engine.url()), PoolOptions.USUAL)) {
      pool.plan(Spoken.lines(1), Set.of(), Progress.SILENT)
          .speak(ClipStore.open(folder), ClipListener.NONE);
      assertThat(pool.info().isDraft()).isTrue();
      assertThat(pool.info().credit(Spoken.ZUNDAMON)).contains("Mei").contains("CC BY 3.0");
      String sent = engine.requests("/synthesis").get(0).getBody().utf8();
      assertThat(sent).contains("\"pitchScale\":0.05");
    }
  }

  @Test
  void fieldsThatOnlyTheEngineKnowsComeBackToIt() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      speak(engine, List.of(Spoken.line("a1.01", "枝豆なのだ。")));
      assertThat(engine.spoken()).containsExactly("枝豆なのだ。");
    }
  }

  @Test
  void aLineThatSaysNothingIsAMomentOfSilenceWithoutARequest() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      List<Clip> clips =
          speak(engine, List.of(Spoken.line("a1.01", ""), Spoken.line("a1.02", "…")));
      assertThat(clips).allMatch(clip -> clip.samples() == 480);
      assertThat(engine.count("/synthesis")).isZero();
    }
  }

  @Test
  void clipsAreHeardOfAsTheyArrive() throws IOException {
    try (TestEngine engine = TestEngine.start();
        EnginePool pool = EnginePool.open(List.of(engine.url()), PoolOptions.USUAL)) {
      List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
      List<Clip> clips =
          pool.plan(Spoken.lines(4), Set.of(), Progress.SILENT)
              .speak(ClipStore.open(folder), (index, line, clip) -> heard.add(index));
      assertThat(clips).hasSize(4);
      assertThat(heard).containsExactlyInAnyOrder(0, 1, 2, 3);
    }
  }

  private static void replacedJar(int index) {
    throw new NoClassDefFoundError("dev/Late");
  }

  private static void withoutWords(int index) {
    throw new IllegalStateException();
  }

  static Stream<Arguments> unexpected() {
    IntConsumer jar = EnginePoolTest::replacedJar;
    IntConsumer silent = EnginePoolTest::withoutWords;
    return Stream.of(
        Arguments.of(jar, "java.lang.NoClassDefFoundError: dev/Late\nmissing: "),
        Arguments.of(silent, "java.lang.IllegalStateException\nmissing: "));
  }

  @ParameterizedTest
  @MethodSource("unexpected")
  @Timeout(180)
  void whatNobodyExpectedEndsTheWorkInsteadOfHoldingIt(IntConsumer listener, String words)
      throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      Speaking run = Speaking.on(folder, engine).onClip(listener);
      assertThat(run.problem(4)).hasMessageStartingWith(words);
    }
  }

  @Test
  void whereNothingAnswersItSaysHowToStartAnEngine() {
    assertThatThrownBy(() -> EnginePool.open(List.of("http://localhost:9"), PoolOptions.USUAL))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.kind()).isEqualTo(Problem.Kind.NO_ENGINE))
        .hasMessageStartingWith(
            "the engine at http://127.0.0.1:9 cannot be reached\nStart VOICEVOX, or")
        .hasMessageEndingWith("--engine draft.");
  }
}
