package dev.zundacast.cli.option;

import dev.zundacast.cli.terminal.Language;
import dev.zundacast.cli.terminal.ProgressLine;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** What every command takes. */
public final class GlobalOptions extends TerminalOptions {
  private static final String DEBUG = "--debug";

  @Option(names = DEBUG)
  boolean debug;

  @Option(names = {"-q", "--quiet"})
  boolean quiet;

  // Taken out of the arguments before all else, as it decides what the help says.
  @Option(names = Language.OPTION, paramLabel = "ja|en")
  String language = "";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true)
  boolean help;

  /** Lets a command, and those below it, take them. */
  public void addTo(CommandSpec command) {
    command.addMixin("global", CommandSpec.forAnnotatedObject(this));
    command
        .subcommands()
        .values()
        .forEach(below -> new GlobalOptions().addTo(below.getCommandSpec()));
  }

  /** Whether only what went wrong is to be said. */
  public boolean quiet() {
    return quiet;
  }

  /** Progress of a command, unless it was told to be quiet. */
  public ProgressLine progress() {
    return ProgressLine.of(terminal, quiet);
  }

  /** Whether {@code --debug} was given to this command. */
  public static boolean debug(CommandLine command) {
    OptionSpec option = command.getCommandSpec().findOption(DEBUG);
    return option != null && Boolean.TRUE.equals(option.getValue());
  }
}
