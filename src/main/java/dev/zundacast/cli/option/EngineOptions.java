package dev.zundacast.cli.option;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftHome;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PoolOptions;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which engines speak. */
public final class EngineOptions {
  private static final String DEFAULT = "http://127.0.0.1:50021";

  @Option(
      names = "--engine",
      paramLabel = "URL",
      description = {
        "A VOICEVOX-compatible engine; may be repeated. 'draft' is the built-in one.",
        "Else ZUNDACAST_ENGINE, else zundacast.yaml, else port 50021 of this machine."
      })
  List<String> engines = List.of();

  @Option(
      names = "--allow-mixed",
      description = "Let engines of different versions or dictionaries work together.")
  boolean allowMixed;

  /** Engines that are open, and the draft engine where it is one of them. */
  public record Open(EnginePool pool, List<DraftEngine> drafts) implements Closeable {
    @Override
    public void close() throws IOException {
      pool.close();
      for (DraftEngine draft : drafts) {
        draft.close();
      }
    }
  }

  /** Engines that are being opened in the background; closing waits for them and closes them. */
  public record Opening(BackgroundTask<Open> task) implements Closeable {
    /** The engines; fails as {@link EngineOptions#open(Terminal, Settings)} does. */
    public EnginePool pool() throws IOException {
      return task.join().pool();
    }

    @Override
    public void close() throws IOException {
      Open open;
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
  public record Addresses(List<String> urls, String origin) {}

  /** The option's addresses, else the environment's, zundacast.yaml's, or the usual one. */
  public Addresses addresses(Terminal terminal, Settings settings) {
    if (!engines.isEmpty()) {
      return new Addresses(engines, "--engine");
    }
    String set = terminal.env("ZUNDACAST_ENGINE").strip();
    if (!set.isEmpty()) {
      return new Addresses(List.of(set.split("[,\\s]+")), "ZUNDACAST_ENGINE");
    }
    return settings.engines().isEmpty()
        ? new Addresses(List.of(DEFAULT), "default")
        : new Addresses(settings.engines(), Settings.NAME);
  }

  /** Whether the command line or the environment names an engine. */
  public boolean asked(Terminal terminal) {
    return !engines.isEmpty() || !terminal.env("ZUNDACAST_ENGINE").isEmpty();
  }

  /** Whether someone named an engine, so that the usual address is not just a guess. */
  public boolean named(Terminal terminal, Settings settings) {
    return !addresses(terminal, settings).urls().equals(List.of(DEFAULT));
  }

  /** Begins to open the engines in the background. */
  public Opening begin(Terminal terminal, Settings settings) {
    return new Opening(BackgroundTask.start("engines", () -> open(terminal, settings)));
  }

  /**
   * Opens the engines.
   *
   * @throws Problem of kind NO_ENGINE when none answers
   */
  public Open open(Terminal terminal, Settings settings) throws IOException {
    return open(addresses(terminal, settings).urls(), settings);
  }

  /**
   * Opens the engines at these addresses instead; fails as {@link #open(Terminal, Settings)} does.
   */
  public Open open(List<String> addresses, Settings settings) throws IOException {
    List<DraftEngine> drafts = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    try {
      for (String address : addresses) {
        if (address.equals("draft")) {
          drafts.add(DraftEngine.start(0, DraftHome.ofEnvironment()));
          urls.add(drafts.get(drafts.size() - 1).url());
        } else {
          urls.add(address);
        }
      }
      return new Open(EnginePool.open(urls, poolOptions(settings)), drafts);
    } catch (IOException | RuntimeException e) {
      for (DraftEngine draft : drafts) {
        draft.close();
      }
      throw e;
    }
  }

  private PoolOptions poolOptions(Settings settings) {
    boolean mixed = allowMixed || settings.mixed() == PoolOptions.Mixed.ALLOW;
    return new PoolOptions(
        settings.audio().format().sampleRate(),
        settings.timeouts(),
        settings.patience(),
        PoolOptions.USUAL.firstWait(),
        mixed ? PoolOptions.Mixed.ALLOW : PoolOptions.Mixed.REFUSE,
        settings.dictionary());
  }
}
