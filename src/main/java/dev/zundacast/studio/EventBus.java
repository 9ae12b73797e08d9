package dev.zundacast.studio;

import dev.zundacast.disk.Json;
import dev.zundacast.tasks.BackgroundTask;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happened, to every page as server-sent events, to each in its language and in the order in
 * which it happened; a page that begins to listen looks at everything first.
 */
public final class EventBus implements Consumer<RoutesConfig>, Closeable {
  private static final int MOST_WAITING = 10_000;
  private static final long HEARTBEAT_SECONDS = 15;

  /** A page whose connection stands still is left to the server's own end. */
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  /** The news behind which no more come: a page that goes on begins anew. */
  private static final Event END = new Event("end", Map.of());

  private final List<BlockingQueue<Event>> listeners = new CopyOnWriteArrayList<>();
  private final Set<BackgroundTask<?>> pages = ConcurrentHashMap.newKeySet();

  private record Event(String kind, Object data) {}

  /** Tells everybody, each in the order in which it happened; nobody is waited for. */
  public synchronized void tell(String kind, Object data) {
    for (BlockingQueue<Event> listener : listeners) {
      if (!listener.offer(new Event(kind, data))) {
        listener.clear();
        listener.add(END);
      }
    }
  }

  /** Whether anybody listens. */
  public boolean isHeard() {
    return !listeners.isEmpty();
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.sse("/api/events", this::listen);
  }

  private void listen(SseClient client) {
    BlockingQueue<Event> heard = new LinkedBlockingQueue<>(MOST_WAITING);
    listeners.add(heard);
    client.onClose(() -> listeners.remove(heard));
    client.keepAlive();
    client.sendComment("here");
    pages.removeIf(BackgroundTask::isDone);
    Locale language = Answers.language(client.ctx());
    pages.add(BackgroundTask.start("studio news", () -> send(client, language, heard)));
  }

  private boolean send(SseClient client, Locale language, BlockingQueue<Event> heard) {
    try {
      @Nullable Event event = null;
      while (!END.equals(event) && !client.terminated()) {
        event = heard.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
          client.sendComment("here");
        } else {
          client.sendEvent(event.kind(), Json.said(event.data(), language));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      listeners.remove(heard);
      client.close();
    }
    return true;
  }

  @Override
  public void close() {
    tell(END.kind(), END.data());
    for (BackgroundTask<?> page : pages) {
      try {
        page.join(LONGEST_GOODBYE);
      } catch (IOException gone) {
        // The page is, and its connection with it.
      }
    }
  }
}
