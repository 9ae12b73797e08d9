package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.draft.DraftClient;
import dev.zundacast.episode.Sound;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine understands of the spoken text, asked of the draft engine. */
class SpokenAloudTest {
  private static DraftClient engine;
  private static Readings readings;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    engine = DraftClient.start(data);
    readings = Readings.open(List.of(data.resolve("none.tsv")), new Morphology());
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  static Stream<String> golden() throws IOException {
    return SampleLines.of("golden.tsv");
  }

  static Stream<String> numbers() throws IOException {
    return SampleLines.of("numbers.tsv");
  }

  @ParameterizedTest
  @MethodSource("golden")
  void everyLineIsHeardAsItWasMeant(String line) throws Exception {
    String written = line.split("\t", -1)[0];
    var spoken = readings.read(SampleLines.line(written, ""), SampleLines.VOICE);
    assertThat(readings.misreadings(spoken, heard(spoken.spoken()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void everyNumberIsHeardAsAPersonSaysIt(String line) throws Exception {
    String[] sides = line.split("\t", -1);
    String heard = String.join("", heard(readings.read(sides[0])));
    assertThat(Sound.folded(heard)).isEqualTo(Sound.folded(sides[1]));
  }

  /** The moras of each accent phrase. */
  private static List<String> heard(String text) throws Exception {
    List<String> phrases = new ArrayList<>();
    for (JsonNode phrase : engine.query(text).path("accent_phrases")) {
      StringBuilder moras = new StringBuilder();
      phrase.path("moras").forEach(mora -> moras.append(mora.path("text").asText()));
      phrases.add(moras.toString());
    }
    return phrases;
  }
}
