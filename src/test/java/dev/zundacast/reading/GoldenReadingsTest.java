package dev.zundacast.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenReadingsTest {
  /** The share of plain English words that the rules and the model must read right. */
  private static final double ENOUGH = 0.97;

  @TempDir static Path folder;

  static Stream<String> lines() throws IOException {
    return SampleLines.of("golden.tsv");
  }

  private static Readings readings() throws IOException {
    return Readings.open(List.of(folder.resolve("none.tsv")), new Morphology());
  }

  @ParameterizedTest
  @MethodSource("lines")
  void everyLineIsReadExactly(String line) throws IOException {
    String[] sides = line.split("\t", -1);
    assertThat(readings().read(sides[0])).isEqualTo(sides[1]);
  }

  @Test
  void ordinaryWordsAreReadAsJapaneseSaysThem() throws IOException {
    Readings readings = readings();
    List<String> wrong = new ArrayList<>();
    int all = 0;
    for (String line : SampleLines.of("terms.txt").toList()) {
      for (String entry : line.split(";", -1)) {
        int space = entry.indexOf(' ');
        String written = entry.substring(0, space);
        String spoken = readings.read(written);
        all++;
        if (Stream.of(entry.substring(space + 1).split("\\|", -1))
            .noneMatch(right -> loose(right).equals(loose(spoken)))) {
          wrong.add(entry + " was " + spoken);
        }
      }
    }
    assertThat(wrong).as("of %d words", all).hasSizeLessThan((int) (all * (1 - ENOUGH)));
  }

  /** Long vowels can be written in more than one way. */
  private static String loose(String kana) {
    return kana.replaceAll("(?<=[エケセテネヘメレゲゼデベペェ])イ", "ー")
        .replaceAll("(?<=[オコソトノホモヨロゴゾドボポョォ])ウ", "ー")
        .replaceAll("ー+$", "")
        .replace("ティ", "テ")
        .replace("ヴ", "ブ");
  }
}
