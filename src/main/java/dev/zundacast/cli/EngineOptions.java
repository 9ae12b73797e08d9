package dev.zundacast.cli;

import dev.zundacast.draft.DraftEngine;
import dev.zundacast.draft.DraftOptions;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.PoolOptions;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Which engines speak. */
final class EngineOptions implements Options {
  private static final String DEFAULT = "http://127.0.0.1:50021";

  final Values<String> engines =
      Values.option(
          "--engine",
          "URL",
          String.class,
          "A VOICEVOX-compatible engine; may be repeated. 'draft' is the built-in one.",
          "Else ZUNDACAST_ENGINE, else zundacast.yaml, else port 50021 of this machine.");

  private final Flag allowMixed =
      new Flag("--allow-mixed", "Let engines of different versions or dictionaries work together.");

  @Override
  public void addTo(CommandSpec command) {
    engines.addTo(command);
    allowMixed.addTo(command);
  }

  /** Engines that are open, and the draft engine where it is one of them. */
  record Open(EnginePool pool, List<DraftEngine> drafts) implements Closeable {
    @Override
    public void close() throws IOException {
      pool.close();
      for (DraftEngine draft : drafts) {
        draft.close();
      }
    }
  }

  /** The engines' addresses as they are set: option, environment, zundacast.yaml, default. */
  List<String> addresses(Terminal terminal, Settings settings) {
    if (!engines.get().isEmpty()) {
      return engines.get();
    }
    String set = terminal.env("ZUNDACAST_ENGINE");
    if (!set.isBlank()) {
      return List.of(set.strip().split("[,\\s]+"));
    }
    return settings.engines().isEmpty() ? List.of(DEFAULT) : settings.engines();
  }

  /** Where {@link #addresses} come from, for people. */
  String origin(Terminal terminal, Settings settings) {
    if (!engines.get().isEmpty()) {
      return "--engine";
    }
    if (!terminal.env("ZUNDACAST_ENGINE").isBlank()) {
      return "ZUNDACAST_ENGINE";
    }
    return settings.engines().isEmpty() ? "default" : Settings.NAME;
  }

  /** Whether someone named an engine, so that the usual address is not just a guess. */
  boolean named(Terminal terminal, Settings settings) {
    return !addresses(terminal, settings).equals(List.of(DEFAULT));
  }

  /** Engines that are being met in the background; closing waits for them, then closes them. */
  record Meeting(BackgroundTask<Open> task) implements Closeable {
    /** Waits for them; fails as {@link EngineOptions#open(Terminal, Settings)} does. */
    EnginePool pool() throws IOException {
      return task.join().pool();
    }

    @Override
    public void close() throws IOException {
      Open open;
      try {
        open = task.join();
      } catch (Problem | IOException e) {
        // Whoever waited for them was told already; if nobody did, something else failed first.
        return;
      }
      open.close();
    }
  }

  /** Begins to meet the engines: until they answer, posts and stages can be read. */
  Meeting begin(Terminal terminal, Settings settings) {
    return new Meeting(BackgroundTask.start("engines", () -> open(terminal, settings)));
  }

  /**
   * Opens the engines.
   *
   * @throws Problem of kind NO_ENGINE when none answers
   */
  Open open(Terminal terminal, Settings settings) throws IOException {
    return open(addresses(terminal, settings), settings);
  }

  /**
   * Opens the engines at these addresses instead; fails as {@link #open(Terminal, Settings)} does.
   */
  Open open(List<String> addresses, Settings settings) throws IOException {
    List<DraftEngine> drafts = new ArrayList<>();
    List<String> urls = new ArrayList<>();
    try {
      for (String address : addresses) {
        if (address.equals("draft")) {
          drafts.add(startDraft());
          urls.add(drafts.get(drafts.size() - 1).url());
        } else {
          urls.add(address);
        }
      }
      return new Open(EnginePool.open(urls, poolOptions(settings)), drafts);
    } catch (Problem | IOException e) {
      for (DraftEngine draft : drafts) {
        draft.close();
      }
      throw e;
    }
  }

  private PoolOptions poolOptions(Settings settings) {
    boolean mixed = allowMixed.isGiven() || settings.mixed() == PoolOptions.Mixed.ALLOW;
    return PoolOptions.USUAL
        .withSampleRate(settings.audio().format().sampleRate())
        .withTimeouts(settings.timeouts())
        .withPatience(settings.patience())
        .withMixed(mixed ? PoolOptions.Mixed.ALLOW : PoolOptions.Mixed.REFUSE)
        .withDictionary(settings.dictionary());
  }

  private static DraftEngine startDraft() throws IOException {
    DraftEngines.requireInstalled();
    return DraftEngine.start(DraftOptions.anyPort());
  }
}
