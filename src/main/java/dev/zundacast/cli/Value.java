package dev.zundacast.cli;

import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** An option or a parameter with one value. A value that is given as '' is there, and empty. */
final class Value<T> implements Options {
  private final ArgSpec spec;

  private Value(ArgSpec spec) {
    this.spec = spec;
  }

  /** An option that may be left out. */
  static <T> Value<T> option(String name, String label, Class<T> type, String... description) {
    return new Value<>(option(name, label, type).description(description).build());
  }

  /** An option that has a value in any case: what is given, or else what this text stands for. */
  static <T> Value<T> optionOr(
      String usual, String name, String label, Class<T> type, String... description) {
    return new Value<>(
        option(name, label, type).defaultValue(usual).description(description).build());
  }

  /** A parameter that has to be given, at a place that counts from 0. */
  static <T> Value<T> parameter(int place, String label, Class<T> type, String description) {
    return new Value<>(
        parameter(place, label, type).required(true).description(description).build());
  }

  /** A parameter that may be left out. */
  static <T> Value<T> optional(int place, String label, Class<T> type, String description) {
    return new Value<>(
        parameter(place, label, type).arity("0..1").description(description).build());
  }

  private static OptionSpec.Builder option(String name, String label, Class<?> type) {
    return OptionSpec.builder(name).paramLabel(label).type(type);
  }

  private static PositionalParamSpec.Builder parameter(int place, String label, Class<?> type) {
    return PositionalParamSpec.builder()
        .index(Integer.toString(place))
        .paramLabel(label)
        .type(type);
  }

  /** What was given or is usual. */
  Optional<T> get() {
    return Optional.ofNullable(spec.getValue());
  }

  /** The value of one that has it in any case. */
  T value() {
    return get().orElseThrow();
  }

  @Override
  public void addTo(CommandSpec command) {
    command.add(spec);
  }
}
