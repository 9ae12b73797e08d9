package dev.zundacast.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of the program is given: its streams, its environment and where it was started.
 *
 * @param in standard input
 * @param out results, for people and programs
 * @param err progress and messages
 * @param env environment variables
 * @param folder the working folder
 * @param animate whether err is a terminal that can redraw a line
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    Path folder,
    boolean animate) {

  /** An environment variable, "" when it is not set. */
  String env(String name) {
    return env.getOrDefault(name, "");
  }

  /** Whether messages may be coloured (https://no-color.org). */
  boolean colour() {
    return animate && env("NO_COLOR").isEmpty();
  }
}
