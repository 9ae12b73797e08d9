package dev.zundacast.cli;

import java.io.PrintStream;

/** The program: arguments to an exit code. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  static int run(PrintStream out, PrintStream err, String... args) {
    out.println("zundacast");
    return 0;
  }
}
