package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.testkit.SampleSite;
import dev.zundacast.testkit.TestEngine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private PrintStream errStream() {
    return new PrintStream(err, true, StandardCharsets.UTF_8);
  }

  private Terminal terminal() {
    return new Terminal(
        new ByteArrayInputStream(new byte[0]), errStream(), errStream(), Map.of(), folder, false);
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void withoutACommandTheUsageIsWrong() {
    Shell.Result result = new Shell(folder).run();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("zundacast: a command is missing");
  }

  @Test
  void eachCommandIsFoundByTheNameThatItHas() {
    for (String name : Commands.NAMES) {
      Map<String, CommandLine> commands = Commands.line(terminal(), name).getSubcommands();
      assertThat(commands).containsOnlyKeys(name);
      if (!commands.get(name).getCommandSpec().usageMessage().hidden()) {
        Shell.Result help = new Shell(folder).run(name, "--help");
        assertThat(help.out()).startsWith("Usage: zundacast " + name);
      }
    }
    assertThat(new Shell(folder).run("--help").out()).contains(Commands.NAMES.subList(0, 12));
    assertThat(new Shell(folder).run("biuld", "a.md").err()).contains("build");
  }

  /** The list of commands shows a description's first text alone. */
  @Test
  void whatTheListOfCommandsSaysOfEachIsAWholeSentence() {
    Map<String, CommandLine> commands = Commands.line(terminal()).getSubcommands();
    assertThat(commands).hasSizeGreaterThan(11);
    commands.values().forEach(CommandsTest::saysWholeSentences);
  }

  private static void saysWholeSentences(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    assertThat(spec.usageMessage().description())
        .as(spec.qualifiedName())
        .allMatch(text -> text.matches("[A-Z'].*[.]"));
    assertThat(spec.options())
        .allSatisfy(
            option -> assertThat(option.description()).allMatch(text -> text.matches(".*[.;]")));
    command.getSubcommands().values().forEach(CommandsTest::saysWholeSentences);
  }

  @Test
  void aStackTraceIsShownToWhoAsksForIt() {
    String[] wrong = {"store", "prune", "--limit", "abc"};
    assertThat(new Shell(folder).run(wrong).err()).doesNotContain("\tat ");
    String[] asked = {"store", "prune", "--limit", "abc", "--debug"};
    assertThat(new Shell(folder).run(asked).err()).contains("\tat ");
    assertThat(GlobalOptions.debug(Commands.line(terminal()))).isFalse();
  }

  @Test
  void theFirstStartAsksNoEngineOfAnybodysAndLeavesNothing() throws IOException {
    try (TestEngine engine = TestEngine.start()) {
      Shell.Result result =
          new Shell(folder)
              .env("ZUNDACAST_ENGINE", engine.url())
              .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
              .run("warm-up");
      assertThat(result.code()).isZero();
      assertThat(result.out() + result.err()).isEmpty();
      assertThat(engine.count("/version")).isZero();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFindingNamesItsPlaceWithTheLineAndACaret() {
    Diagnostic found =
        new Diagnostic(
            folder.resolve("scripts/a.txt"),
            3,
            4,
            "unknown\u001b[2J speaker",
            "[a 枝豆]",
            "write ずんだもん");
    ExitCode code = new Reporter(terminal()).say(Problem.in(found));
    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said())
        .isEqualTo("scripts/a.txt:3:4: unknown[2J speaker\n  [a 枝豆]\n     ^\n  -> write ずんだもん\n");
  }

  @Test
  void progressTellsTheTimeLeft() {
    AtomicLong clock = new AtomicLong();
    ProgressLine line = new ProgressLine(errStream(), ProgressLine.Manner.LOGGED, clock::get);
    line.report("clips", 0, 10);
    clock.addAndGet(1_000_000_000L);
    line.report("clips", 1, 10);
    clock.addAndGet(9_500_000_000L);
    line.report("clips", 5, 10);
    line.report("clips", 10, 10);
    assertThat(said()).isEqualTo("clips 0/10\nclips 5/10, 11 s left\nclips 10/10\n");
  }
}
