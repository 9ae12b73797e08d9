package dev.zundacast.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A command that does nothing but offer others; without one of them it says what is missing. */
final class Menu implements Runnable {
  private final String missing;
  private final CommandSpec spec;

  private Menu(String name, String description, String missing, Options... options) {
    this.missing = missing;
    this.spec = Specs.of(this, name, List.of(description), options);
  }

  /** The command, to be put over those that it offers. */
  static CommandSpec spec(String name, String description, String missing, Options... options) {
    return new Menu(name, description, missing, options).spec;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), missing);
  }
}
