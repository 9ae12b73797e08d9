package dev.zundacast.voice.engine;

import dev.zundacast.message.Message;
import dev.zundacast.voice.PoolOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The engines of a pool that are connected, and the addresses of those that are unreachable. */
public final class EngineConnections implements AutoCloseable {
  private final PoolOptions options;
  private final List<Engine> connected = new CopyOnWriteArrayList<>();
  private final Map<String, Message> unreachable =
      Collections.synchronizedMap(new LinkedHashMap<>());

  /** Held while engines are asked: two runs must not connect to the same one. */
  private final Lock connecting = new ReentrantLock();

  /** Asks each address once. */
  public static EngineConnections open(List<String> urls, PoolOptions options) {
    EngineConnections all = new EngineConnections(options);
    urls.forEach(url -> all.setUnreachable(url, Message.of("engine.unasked", url)));
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

  /** An engine is unreachable for this reason. */
  public void setUnreachable(String url, Message fault) {
    unreachable.put(url, fault);
  }

  /** An engine went away: it is unreachable from now on. */
  public void disconnect(Engine engine, Message fault) {
    connected.remove(engine);
    engine.close();
    setUnreachable(engine.info().url(), fault);
  }

  /** Asks each unreachable engine once; those that answered are the caller's to connect. */
  public List<Engine> reconnect() {
    List<Engine> answered = new ArrayList<>();
    connecting.lock();
    try {
      for (String url : List.copyOf(unreachable.keySet())) {
        EngineClient client = new EngineClient(url, options);
        try {
          answered.add(Engine.connect(client, options));
          unreachable.remove(url);
        } catch (IOException e) {
          client.close();
          setUnreachable(url, Message.of(e));
        }
      }
      return answered;
    } finally {
      connecting.unlock();
    }
  }

  @Override
  public void close() {
    connected.forEach(Engine::close);
  }
}
