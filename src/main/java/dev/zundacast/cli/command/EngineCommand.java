package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.draft.DraftInstall;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.engine.InstalledEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code engine install|draft|start|stop}: the built-in engine, and those that are installed. */
@Command(name = "engine")
public final class EngineCommand extends ProgramCommand {

  @Command
  void install() throws IOException {
    DraftInstall.install(DraftHome.ofEnvironment(), terminal::say);
    terminal.print(Message.of("engine.draftReady"));
  }

  @Command
  void start(
      @Parameters(paramLabel = "ENGINE", arity = "0..1", defaultValue = "voicevox") String engine,
      @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "180") int wait)
      throws IOException {
    String word =
        InstalledEngine.isNamed(engine) ? engine : terminal.resolve(Path.of(engine)).toString();
    String url = EngineOptions.local(terminal).start(word, Duration.ofSeconds(Math.max(1, wait)));
    terminal.print(Message.of("engine.running", url));
  }

  @Command
  void stop() throws IOException {
    List<String> stopped = EngineOptions.local(terminal).stop();
    stopped.forEach(url -> terminal.print(Message.of("engine.stopped", url)));
    if (stopped.isEmpty()) {
      terminal.print(Message.of("engine.noneRunning"));
    }
  }

  @Command(name = "draft")
  int serve(@Option(names = "--port", paramLabel = "N", defaultValue = "50021") int port)
      throws IOException {
    EngineOptions.requirePort(port);
    try (DraftEngine engine = DraftEngine.start(port, DraftHome.ofEnvironment())) {
      terminal.print(Message.of("engine.draftAt", engine.url()));
      terminal.out().flush();
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED.code();
    }
    return ExitCode.DONE.code();
  }
}
