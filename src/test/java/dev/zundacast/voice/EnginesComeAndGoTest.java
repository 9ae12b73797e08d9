package dev.zundacast.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two engines of which one is late, leaves, or turns into another. */
@Timeout(180)
class EnginesComeAndGoTest {
  private static final String SYNTHESIS = "/synthesis";

  @TempDir Path folder;
  private TestEngine good;
  private final List<TestEngine> late = new ArrayList<>();

  @BeforeEach
  void startEngine() throws IOException {
    good = TestEngine.with().millisPerLine(100).start();
  }

  @AfterEach
  void stopEngines() {
    good.close();
    late.forEach(TestEngine::close);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A run that waits, where its third clip is, for this engine to start at a port of its own. */
  private Speaking withLate(TestEngine.Builder engine) throws IOException {
    int port = freePort();
    return new Speaking(folder, good.url(), "http://127.0.0.1:" + port)
        .onClip(
            index -> {
              if (index == 2) {
                start(engine, port);
              }
            });
  }

  private void start(TestEngine.Builder engine, int port) {
    try {
      late.add(engine.startAt(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anEngineThatComesDuringTheRunHelps() throws IOException {
    Speaking run = withLate(TestEngine.with().millisPerLine(20));
    assertThat(run.speak(40)).hasSize(40);
    int byTheLate = late.get(0).count(SYNTHESIS);
    assertThat(byTheLate).isPositive();
    assertThat(good.count(SYNTHESIS) + byTheLate).isEqualTo(40);
    assertThat(run.heard())
        .containsExactly(
            "the engine at " + late.get(0).url() + " cannot be reached",
            "the engine at " + late.get(0).url() + " has come and helps");
  }

  @Test
  void anEngineThatComesIsGivenTheWordsFirst() throws IOException {
    Speaking run = withLate(TestEngine.with().millisPerLine(20));
    DictionaryWord word = new DictionaryWord("枝豆", "エダマメ", 0);
    List<SpokenLine> lines =
        Spoken.lines(40).stream()
            .map(line -> Spoken.line(line.line().id(), line.spoken(), word))
            .toList();
    run.speak(lines);
    assertThat(late.get(0).count(SYNTHESIS)).isPositive();
    assertThat(late.get(0).words()).hasSize(1);
  }

  @Test
  void anEngineThatComesInAnotherVersionIsLeftOut() throws IOException {
    Speaking run = withLate(TestEngine.with().version("0.14.0"));
    assertThat(run.speak(30)).hasSize(30);
    assertThat(late.get(0).count(SYNTHESIS)).isZero();
    assertThat(run.heard())
        .last()
        .asString()
        .startsWith("the engines differ and would speak the same line differently: ")
        .endsWith("The others go on without it.");
  }

  @Test
  void anEngineThatComesWithOtherWordsIsLeftOut() throws IOException {
    ObjectNode other = EngineDictionaryTest.foreign("枝豆", "シトウ");
    Speaking run = withLate(TestEngine.with().word("aa", other));
    assertThat(run.speak(30)).hasSize(30);
    assertThat(late.get(0).count(SYNTHESIS)).isZero();
    assertThat(run.heard())
        .last()
        .asString()
        .startsWith("the user dictionaries of the engines differ for '枝豆の話を")
        .endsWith("The others go on without it.");
  }

  @Test
  void anEngineThatHangsTwiceInARowIsLeftOutAndTheOtherGoesOn() throws IOException {
    try (TestEngine hanging = TestEngine.start()) {
      hanging.failAlways(
          SYNTHESIS,
          new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
      Speaking run = Speaking.on(folder, hanging, good).impatient(Duration.ofMillis(700));
      assertThat(run.speak(40)).hasSize(40);
      assertThat(hanging.count(SYNTHESIS)).isEqualTo(2);
      assertThat(run.heard())
          .containsExactly(
              "the engine at "
                  + hanging.url()
                  + " did not answer /synthesis within 700 ms,"
                  + " and not the next time either; restart the engine");
    }
  }

  @Test
  void anEngineThatIsGoneBeforeTheNextEpisodeLeavesItToTheOtherUntilItIsBack() throws IOException {
    TestEngine leaving = TestEngine.start();
    Speaking run = Speaking.on(folder, leaving, good);
    int port = leaving.port();
    try (EnginePool pool = run.open()) {
      run.speak(pool, Spoken.lines(4));
      leaving.close();
      assertThat(run.speak(pool, Spoken.lines(8))).hasSize(8);
      // A connection that was kept may break before a new one is refused.
      assertThat(run.heard())
          .singleElement()
          .asString()
          .matches(
              Pattern.quote("the engine at " + leaving.url())
                  + " (cannot be reached|broke the connection while it answered \\S+)");
      start(TestEngine.with().millisPerLine(20), port);
      run.speak(pool, Spoken.lines(40));
      assertThat(late.get(0).count(SYNTHESIS)).isPositive();
      assertThat(run.heard()).last().asString().endsWith("has come and helps");
    }
  }

  @Test
  void anEngineThatChangesItsVersionIsLeftOutAndTheOtherGoesOn() throws IOException {
    try (TestEngine changing = TestEngine.with().millisPerLine(20).start()) {
      Speaking run =
          Speaking.on(folder, good, changing)
              .onClip(
                  index -> {
                    if (index == 2) {
                      changing.becomeVersion("0.26.0");
                    }
                  });
      assertThat(run.speak(20)).hasSize(20);
      assertThat(run.heard())
          .containsExactly(
              "the engine at "
                  + changing.url()
                  + " changed from version 0.25.2 to 0.26.0 meanwhile");
      // What it spoke before counts, at most one query and one synthesis more go to it.
      assertThat(changing.count(SYNTHESIS)).isLessThan(12);
    }
  }
}
