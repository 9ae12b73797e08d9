package dev.zundacast.cli.option;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.disk.UserFolder;
import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.engine.InstalledEngine;
import dev.zundacast.pipeline.engine.LocalEngines;
import dev.zundacast.pipeline.engine.Machine;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PoolOptions;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which engines speak. */
public final class EngineOptions extends TerminalOptions {
  private static final int MOST_SECONDS = 3600;
  private static final int LAST_PORT = 65_535;
  private static final String DEFAULT = "http://127.0.0.1:50021";

  @Option(names = "--engine", paramLabel = "URL")
  List<String> engines = List.of();

  @Option(names = "--allow-mixed")
  boolean allowMixed;

  @Option(names = "--wait", paramLabel = "SECONDS")
  int wait;

  /** Refuses, as a wrong usage, what no port of a machine is called. */
  public static void requirePort(int port) {
    if (port < 0 || port > LAST_PORT) {
      throw Problem.usage("engine.port", port, LAST_PORT);
    }
  }

  /** Engines that are opened in the background or when they are needed; closing closes them. */
  public static final class PendingEngines implements Closeable {
    private final IoSupplier<EnginePool> opening;
    private @Nullable BackgroundTask<EnginePool> task;

    private PendingEngines(IoSupplier<EnginePool> opening) {
      this.opening = opening;
    }

    private synchronized BackgroundTask<EnginePool> begin() {
      task = task == null ? BackgroundTask.start("engines", opening) : task;
      return task;
    }

    /** The engines; fails as {@link EngineOptions#open(Settings)} does. */
    public EnginePool pool() throws IOException {
      return begin().join();
    }

    @Override
    public synchronized void close() throws IOException {
      if (task == null) {
        return;
      }
      EnginePool open;
      try {
        open = task.join();
      } catch (IOException | RuntimeException | Error e) {
        // Whoever needed them got this failure from pool(); what is up to date needs no engine.
        return;
      }
      open.close();
    }
  }

  /** The engines' addresses, and where they come from, for people. */
  public record Addresses(List<String> urls, Message origin) {}

  /** The option's addresses, else the environment's, zundacast.yaml's, or the usual one. */
  public Addresses addresses(Settings settings) {
    if (!engines.isEmpty()) {
      return new Addresses(engines, Message.plain("--engine"));
    }
    String set = terminal.env("ZUNDACAST_ENGINE").strip();
    if (!set.isEmpty()) {
      return new Addresses(List.of(set.split("[,\\s]+")), Message.plain("ZUNDACAST_ENGINE"));
    }
    return settings.engines().isEmpty()
        ? new Addresses(List.of(DEFAULT), Message.of("engine.default"))
        : new Addresses(settings.engines(), Message.plain(Settings.NAME));
  }

  /** Whether the command line or the environment names an engine. */
  public boolean asked() {
    return !engines.isEmpty() || !terminal.env("ZUNDACAST_ENGINE").isEmpty();
  }

  /** Which engines will speak, and whether they are taught words: other words are other sound. */
  public List<String> named(Settings settings) {
    List<String> named = new ArrayList<>(addresses(settings).urls());
    named.replaceAll(address -> address.equals("draft") ? DraftEngine.NAME : address);
    named.add(settings.pool().dictionary().name());
    return named;
  }

  /** Whether someone named an engine, so that the usual address is not just a guess. */
  public boolean isNamed(Settings settings) {
    return !addresses(settings).urls().equals(List.of(DEFAULT));
  }

  /** Whether an engine of this machine may have to be started, which takes it seconds. */
  public boolean mayStartOne(Settings settings) {
    return addresses(settings).urls().stream().anyMatch(InstalledEngine::isNamed);
  }

  /** Engines that are opened in the background: now, or as soon as somebody asks for them. */
  public PendingEngines begin(Settings settings, boolean now) {
    PendingEngines opening = new PendingEngines(() -> open(settings));
    if (now) {
      opening.begin();
    }
    return opening;
  }

  /** Opens the engines; a problem of kind NO_ENGINE where none answers. */
  public EnginePool open(Settings settings) throws IOException {
    return open(addresses(settings).urls(), settings.pool());
  }

  /** The same, empty where none answers. */
  public Optional<EnginePool> openIfThere(Settings settings) throws IOException {
    try {
      return Optional.of(open(settings));
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.NO_ENGINE) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Opens the engines at these addresses instead; fails as {@link #open(Settings)} does. */
  public EnginePool open(List<String> addresses, PoolOptions pool) throws IOException {
    if (wait < 0 || wait > MOST_SECONDS) {
      throw Problem.usage("engine.wait", wait, MOST_SECONDS);
    }
    List<Runnable> own = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    try {
      for (String address : addresses) {
        urls.add(url(address, own));
      }
      boolean isOurs = !own.isEmpty();
      // What was just started will answer; of others that do not, a person hears at once.
      Duration usual = isOurs && wait == 0 ? pool.patience() : Duration.ofSeconds(wait);
      return pool(urls, options(pool), usual, isOurs).with(own);
    } catch (IOException | RuntimeException e) {
      own.forEach(Runnable::run);
      throw e;
    }
  }

  /** Where an engine answers; one that has to be started first is added to this command's own. */
  private String url(String address, List<Runnable> own) throws IOException {
    if (address.equals("draft")) {
      DraftEngine draft = DraftEngine.start(0, DraftHome.ofEnvironment());
      own.add(draft::close);
      return draft.url();
    }
    if (InstalledEngine.isNamed(address)) {
      return local(terminal).use(address, Duration.ofSeconds(wait), own);
    }
    // A name without a dot or a port is none of a machine with an engine, most likely a slip.
    if (address.matches("[A-Za-z]+") && !address.equals("localhost")) {
      throw Problem.usage("engine.unknown", address, DEFAULT);
    }
    return address;
  }

  /** The installed engines of this machine. */
  public static LocalEngines local(Terminal terminal) {
    Path data = UserFolder.of(terminal.env());
    return new LocalEngines(Machine.here(terminal.env()), data, terminal::say);
  }

  /** The pool, as soon as one of the engines answers that may still be starting. */
  private EnginePool pool(List<String> urls, PoolOptions options, Duration patience, boolean isOurs)
      throws IOException {
    String all = String.join(", ", urls);
    boolean said = false;
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        return EnginePool.open(urls, options);
      } catch (Problem e) {
        if (e.kind() != Problem.Kind.NO_ENGINE) {
          throw e;
        }
        if (System.nanoTime() >= end) {
          // Starting one more would help nobody whose machine has no time for the one it has.
          long waited = Math.max(1, patience.toSeconds());
          throw isOurs ? Problem.noEngine("engine.busyMachine", all, waited).causedBy(e) : e;
        }
        if (!said) {
          terminal.say(Message.of("engine.waiting", all));
          said = true;
        }
        BackgroundTask.sleep(Duration.ofSeconds(1));
      }
    }
  }

  private PoolOptions options(PoolOptions set) {
    return new PoolOptions(
        set.timeouts(),
        set.patience(),
        set.firstWait(),
        allowMixed ? PoolOptions.Mixed.ALLOW : set.mixed(),
        set.dictionary(),
        PoolOptions.running(terminal.env()));
  }
}
