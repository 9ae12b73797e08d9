package dev.zundacast.cli;

import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.draft.DraftOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code engine install|draft}: the built-in engine. */
@Command(
    name = "engine",
    description = "The built-in draft engine, for machines without VOICEVOX.",
    subcommands = {EngineCommand.Install.class, EngineCommand.Draft.class})
final class EngineCommand implements Runnable {
  @Mixin GlobalOptions global = new GlobalOptions();

  @picocli.CommandLine.Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run
  private picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(), "say what to do: install or draft");
  }

  /** {@code engine install}. */
  @Command(
      name = "install",
      description = {
        "Sets up Open JTalk, its dictionary and the voice Mei; what is there is left alone.",
        "Without the right to install packages it prints the command to run."
      })
  static final class Install implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin GlobalOptions global = new GlobalOptions();

    Install(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      List<String> missing = DraftInstall.missing();
      if (!missing.isEmpty()) {
        DraftInstall.install(text -> terminal.err().println(Reporter.clean(text)));
      }
      terminal.out().println("the draft engine is ready");
      return ExitCode.DONE.code();
    }
  }

  /** {@code engine draft}. */
  @Command(name = "draft", description = "Serves the draft engine alone until it is interrupted.")
  static final class Draft implements Callable<Integer> {
    private final Terminal terminal;
    @Mixin GlobalOptions global = new GlobalOptions();

    @Option(
        names = "--port",
        defaultValue = "50021",
        paramLabel = "N",
        description = "Port on 127.0.0.1 (${DEFAULT-VALUE}); 0 takes a free one.")
    int port;

    Draft(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
      DraftEngines.requireInstalled();
      try (DraftEngine engine = DraftEngine.start(DraftOptions.onPort(port))) {
        terminal.out().println("draft engine at " + engine.url() + " (Ctrl-C ends it)");
        terminal.out().flush();
        Thread.currentThread().join();
      } catch (InterruptedException e) {
        return ExitCode.INTERRUPTED.code();
      }
      return ExitCode.DONE.code();
    }
  }
}
