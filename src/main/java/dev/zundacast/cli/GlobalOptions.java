package dev.zundacast.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What every command takes. */
final class GlobalOptions implements Options {
  private static final String DEBUG = "--debug";

  final Flag quiet = new Flag(List.of("-q", "--quiet"), "No progress on standard error.");

  private final Flag debug = new Flag(DEBUG, "Show a stack trace when something goes wrong.");

  @Override
  public void addTo(CommandSpec command) {
    debug.addTo(command);
    quiet.addTo(command);
    command.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
  }

  /** Whether {@code --debug} was given to this command. */
  static boolean debug(CommandLine command) {
    OptionSpec option = command.getCommandSpec().findOption(DEBUG);
    return option != null && Boolean.TRUE.equals(option.getValue());
  }
}
