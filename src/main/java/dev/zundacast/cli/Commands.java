package dev.zundacast.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/** The command line: every command wired to one terminal. */
final class Commands {
  /** In the order of the help. */
  static final List<String> NAMES =
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
          "demo",
          "warm-up");

  private Commands() {}

  /** A command; the class of one that is not asked for is not loaded. */
  private static CommandSpec spec(String name, Terminal terminal) {
    return switch (name) {
      case "build" -> new BuildCommand(terminal).spec();
      case "script" -> new ScriptCommand(terminal).spec();
      case "regenerate" -> new RegenerateCommand(terminal).spec();
      case "fill" -> new FillCommand(terminal).spec();
      case "check" -> new CheckCommand(terminal).spec();
      case "read" -> new ReadCommand(terminal).spec();
      case "voices" -> new VoicesCommand(terminal).spec();
      case "dict" -> DictCommand.spec(terminal);
      case "store" -> StoreCommand.spec(terminal);
      case "engine" -> EngineCommand.spec(terminal);
      case "doctor" -> new DoctorCommand(terminal).spec();
      case "demo" -> new DemoCommand(terminal).spec();
      case "warm-up" -> new WarmUp(terminal).spec();
      default -> throw new IllegalArgumentException("no command '" + name + "'");
    };
  }

  /**
   * The command line that these arguments need: the command that they name, or else all of them.
   * Making all thirteen takes a quarter longer.
   */
  static CommandLine line(Terminal terminal, String... args) {
    CommandSpec program = Zundacast.spec();
    boolean named = args.length > 0 && NAMES.contains(args[0]);
    for (String name : named ? List.of(args[0]) : NAMES) {
      Specs.over(program, spec(name, terminal));
    }
    CommandLine line = Specs.line(program);
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    Reporter reporter = new Reporter(terminal);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> reporter.failed(exception, command).code());
    line.setParameterExceptionHandler((exception, given) -> reporter.misused(exception).code());
    return line;
  }
}
