package dev.zundacast.cli.terminal;

import dev.zundacast.disk.Json.Fields;
import java.util.function.Supplier;

/** The results of a command to standard output: text for people, JSON for programs, or neither. */
public record Output(Terminal terminal, Form form) {
  /** The forms of results. */
  public enum Form {
    TEXT,
    JSON,
    /** Only what went wrong. */
    QUIET,
    /** JSON, and of the messages only what went wrong. */
    QUIET_JSON
  }

  /** What a command's options ask for. */
  public static Output of(Terminal terminal, boolean json, boolean quiet) {
    Form form = json ? (quiet ? Form.QUIET_JSON : Form.JSON) : quiet ? Form.QUIET : Form.TEXT;
    return new Output(terminal, form);
  }

  /** Whether people read it. */
  public boolean isText() {
    return form == Form.TEXT;
  }

  /** Whether programs read it. */
  public boolean isJson() {
    return form == Form.JSON || form == Form.QUIET_JSON;
  }

  /** Whether only what went wrong is said. */
  public boolean isQuiet() {
    return form == Form.QUIET || form == Form.QUIET_JSON;
  }

  /** Prints a line for people. */
  public void print(String line) {
    if (isText()) {
      terminal.print(line);
    }
  }

  /** Prints a record as a line of JSON. */
  public void json(Supplier<Fields> result) {
    if (isJson()) {
      terminal.json(result.get());
    }
  }

  /** Says what is good to know, but nothing that went wrong. */
  public void note(String line) {
    if (!isQuiet()) {
      terminal.say(line);
    }
  }
}
