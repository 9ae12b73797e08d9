package dev.zundacast.voice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.sound.Wav;
import dev.zundacast.testkit.TestEngine;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.Spoken;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClipCheckTest {
  private static TestEngine server;
  private static EngineClient engine;

  @BeforeAll
  static void start() throws IOException {
    server = TestEngine.start();
    engine = EngineClient.of(server.url(), PoolOptions.USUAL);
  }

  @AfterAll
  static void stop() {
    engine.close();
    server.close();
  }

  private static ObjectNode query(double speed) throws IOException {
    SpokenLine line = Spoken.line("a", "枝豆の、話なのだ？");
    ObjectNode query = engine.audioQuery(line.spoken(), 3);
    query.put("speedScale", speed);
    return query;
  }

  private static float[] samples(Wav wav) {
    float[] samples = new float[wav.length()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = wav.at(i);
    }
    return samples;
  }

  @Test
  void whatTheQueryPredictsIsWhatComes() throws IOException {
    for (double speed : new double[] {0.5, 1, 1.37, 2}) {
      ObjectNode query = query(speed);
      Wav wav = Wav.read(engine.synthesis(query, 3));
      assertThat(wav.seconds())
          .isCloseTo(
              AudioQueries.spans(query).stream().mapToDouble(AudioQueries.Span::seconds).sum(),
              org.assertj.core.data.Offset.offset(0.001));
      assertThat(ClipCheck.remarks(query, wav, true)).isEmpty();
    }
  }

  @Test
  void silenceWhereWordsAreIsAFault() throws IOException {
    ObjectNode query = query(1);
    Wav silent = new Wav(24_000, new float[1][Wav.read(engine.synthesis(query, 3)).length()]);
    assertThatThrownBy(() -> ClipCheck.remarks(query, silent, true))
        .hasMessage("the sound is silent although the line has words");
    query.put("volumeScale", 0);
    assertThat(ClipCheck.remarks(query, silent, true)).isEmpty();
  }

  @Test
  void clippingClicksGapsAndLengthAreRemarkedOn() throws IOException {
    ObjectNode query = query(1);
    Wav good = Wav.read(engine.synthesis(query, 3));
    float[] clipped = samples(good);
    for (int i = 6000; i < 6100; i++) {
      clipped[i] = i % 10 < 6 ? Short.MAX_VALUE : 0;
    }
    clipped[0] = 8000;
    clipped[clipped.length - 1] = -8000;
    assertThat(ClipCheck.remarks(query, new Wav(24_000, new float[][] {clipped}), true))
        .extracting(Message::toString)
        .containsExactly(
            "is clipped in 10 places; a lower volume in the voice file helps",
            "begins with a click",
            "ends with a click");
    float[] late = new float[good.length() + 36_000];
    System.arraycopy(samples(good), 0, late, 0, good.length());
    assertThat(ClipCheck.remarks(query, new Wav(24_000, new float[][] {late}), false))
        .hasSize(2)
        .satisfies(
            remarks -> {
              assertThat(remarks.get(0).toString()).startsWith("lasts ");
              assertThat(remarks.get(1).toString())
                  .startsWith("is silent for 1.")
                  .endsWith(" s in one place");
            });
  }

  @Test
  void anEngineThatCannotBePredictedIsNotHeldToALength() throws IOException {
    try (TestEngine other = TestEngine.with().unpredictable().start();
        EngineClient aivis = EngineClient.of(other.url(), PoolOptions.USUAL)) {
      ObjectNode query = aivis.audioQuery("枝豆", 3);
      assertThat(AudioQueries.spans(query)).isEmpty();
      Wav wav = Wav.read(TestEngine.tone(24_000, 240_000));
      assertThat(ClipCheck.remarks(query, wav, true)).isEmpty();
    }
  }

  @Test
  void phrasesAreGivenMoraByMora() throws IOException {
    assertThat(AudioQueries.phrases(engine.audioQuery("えだまめ、もち。", 3)))
        .containsExactly("エダマメ、", "モチ");
  }
}
