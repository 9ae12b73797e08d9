package dev.zundacast.pipeline.fill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.pipeline.fill.Fill.FillOne;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Diffs beside those of the program diff. */
class FillDiffTest {
  private static final String BEFORE =
      "---\nt: 餅\np: /1.mp3\ns: 0\nd: 1\ne: 2\nf: 3\ng: 4\nh: 5\nx: \"00:00\"\ni: 6\n---\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s: 0|s: 12",
        "x: \"00:00\"|x: \"10:00\"",
        "s: 0\nd: 1|s: 12\nd: 3",
        "p: /1.mp3\n|p: /1.mp3\ns: 5\nd: \"10:00\"\n",
        "i: 6\n|i: 6\nx: 00\n",
        "t: 餅|t: 餅と豆",
        "i: 6|i: 66",
      })
  void readsAsDiffWouldWriteIt(String change) throws IOException {
    String[] sides = change.split("\\|");
    for (String body : new String[] {"", "本文\n", "本文です。\n".repeat(500)}) {
      String before = BEFORE + body;
      String after = before.replace(sides[0], sides[1]);
      Path a = Files.writeString(folder.resolve("a"), before);
      Path b = Files.writeString(folder.resolve("b"), after);
      String expected =
          Programs.run("diff", "-u", "--label", "a/1", "--label", "b/1", a.toString(), b.toString())
              .out();
      assertThat(FillOne.diff("1", bytes(before), bytes(after))).isEqualTo(expected);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
