package dev.zundacast.script.speech;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.script.Examples;
import dev.zundacast.script.Scripts;
import dev.zundacast.testkit.RealShow;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real")
class RealSentencesTest {
  private static final SpeechStyles STYLES =
      new SpeechStyles(List.of(Path.of("voices")), new Morphology());

  @Test
  void inflectsTheVerbsOfRealSentences() throws IOException {
    Path verbs = RealShow.path("masu-verbs.tsv");
    List<String> wrong =
        Files.readAllLines(verbs).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .filter(row -> !STYLES.styled(row[1] + "ます。", "nanoda").text().equals(row[2] + "のだ。"))
            .map(row -> row[1])
            .toList();
    // せ and おり are two verbs each without their sentence; いたし and まいり are humble on purpose.
    // The table has 達す and 要す, where people say 達する and 要する, and takes 活かせます (can make
    // use of) for 活かす.
    assertThat(wrong).isSubsetOf("せ", "おり", "いたし", "まいり", "達し", "要し", "活かせ", "目指せ", "促せ");
  }

  @Test
  void meetsTheExpectedSentences() throws IOException {
    Path sentences = RealShow.path("nanoda-dev.tsv");
    Scripts scripts = Examples.scripts();
    for (String line : Files.readAllLines(sentences).stream().skip(1).toList()) {
      String[] row = line.split("\t", -1);
      List<String> expected =
          Stream.concat(Stream.of(row[3]), Stream.of(row[4].split("\\|"))).toList();
      assertThat(scripts.styled(row[2], "nanoda").orElse(row[2])).as(row[0]).isIn(expected);
    }
  }
}
