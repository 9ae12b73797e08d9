package dev.zundacast.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Touches what the daily commands load, so that the launcher can keep the classes in an archive;
 * says nothing and changes nothing.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUp implements Callable<Integer> {
  private static final String TEXT = "VS CodeでJSONを3分の1に、これはね。\nChatGPT\n";

  private final Terminal terminal;

  WarmUp(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    run("", "--help");
    run("", "build", "--help");
    run(TEXT, "read");
    run(TEXT, "read", "--style", "nanoda");
    return ExitCode.DONE.code();
  }

  private void run(String input, String... args) {
    PrintStream nothing =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Terminal quiet =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            nothing,
            nothing,
            terminal.env(),
            terminal.folder(),
            false);
    Main.run(quiet, args);
  }
}
