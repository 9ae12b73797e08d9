package dev.zundacast.cli;

import dev.zundacast.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several commands in one process: Java learns from one run what later ones start with. */
public final class Training {
  /** Stands between two commands. */
  public static final String AND = "--and";

  private Training() {}

  /** Runs {@code COMMAND… [--and COMMAND…]…}; ends with the code of the first that failed. */
  public static void main(String[] args) {
    Path folder = Path.of("").toAbsolutePath();
    Terminal terminal =
        new Terminal(
                System.in, System.out, System.err, ProgramHome.in(System.getenv()), folder, false)
            .timed();
    List<String> command = new ArrayList<>();
    for (String word : args) {
      if (word.equals(AND)) {
        run(terminal, command);
        command.clear();
      } else {
        command.add(word);
      }
    }
    run(terminal, command);
    System.exit(0);
  }

  private static void run(Terminal terminal, List<String> command) {
    int code = Main.run(terminal, command.toArray(new String[0]));
    // A site that was made up has findings.
    if (code != 0 && code != 6) {
      System.exit(code);
    }
  }
}
