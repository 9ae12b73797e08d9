package dev.zundacast.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line: every command wired to one terminal. */
final class Commands {
  private Commands() {}

  static CommandLine line(Terminal terminal) {
    CommandLine line = new CommandLine(new Zundacast(), new Factory(terminal));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setUsageHelpAutoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    Reporter reporter = new Reporter(terminal);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> reporter.failed(exception, command).code());
    line.setParameterExceptionHandler((exception, args) -> reporter.misused(exception).code());
    return line;
  }

  /** Gives each command the terminal that it asks for in its constructor. */
  private record Factory(Terminal terminal) implements CommandLine.IFactory {
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
