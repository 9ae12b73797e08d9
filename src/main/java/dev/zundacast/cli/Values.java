package dev.zundacast.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** An option that may be repeated, or the parameters of a command: all their values in order. */
final class Values<T> implements Options {
  private final ArgSpec spec;

  private Values(ArgSpec spec) {
    this.spec = spec;
  }

  /** An option that may be given any number of times. */
  static <T> Values<T> option(String name, String label, Class<T> type, String... description) {
    return new Values<>(
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(List.class)
            .auxiliaryTypes(type)
            .description(description)
            .build());
  }

  /** Parameters that may all be left out. */
  static <T> Values<T> any(String label, Class<T> type, String description) {
    return new Values<>(parameters(0, label, type).arity("0..*").description(description).build());
  }

  /** One parameter or more. */
  static <T> Values<T> some(String label, Class<T> type, String description) {
    return someFrom(0, label, type, description);
  }

  /** One parameter or more, behind those that stand before this place, which counts from 0. */
  static <T> Values<T> someFrom(int place, String label, Class<T> type, String description) {
    return new Values<>(
        parameters(place, label, type)
            .arity("1..*")
            .required(true)
            .description(description)
            .build());
  }

  private static PositionalParamSpec.Builder parameters(int place, String label, Class<?> type) {
    return PositionalParamSpec.builder()
        .index(place + "..*")
        .paramLabel(label)
        .type(List.class)
        .auxiliaryTypes(type);
  }

  /** What was given, empty when nothing was. */
  List<T> get() {
    return Optional.ofNullable(spec.<List<T>>getValue()).orElse(List.of());
  }

  @Override
  public void addTo(CommandSpec command) {
    command.add(spec);
  }
}
