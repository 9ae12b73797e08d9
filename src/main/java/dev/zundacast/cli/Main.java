package dev.zundacast.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The program: arguments to an exit code. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Map<String, String> env = System.getenv();
    // Only the launcher can see whether standard error is a terminal.
    boolean animate = "1".equals(env.get("ZUNDACAST_TERMINAL")) && !"dumb".equals(env.get("TERM"));
    // UTF-8 whatever the locale says: scheduled jobs often run in the C locale.
    Terminal terminal =
        new Terminal(
            System.in,
            utf8(FileDescriptor.out),
            utf8(FileDescriptor.err),
            env,
            Path.of("").toAbsolutePath(),
            animate);
    int code = run(terminal, args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Runs one command and gives its exit code; tests call this. */
  static int run(Terminal terminal, String... args) {
    return Commands.line(terminal, args).execute(args);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
