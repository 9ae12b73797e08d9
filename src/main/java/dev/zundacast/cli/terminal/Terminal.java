package dev.zundacast.cli.terminal;

import dev.zundacast.disk.Json;
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
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    Path folder,
    boolean animate) {

  /** An environment variable, "" when it is not set. */
  public String env(String name) {
    return env.getOrDefault(name, "");
  }

  /** Whether messages may be coloured (https://no-color.org). */
  public boolean colour() {
    return animate && env("NO_COLOR").isEmpty();
  }

  /** A path as it was typed here, as an absolute one. */
  public Path resolve(Path path) {
    return folder.resolve(path).normalize();
  }

  /** A path as people here would type it. */
  public String shown(Path path) {
    return (path.startsWith(folder) ? folder.relativize(path) : path).toString();
  }

  /** Prints a line of the result, without what could drive the terminal. */
  public void print(String line) {
    out.println(Reporter.clean(line));
  }

  /** Prints a record of the result as a line of JSON. */
  public void json(Object value) {
    out.println(Json.text(value));
  }

  /** Prints a line of progress or a message, without what could drive the terminal. */
  public void say(String line) {
    err.println(Reporter.clean(line));
  }
}
