package dev.zundacast.cli.terminal;

import dev.zundacast.disk.Json;
import dev.zundacast.message.Message;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a run of the program is given: its streams, its environment, where it was started, and
 * whether err is a terminal that can redraw a line.
 */
public record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> env,
    Path folder,
    boolean animate) {

  /** The same with the time before each message: whoever reads a log wants to know when. */
  public Terminal timed() {
    if (animate) {
      return this;
    }
    PrintStream timed = new PrintStream(new TimedLines(err), true, StandardCharsets.UTF_8);
    return new Terminal(in, out, timed, env, folder, false);
  }

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
    // A job that is started from the root of the disk names whole paths; the folder has no other.
    boolean near = folder.getNameCount() > 0 && path.startsWith(folder) && !path.equals(folder);
    return (near ? folder.relativize(path) : path).toString();
  }

  /** The language that people are spoken to in. */
  public Locale language() {
    return Language.of(env);
  }

  /**
   * The language that people asked for, {@code ja} or {@code en}; the launcher puts a locale into
   * the same variable, which asks for nothing.
   */
  public Optional<String> askedLanguage() {
    return Optional.of(env(Language.VARIABLE)).filter(it -> it.matches("ja|en"));
  }

  /** The same in a language. */
  public Terminal speaking(Locale language) {
    Map<String, String> changed = new HashMap<>(env);
    changed.put(Language.VARIABLE, language.equals(Locale.JAPANESE) ? "ja" : "en");
    return new Terminal(in, out, err, changed, folder, animate);
  }

  /** A message in that language. */
  public String text(Message message) {
    return message.in(language());
  }

  /** Prints a line of the result, without what could drive the terminal. */
  public void print(Message line) {
    out.println(Reporter.clean(text(line)));
  }

  /** Prints a line of the result that is no message. */
  public void print(String line) {
    print(Message.plain(line));
  }

  /** Prints a record of the result as a line of JSON. */
  public void json(Object value) {
    out.println(Json.text(value));
  }

  /** Prints a line of progress or a message, without what could drive the terminal. */
  public void say(Message line) {
    err.println(Reporter.clean(text(line)));
  }

  /** How many columns a text takes: two for a full-width character. */
  public static int width(String text) {
    return text.codePoints().map(Terminal::width).sum();
  }

  private static int width(int c) {
    boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
    boolean halfWidth = c < 0x1100 || (c >= 0xFF61 && c <= 0xFFDC) || (c >= 0x2000 && c < 0x2E80);
    return mark ? 0 : halfWidth ? 1 : 2;
  }

  /** A message with spaces behind it, at least so many columns wide. */
  public String padded(Message message, int columns) {
    String text = text(message);
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /**
   * Messages to lines of a log: the local time stands before each. The further lines of a message,
   * which comes in one piece or is indented there, have none.
   */
  private static final class TimedLines extends FilterOutputStream {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss ");

    private boolean atStart = true;

    TimedLines(OutputStream log) {
      super(log);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
      if (length == 0) {
        return;
      }
      ByteArrayOutputStream timed = new ByteArrayOutputStream();
      if (atStart && !Character.isWhitespace(bytes[from])) {
        timed.writeBytes(
            LocalTime.now(ZoneId.systemDefault()).format(TIME).getBytes(StandardCharsets.US_ASCII));
      }
      timed.write(bytes, from, length);
      atStart = bytes[from + length - 1] == '\n';
      // As one piece: two processes may write to one log.
      out.write(timed.toByteArray());
    }
  }

  /** The results of a command: text for people, JSON for programs, or neither. */
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
    public void json(Supplier<Json.Fields> result) {
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
}
