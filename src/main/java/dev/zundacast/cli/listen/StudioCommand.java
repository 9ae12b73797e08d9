package dev.zundacast.cli.listen;

import dev.zundacast.cli.command.ProgramCommand;
import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.disk.Resource;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.engine.Machine;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.Studio;
import dev.zundacast.studio.StudioOptions;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.StudioSite.Given;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code studio [SITE|POST]}: the show's page in the browser. */
@Command(name = "studio")
public final class StudioCommand extends ProgramCommand {
  /** Shorter ones are guessed. */
  private static final int SHORTEST_PASSWORD = 12;

  private static final List<String> EVERY_ADDRESS = List.of("0.0.0.0", "::", "*");

  private static final String PASSWORD = "ZUNDACAST_STUDIO_PASSWORD";

  @Parameters(paramLabel = "SITE|POST", arity = "0..1")
  Path place = Path.of("");

  @Option(names = "--port", paramLabel = "N")
  int port;

  @Option(names = "--no-open")
  boolean noOpen;

  @Option(names = "--listen", paramLabel = "ADDRESS")
  Optional<String> listen = Optional.empty();

  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final MakingOptions making = new MakingOptions();

  @Override
  protected ExitCode run() throws IOException {
    EngineOptions.requirePort(port);
    StudioOptions options = options();
    Path start = terminal.resolve(place);
    if (!Files.exists(start)) {
      throw Problem.usage("studio.noPlace", place);
    }
    ShowFolder show = folders.show(start);
    Workspace workspace = folders.workspace(show);
    workspace.requireWritable();
    workspace.ignoreOut();
    Path folder = workspace.out().resolve("studio");
    BrowserFile entrance = new BrowserFile(folder.resolve("open.html"));
    Optional<HeldLock> lock = HeldLock.tryTake(folder.resolve("studio.lock"));
    if (lock.isEmpty()) {
      return joinOther(entrance, show);
    }
    try (HeldLock held = lock.get()) {
      serve(site(show, workspace), options, entrance, start);
    }
    return ExitCode.DONE;
  }

  /** A second studio of a show would work against the first. */
  private ExitCode joinOther(BrowserFile entrance, ShowFolder show) throws IOException {
    String page = terminal.shown(entrance.file());
    terminal.say(Message.of("studio.openAlready", terminal.shown(show.root()), page));
    if (!noOpen && Files.isRegularFile(entrance.file())) {
      browse(entrance.file());
    }
    return ExitCode.DONE;
  }

  private StudioOptions options() {
    Optional<String> language = terminal.askedLanguage();
    if (listen.isEmpty()) {
      return new StudioOptions(StudioOptions.LOOPBACK, port, Optional.empty(), language);
    }
    if (EVERY_ADDRESS.contains(listen.get())) {
      throw Problem.usage("studio.badListen", listen.get());
    }
    String password = terminal.env(PASSWORD);
    if (password.length() < SHORTEST_PASSWORD) {
      throw Problem.usage("studio.passwordNeeded", PASSWORD, SHORTEST_PASSWORD);
    }
    return new StudioOptions(listen.get(), port, Optional.of(password), language);
  }

  private StudioSite site(ShowFolder show, Workspace workspace) throws IOException {
    Settings settings = Settings.of(show.root());
    BuildOptions build =
        making.buildOptions(Optional.of(show.root()), settings, engines.named(settings));
    List<String> urls = engines.addresses(settings).urls();
    EngineKeeper.Source source =
        new EngineKeeper.Source(
            String.join(", ", urls), () -> engines.open(urls, settings.pool().impatient()));
    return new StudioSite(
        show, workspace, build, source, given(show, settings, build), terminal.env());
  }

  /** What options, the environment and the show's place rule, and where that comes from. */
  private Map<String, Given> given(ShowFolder show, Settings settings, BuildOptions build)
      throws IOException {
    Map<String, Given> given = new HashMap<>();
    EngineOptions.Addresses addresses = engines.addresses(settings);
    given.put("engines", new Given(String.join(", ", addresses.urls()), addresses.origin()));
    folders
        .chosen(Optional.of(show))
        .values()
        .forEach(it -> given.put(it.name(), new Given(terminal.shown(it.path()), it.from())));
    given.values().removeIf(it -> it.from().equals(Message.plain(Settings.NAME)));
    for (String key : List.of("style", "minutes", "max-sentences", "sidecars")) {
      OptionSpec option = spec.findOption("--" + key);
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        String value = option.originalStringValues().stream().findFirst().orElse("true");
        given.put(key, new Given(value, Message.plain("--" + key)));
      }
    }
    if (build.audio().encoder() != settings.audio().encoder()) {
      String encoder = terminal.env(MakingOptions.ENCODER);
      given.put("audio.encoder", new Given(encoder, Message.plain(MakingOptions.ENCODER)));
    }
    return given;
  }

  private void serve(StudioSite site, StudioOptions options, BrowserFile entrance, Path start)
      throws IOException {
    // Closed in the other order: the process may end as soon as the first of them is, and not
    // before the way in is gone.
    try (UntilInterrupted untilInterrupted = new UntilInterrupted();
        entrance;
        Studio studio = Studio.open(site, options)) {
      entrance.write(studio.entrance(start));
      terminal.print(Message.plain("studio: " + studio.entrance(start)));
      terminal.say(Message.of("studio.howToEnd"));
      if (!noOpen) {
        browse(entrance.file());
      }
      untilInterrupted.await();
    }
  }

  /** Opens a file in the person's browser, else leaves them the address that was said. */
  private void browse(Path file) {
    for (List<String> command : browsers(file.toAbsolutePath().toString())) {
      try {
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
        return;
      } catch (IOException missing) {
        // The next one.
      }
    }
    terminal.say(Message.of("studio.noBrowser"));
  }

  private List<List<String>> browsers(String file) {
    return switch (Machine.here(terminal.env()).system()) {
      case MAC -> List.of(List.of("open", file));
      case WINDOWS -> List.of(List.of("rundll32", "url.dll,FileProtocolHandler", file));
      case LINUX ->
          Stream.of("xdg-open", "sensible-browser", "firefox")
              .map(it -> List.of(it, file))
              .toList();
    };
  }

  /**
   * A file for its owner alone that leads the browser to the studio: the address itself would show
   * in the list of processes, which other users of the machine can read.
   */
  private record BrowserFile(Path file) implements Closeable {
    /** Writes it, for nobody else to read from its first byte on, as temporary files are. */
    void write(String address) throws IOException {
      String page = Resource.text(StudioCommand.class, "open.html").formatted(address, address);
      Path fresh = Files.createTempFile(file.toAbsolutePath().resolveSibling(""), "open", ".html");
      try {
        Files.writeString(fresh, page);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh); // Gone already where it was moved.
      }
    }

    /** Removes the file, if it was written. */
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
