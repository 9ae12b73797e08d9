package dev.zundacast.cli.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A program's commands and options to a completion script of fish, which picocli does not write.
 */
final class FishCompletion {
  private final StringBuilder script = new StringBuilder();
  private final String program;

  private FishCompletion(String program) {
    this.program = program;
  }

  static String of(String program, CommandLine root) {
    FishCompletion completion = new FishCompletion(program);
    completion.begin();
    completion.command(List.of(), root);
    return completion.script.toString();
  }

  /** The words that have been typed and are no options decide what may follow. */
  private void begin() {
    script.append(
        """
        # Completion of %1$s for fish.
        function __%1$s_words
            string match --invert -- '-*' (commandline -opc)[2..]
        end
        function __%1$s_at
            set -l words (__%1$s_words)
            test "$words" = "$argv"
        end
        function __%1$s_in
            set -l words (__%1$s_words)
            set -l count (count $argv)
            test (count $words) -ge $count
            and test "$words[1..$count]" = "$argv"
        end
        """
            .formatted(program));
  }

  private void command(List<String> path, CommandLine command) {
    boolean group = !command.getSubcommands().isEmpty();
    String place = String.join(" ", path);
    String when = "__" + program + (group ? "_at" : "_in") + (path.isEmpty() ? "" : " " + place);
    command.getCommandSpec().options().forEach(option -> option(when, option));
    for (Map.Entry<String, CommandLine> below : command.getSubcommands().entrySet()) {
      String[] does = below.getValue().getCommandSpec().usageMessage().description();
      line(when, "-f -a " + below.getKey(), does);
      List<String> deeper = new ArrayList<>(path);
      deeper.add(below.getKey());
      command(deeper, below.getValue());
    }
  }

  private void option(String when, OptionSpec option) {
    if (option.hidden()) {
      return;
    }
    StringBuilder names = new StringBuilder();
    for (String name : option.names()) {
      boolean isLong = name.startsWith("--");
      names.append(isLong ? " -l " : " -s ").append(name.substring(isLong ? 2 : 1));
    }
    line(when, names.toString().strip() + value(option), option.description());
  }

  /** What may follow an option: nothing, a file, one of its words, or anything. */
  private static String value(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    Class<?>[] types = option.auxiliaryTypes();
    Iterable<String> words = option.completionCandidates();
    if (words != null) {
      return " -x -a " + quoted(String.join(" ", words).toLowerCase(Locale.ROOT));
    }
    return types[types.length - 1] == Path.class ? " -r -F" : " -x";
  }

  private void line(String when, String what, String... does) {
    script.append("complete -c ").append(program).append(" -n ").append(quoted(when)).append(' ');
    script.append(what);
    if (does.length > 0) {
      script.append(" -d ").append(quoted(does[0]));
    }
    script.append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
