package dev.zundacast.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The program without a command: says what there is. */
final class Zundacast {
  private Zundacast() {}

  static CommandSpec spec() {
    CommandSpec spec =
        Menu.spec("zundacast", "Turns a podcast post into its episode.", "a command is missing");
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    return spec.versionProvider(new Version())
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }
}
