package dev.zundacast.cli.terminal;

import dev.zundacast.disk.Json.Fields;
import dev.zundacast.message.Message;
import java.util.function.Supplier;

/**
 * The results of a command to standard output: text for people, JSON for programs, or neither.
 *
 * @param isJson whether programs read it
 * @param isQuiet whether only what went wrong is said
 */
public record Output(Terminal terminal, boolean isJson, boolean isQuiet) {
  /** Whether people read it. */
  public boolean isText() {
    return !isJson && !isQuiet;
  }

  /** Prints a line for people. */
  public void print(Message line) {
    if (isText()) {
      terminal.print(line);
    }
  }

  /** Prints a record as a line of JSON. */
  public void json(Supplier<Fields> result) {
    if (isJson) {
      terminal.json(result.get());
    }
  }

  /** Says what is good to know, but nothing that went wrong. */
  public void note(Message line) {
    if (!isQuiet) {
      terminal.say(line);
    }
  }
}
