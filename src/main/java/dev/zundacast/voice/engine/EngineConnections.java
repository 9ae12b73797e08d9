package dev.zundacast.voice.engine;

import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.PoolOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The engines of a pool that are connected, and the addresses of those that are unreachable. */
public final class EngineConnections implements AutoCloseable {
  private final PoolOptions options;
  private final List<Engine> connected = new CopyOnWriteArrayList<>();
  private final Map<String, Message> unreachable =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /** Asks each address once. */
  public static EngineConnections open(List<String> urls, PoolOptions options) {
    EngineConnections all = new EngineConnections(options);
    urls.forEach(url -> all.unreachable.put(url, Message.of("engine.unasked", url)));
    all.connected.addAll(all.reconnect());
    return all;
  }

  private EngineConnections(PoolOptions options) {
    this.options = options;
  }

  /** How the engines are treated. */
  public PoolOptions options() {
    return options;
  }

  /** The engines that are connected; the first one answers for all. */
  public List<Engine> connected() {
    return connected;
  }

  /** What is wrong with each unreachable engine. */
  public List<Message> faults() {
    return List.copyOf(unreachable.values());
  }

  /** An engine went away: it is unreachable from now on. */
  public void disconnect(Engine engine, Message fault) {
    connected.remove(engine);
    engine.close();
    unreachable.put(engine.info().url(), fault);
  }

  /**
   * Asks each unreachable engine once; those that answered are the caller's to connect. Two runs
   * must not connect to the same one.
   */
  public synchronized List<Engine> reconnect() {
    List<Engine> answered = new ArrayList<>();
    for (String url : List.copyOf(unreachable.keySet())) {
      EngineClient client = EngineClient.of(url, options);
      try {
        answered.add(Engine.connect(client, options));
        unreachable.remove(url);
      } catch (IOException e) {
        client.close();
        unreachable.put(url, Message.of(e));
      }
    }
    return answered;
  }

  /** Checks that the engines' brands and versions are the same, or may differ. */
  public void requireSameVersion(List<Engine> engines) {
    if (options.mixed() == PoolOptions.Mixed.ALLOW) {
      return;
    }
    EngineInfo first = engines.get(0).info();
    for (Engine engine : engines) {
      if (!engine.info().isSameVersion(first)) {
        throw Problem.failed("engine.otherVersions", at(first), at(engine.info()));
      }
    }
  }

  private static String at(EngineInfo info) {
    return info.title() + " at " + info.url();
  }

  /** Checks that all dictionaries have the same words for a run's texts, or may differ. */
  public void requireSameWords(List<Engine> engines, EngineDictionary.Required required) {
    if (options.mixed() == PoolOptions.Mixed.ALLOW) {
      return;
    }
    Engine first = engines.get(0);
    EngineDictionary words = first.words().expected(required);
    for (Engine engine : engines.subList(1, engines.size())) {
      EngineDictionary others = engine.words().expected(required);
      for (String text : required.texts()) {
        if (!words.touching(text).equals(others.touching(text))) {
          throw Problem.failed(
              "engine.otherDictionaries",
              text,
              at(first, words, text) + ", " + at(engine, others, text));
        }
      }
    }
  }

  private static String at(Engine engine, EngineDictionary dictionary, String text) {
    List<String> words =
        dictionary.touching(text).stream()
            .map(entry -> entry.split("\t"))
            .map(fields -> fields[0] + "=" + fields[1] + "/" + fields[2])
            .toList();
    return engine.info().url() + " has " + (words.isEmpty() ? "nothing" : String.join("、", words));
  }

  @Override
  public void close() {
    connected.forEach(Engine::close);
  }
}
