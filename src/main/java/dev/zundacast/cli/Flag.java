package dev.zundacast.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option without a value: it is given or it is not. */
final class Flag implements Options {
  private final OptionSpec spec;

  Flag(String name, String... description) {
    this(List.of(name), description);
  }

  Flag(List<String> names, String... description) {
    this.spec =
        OptionSpec.builder(names.toArray(new String[0]))
            .type(boolean.class)
            .description(description)
            .build();
  }

  boolean isGiven() {
    return Boolean.TRUE.equals(spec.getValue());
  }

  @Override
  public void addTo(CommandSpec command) {
    command.addOption(spec);
  }
}
