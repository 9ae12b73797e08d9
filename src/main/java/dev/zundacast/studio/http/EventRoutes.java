package dev.zundacast.studio.http;

import dev.zundacast.studio.EventBus;
import dev.zundacast.studio.Sentence;
import dev.zundacast.tasks.BackgroundTask;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What happens to the page as server-sent events, in the order in which it happened. */
public final class EventRoutes implements Consumer<RoutesConfig>, Closeable {
  private static final int MOST_WAITING = 10_000;
  private static final long HEARTBEAT_SECONDS = 15;

  /** A page whose connection stands still is left to the server's own end. */
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final EventBus events;
  private final Set<BackgroundTask<?>> pages = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /** Tells this events, to each page in its language. */
  public EventRoutes(EventBus events) {
    this.events = events;
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.sse("/api/events", this::listen);
  }

  private void listen(SseClient client) {
    BlockingQueue<EventBus.Event> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    Consumer<EventBus.Event> listener =
        item -> {
          if (!waiting.offer(item)) {
            client.close();
          }
        };
    events.join(listener);
    client.onClose(() -> events.leave(listener));
    client.keepAlive();
    client.sendComment("here");
    pages.removeIf(BackgroundTask::isDone);
    pages.add(BackgroundTask.start("studio news", () -> send(client, waiting, listener)));
  }

  private boolean send(
      SseClient client, BlockingQueue<EventBus.Event> waiting, Consumer<EventBus.Event> listener) {
    try {
      while (!client.terminated() && !ended) {
        EventBus.Event event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
          client.sendComment("here");
        } else {
          String data = Sentence.json(event.data(), Answers.language(client.ctx()));
          client.sendEvent(event.kind(), data);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      events.leave(listener);
      client.close();
    }
    return true;
  }

  @Override
  public void close() {
    ended = true;
    events.tell("end", Map.of());
    for (BackgroundTask<?> page : pages) {
      try {
        page.join(LONGEST_GOODBYE);
      } catch (IOException gone) {
        // The page is, and its connection with it.
      }
    }
  }
}
