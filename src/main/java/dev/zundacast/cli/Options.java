package dev.zundacast.cli;

import picocli.CommandLine.Model.CommandSpec;

/** What a command takes: an option, a parameter, or several of them that belong together. */
interface Options {
  /** Makes the command take them. */
  void addTo(CommandSpec command);
}
