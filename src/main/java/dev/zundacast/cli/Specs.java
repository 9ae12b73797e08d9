package dev.zundacast.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Commands as picocli's parser and help know them. They are put together by calls: reading them
 * from annotations took a quarter of each start.
 */
final class Specs {
  /** Given wherever picocli takes one, as its own looks for Groovy first. */
  private static final IFactory LISTS = new Lists();

  private Specs() {}

  /** A command that takes these options; picocli runs or calls the command itself. */
  static CommandSpec of(Object command, String name, List<String> description, Options... options) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(command, LISTS).name(name);
    spec.usageMessage().description(description.toArray(new String[0]));
    for (Options some : options) {
      some.addTo(spec);
    }
    return spec;
  }

  /** The same command over these. */
  static CommandSpec over(CommandSpec spec, CommandSpec... commands) {
    for (CommandSpec command : commands) {
      spec.addSubcommand(command.name(), line(command));
    }
    return spec;
  }

  /** A parser for the command. */
  static CommandLine line(CommandSpec spec) {
    return new CommandLine(spec, LISTS);
  }

  /** Makes the lists in which values are gathered; picocli asks for nothing else. */
  private static final class Lists implements IFactory {
    @Override
    public <K> K create(Class<K> type) {
      if (type == List.class) {
        return type.cast(new ArrayList<>());
      }
      throw new IllegalArgumentException(type + " is not made here");
    }
  }
}
