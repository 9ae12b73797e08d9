package dev.zundacast.cli;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.testkit.SampleSite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in this process as a shell would, in a folder and an environment of the test's. */
public final class Shell {
  private final Path folder;
  private final Map<String, String> env = new HashMap<>();
  private String input = "";
  private boolean timed;

  public Shell(Path folder) {
    this.folder = folder;
    env.put("HOME", folder.resolve(".home").toString());
  }

  /** One with this project's voices, and with scripts and what is made in the folder. */
  static Shell building(Path folder) {
    return new Shell(folder)
        .env("ZUNDACAST_VOICES", SampleSite.voices().toString())
        .env("ZUNDACAST_SCRIPTS", folder.resolve("scripts").toString())
        .env("ZUNDACAST_OUT", folder.resolve("out").toString());
  }

  /** What a command left. */
  public record Result(int code, String out, String err) {}

  public Shell env(String name, String value) {
    env.put(name, value);
    return this;
  }

  /** As the program itself starts where standard error is no terminal. */
  Shell timed() {
    timed = true;
    return this;
  }

  /** The standard input of the next command. */
  public Shell input(String text) {
    input = text;
    return this;
  }

  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    Terminal terminal = new Terminal(in, stream(out), stream(err), env, folder, false);
    int code = Main.run(timed ? terminal.timed() : terminal, args);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
