package dev.zundacast.cli;

import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.draft.DraftOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code engine install|draft}: the built-in engine. */
final class EngineCommand {
  private EngineCommand() {}

  static CommandSpec spec(Terminal terminal) {
    CommandSpec engine =
        Menu.spec(
            "engine",
            "The built-in draft engine, for machines without VOICEVOX.",
            "say what to do: install or draft",
            new GlobalOptions());
    return Specs.over(engine, new Install(terminal).spec(), new Draft(terminal).spec());
  }

  /** {@code engine install}. */
  private static final class Install implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions global = new GlobalOptions();

    Install(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this,
          "install",
          List.of(
              "Sets up Open JTalk, its dictionary and the voice Mei; what is there is left alone.",
              "Without the right to install packages it prints the command to run."),
          global);
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
  private static final class Draft implements Callable<Integer> {
    private final Terminal terminal;
    private final GlobalOptions global = new GlobalOptions();

    private final Value<Integer> port =
        Value.optionOr(
            "50021",
            "--port",
            "N",
            Integer.class,
            "Port on 127.0.0.1 (${DEFAULT-VALUE}); 0 takes a free one.");

    Draft(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this,
          "draft",
          List.of("Serves the draft engine alone until it is interrupted."),
          global,
          port);
    }

    @Override
    public Integer call() throws IOException {
      DraftEngines.requireInstalled();
      try (DraftEngine engine = DraftEngine.start(DraftOptions.onPort(port.value()))) {
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
