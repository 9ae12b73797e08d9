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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class CommandsTest {
  private static final List<String> COMMANDS =
      List.of(
          "init",
          "build",
          "studio",
          "play",
          "watch",
          "status",
          "script",
          "regenerate",
          "undo",
          "export",
          "fill",
          "check",
          "init",
          "read",
          "publish",
          "archive",
          "feed",
          "voices",
          "dict",
          "store",
          "engine",
          "collect",
          "doctor",
          "demo",
          "studio",
          "completion");

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
      assertThat(help.out()).contains("Examples:\n  zundacast " + name);
      assertThat(help.out()).containsPattern("Exit codes:\n  0 +done");
    }
    assertThat(new Shell(folder).run("--help").out()).contains(COMMANDS);
    assertThat(new Shell(folder).run("help").out())
        .isEqualTo(new Shell(folder).run("--help").out());
    assertThat(new Shell(folder).run("help", "dict", "add").out())
        .isEqualTo(new Shell(folder).run("dict", "add", "--help").out());
    assertThat(new Shell(folder).run("help", "biuld").err()).contains("build");
    assertThat(new Shell(folder).run("biuld", "a.md").err()).contains("build");
  }

  @Test
  void aCommandsOwnOptionsComeBeforeTheCommonOnes() {
    String help = new Shell(folder).run("check", "--help").out();
    assertThat(help.indexOf("--fast")).isLessThan(help.indexOf("--site"));
    assertThat(help.indexOf("--site")).isLessThan(help.indexOf("--debug"));
    assertThat(help.indexOf("--engine")).isLessThan(help.indexOf("--debug"));
  }

  /** Of every command: what all take stands last in its help. */
  @Test
  void whatAllCommandsTakeStandsLast() {
    requireCommonLast(Main.line(terminal()));
  }

  private static void requireCommonLast(CommandLine line) {
    for (CommandLine command : line.getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      List<String> names = spec.options().stream().map(it -> it.longestName()).toList();
      List<String> common =
          names.stream()
              .filter(List.of("--debug", "--quiet", "--lang", "--help")::contains)
              .toList();
      assertThat(names).as(spec.qualifiedName()).endsWith(common.toArray(String[]::new));
      requireCommonLast(command);
    }
  }

  /** The list of commands shows a description's first text alone. */
  @Test
  void whatTheListOfCommandsSaysOfEachIsAWholeSentence() {
    Map<String, CommandLine> commands = Main.line(terminal()).getSubcommands();
    assertThat(commands)
        .containsOnlyKeys(Stream.concat(COMMANDS.stream(), Stream.of("help")).toList());
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
    assertThat(GlobalOptions.debug(Main.line(terminal()))).isFalse();
  }
}
