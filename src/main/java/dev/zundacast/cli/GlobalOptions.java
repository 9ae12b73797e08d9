package dev.zundacast.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What every command takes. */
final class GlobalOptions {
  @Option(names = "--debug", description = "Show a stack trace when something goes wrong.")
  boolean debug;

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress on standard error.")
  boolean quiet;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** Whether {@code --debug} was given to this command. */
  static boolean debug(CommandLine command) {
    return command.getMixins().values().stream()
        .anyMatch(mixin -> mixin instanceof GlobalOptions options && options.debug);
  }
}
