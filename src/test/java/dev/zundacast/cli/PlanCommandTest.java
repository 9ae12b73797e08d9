package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
  private static final String NOBODY = "http://127.0.0.1:9";

  @TempDir Path folder;

  private Shell shell() throws IOException {
    SampleSite site = SampleSite.in(folder.resolve("site"));
    for (int number = 1; number <= 8; number++) {
      site.longPost(number, 2);
    }
    return Shell.building(folder);
  }

  private static JsonNode plan(Shell shell, String... options) throws IOException {
    String[] args = new String[options.length + 3];
    args[0] = "plan";
    args[1] = "site";
    args[2] = "--json";
    System.arraycopy(options, 0, args, 3, options.length);
    Shell.Result result = shell.run(args);
    assertThat(result.code()).as(result.err()).isZero();
    return Json.tree(result.out());
  }

  @Test
  void withoutAnEngineItCountsWithTheSpeedThatItIsGiven() throws IOException {
    Shell shell = shell().env("ZUNDACAST_ENGINE", NOBODY);
    JsonNode one = plan(shell, "--engine-speed", "6", "--price", "0.5");
    assertThat(one.path("posts").asInt()).isEqualTo(8);
    assertThat(one.path("audio_hours").asDouble()).isBetween(0.3, 1.0);
    double engineHours = one.path("engine_hours").asDouble();
    assertThat(engineHours).isLessThan(one.path("audio_hours").asDouble() / 6);
    assertThat(one.path("cost").asDouble()).isEqualTo(one.path("machine_hours").asDouble() * 0.5);

    JsonNode four = plan(shell, "--engine-speed", "6", "--over", "4");
    assertThat(four.path("engine_hours").asDouble()).isEqualTo(engineHours);
    assertThat(four.path("longest_shard_hours").asDouble() * 4)
        .isBetween(
            one.path("longest_shard_hours").asDouble(),
            one.path("longest_shard_hours").asDouble() * 1.3);
    assertThat(Files.exists(folder.resolve("scripts"))).isFalse();
    assertThat(Files.exists(folder.resolve("out"))).isFalse();
  }

  @Test
  void anEngineTellsHowFastItIsAndWhichLinesAreMissing() throws IOException {
    Shell shell = shell();
    try (TestEngine engine = TestEngine.with().millisPerLine(100).start()) {
      shell.env("ZUNDACAST_ENGINE", engine.url());
      JsonNode before = plan(shell);
      assertThat(before.path("engine_speed_from").asText()).isEqualTo("measured, VOICEVOX 0.25.2");
      // Lines of some three seconds, a tenth of a second each.
      assertThat(before.path("engine_speed").asDouble()).isBetween(5.0, 80.0);
      assertThat(before.path("lines_to_make").asInt()).isPositive();

      assertThat(shell.run("build", "site", "--shard", "1/2").code()).isZero();
      JsonNode half = plan(shell);
      assertThat(half.path("lines_to_make").asInt())
          .isPositive()
          .isLessThan(before.path("lines_to_make").asInt());
      assertThat(shell.run("build", "site", "--shard", "2/2").code()).isZero();
      assertThat(plan(shell).path("lines_to_make").asInt()).isZero();
    }
    shell.env("ZUNDACAST_ENGINE", NOBODY);
    assertThat(plan(shell).path("lines_to_make").asInt()).isZero();
  }

  @Test
  void newReadingsAreCountedWhereTheyAreSpoken() throws IOException {
    Shell shell = shell().env("ZUNDACAST_ENGINE", NOBODY);
    JsonNode none = plan(shell, "--words", "存在しない語=ソンザイ").path("words");
    assertThat(none.path("lines").asInt()).isZero();
    JsonNode some = plan(shell, "--words", "そら豆=ソラマメサン").path("words");
    assertThat(some.path("lines").asInt()).isPositive();
    assertThat(some.path("episodes").asInt()).isEqualTo(8);
    assertThat(some.path("engine_hours").asDouble()).isPositive();

    Files.writeString(folder.resolve("new.tsv"), "そら豆\tソラマメサン\t\t\n");
    assertThat(plan(shell, "--words", "new.tsv").path("words")).isEqualTo(some);
    assertThat(shell.run("plan", "site", "--words", "なに").code()).isEqualTo(2);
    assertThat(shell.run("plan", "site", "--over", "0").code()).isEqualTo(2);
  }

  @Test
  void peopleReadATable() throws IOException {
    Shell.Result result =
        shell().env("ZUNDACAST_ENGINE", NOBODY).run("plan", "site", "--over", "3", "--price", "1");
    assertThat(result.out())
        .contains("posts         8, 8 of them looked at closely")
        .contains("usual for VOICEVOX on a CPU")
        .contains("over 3 ")
        .contains("cost ");
    assertThat(result.err()).contains("note: no engine answers");
  }
}
