package dev.zundacast.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/**
 * The command line: every command wired to one terminal. Commands whose methods are no commands say
 * so: looking for such methods takes time at each start.
 */
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

  /** The class of a command; a class that is not asked for is not loaded. */
  static Class<?> type(String name) {
    return switch (name) {
      case "build" -> BuildCommand.class;
      case "script" -> ScriptCommand.class;
      case "regenerate" -> RegenerateCommand.class;
      case "fill" -> FillCommand.class;
      case "check" -> CheckCommand.class;
      case "read" -> ReadCommand.class;
      case "voices" -> VoicesCommand.class;
      case "dict" -> DictCommand.class;
      case "store" -> StoreCommand.class;
      case "engine" -> EngineCommand.class;
      case "doctor" -> DoctorCommand.class;
      case "demo" -> DemoCommand.class;
      case "warm-up" -> WarmUp.class;
      default -> throw new IllegalArgumentException("no command '" + name + "'");
    };
  }

  /**
   * The command line that these arguments need: the command that they name, or else all of them.
   * Making one of thirteen takes a tenth of a second less.
   */
  static CommandLine line(Terminal terminal, String... args) {
    Factory factory = new Factory(terminal);
    CommandLine line = new CommandLine(new Zundacast(), factory);
    boolean named = args.length > 0 && NAMES.contains(args[0]);
    for (String name : named ? List.of(args[0]) : NAMES) {
      line.addSubcommand(name, new CommandLine(factory.make(type(name)), factory));
    }
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

  /** Gives each command the terminal that it asks for in its constructor. */
  private record Factory(Terminal terminal) implements CommandLine.IFactory {
    Object make(Class<?> type) {
      try {
        return create(type);
      } catch (Exception e) {
        throw new IllegalStateException(type + " cannot be made", e);
      }
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        Class<?>[] parameters = constructor.getParameterTypes();
        if (parameters.length == 1 && parameters[0] == Terminal.class) {
          return type.cast(constructor.newInstance(terminal));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
