package dev.zundacast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandsTest {
  private static final List<String> COMMANDS =
      List.of(
          "build",
          "script",
          "regenerate",
          "fill",
          "check",
          "read",
          "voices",
          "dict",
          "store",
          "engine",
          "doctor",
          "demo");

  @TempDir Path folder;

  private Terminal terminal() {
    PrintStream nothing =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Terminal(InputStream.nullInputStream(), nothing, nothing, Map.of(), folder, false);
  }

  @Test
  void withoutACommandTheUsageIsWrong() {
    Shell.Result result = new Shell(folder).run();
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).startsWith("zundacast: a command is missing");
  }

  @Test
  void eachCommandSaysHowItIsUsed() {
    for (String name : COMMANDS) {
      Shell.Result help = new Shell(folder).run(name, "--help");
      assertThat(help.out()).startsWith("Usage: zundacast " + name);
    }
    assertThat(new Shell(folder).run("--help").out()).contains(COMMANDS);
    assertThat(new Shell(folder).run("biuld", "a.md").err()).contains("build");
  }

  /** The list of commands shows a description's first text alone. */
  @Test
  void whatTheListOfCommandsSaysOfEachIsAWholeSentence() {
    Map<String, CommandLine> commands = Main.line(terminal(), "").getSubcommands();
    assertThat(commands).containsOnlyKeys(COMMANDS);
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
    assertThat(GlobalOptions.debug(Main.line(terminal(), ""))).isFalse();
  }
}
