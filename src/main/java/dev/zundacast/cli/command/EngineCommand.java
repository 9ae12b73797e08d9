package dev.zundacast.cli.command;

import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.option.Without;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.draft.DraftInstall;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code engine install|draft}: the built-in engine. */
@Without("--quiet")
@Command(name = "engine", description = "The built-in draft engine, for machines without VOICEVOX.")
public final class EngineCommand implements Runnable {
  private final Terminal terminal;

  @Mixin final GlobalOptions global = new GlobalOptions();
  @Spec CommandSpec spec;

  public EngineCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: install or draft");
  }

  @Without("--quiet")
  @Command(
      description = {
        "Sets up Open JTalk, its dictionary and the voice Mei; what is there is left alone.",
        "Without the right to install packages it prints the command to run."
      })
  int install(@Mixin GlobalOptions options) throws IOException {
    if (!DraftInstall.missing().isEmpty()) {
      DraftInstall.install(terminal::say);
    }
    terminal.out().println("the draft engine is ready");
    return ExitCode.DONE.code();
  }

  @Without("--quiet")
  @Command(name = "draft", description = "Serves the draft engine alone until it is interrupted.")
  int serve(
      @Option(
              names = "--port",
              paramLabel = "N",
              defaultValue = "50021",
              description = "Port on 127.0.0.1 (${DEFAULT-VALUE}); 0 takes a free one.")
          int port,
      @Mixin GlobalOptions options)
      throws IOException {
    try (DraftEngine engine = DraftEngine.start(port, DraftHome.ofEnvironment())) {
      terminal.out().println("draft engine at " + engine.url() + " (Ctrl-C ends it)");
      terminal.out().flush();
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED.code();
    }
    return ExitCode.DONE.code();
  }
}
