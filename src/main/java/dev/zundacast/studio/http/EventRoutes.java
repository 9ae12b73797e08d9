package dev.zundacast.studio.http;

import dev.zundacast.studio.EventBus;
import dev.zundacast.studio.EventBus.Event;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * What happens to the page as server-sent events, to each in its language and in the order in which
 * it happened.
 */
public final class EventRoutes implements Consumer<RoutesConfig>, Closeable {
  private static final long HEARTBEAT_SECONDS = 15;

  /** A page whose connection stands still is left to the server's own end. */
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);

  private final EventBus events;
  private final Set<BackgroundTask<?>> pages = ConcurrentHashMap.newKeySet();

  /** Tells these events. */
  public EventRoutes(EventBus events) {
    this.events = events;
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.sse("/api/events", this::listen);
  }

  private void listen(SseClient client) {
    BlockingQueue<Event> heard = events.join();
    client.onClose(() -> events.leave(heard));
    client.keepAlive();
    client.sendComment("here");
    pages.removeIf(BackgroundTask::isDone);
    pages.add(BackgroundTask.start("studio news", () -> send(client, heard)));
  }

  private boolean send(SseClient client, BlockingQueue<Event> heard) {
    try {
      boolean more = true;
      while (more && !client.terminated()) {
        Event event = heard.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        if (event == null) {
          client.sendComment("here");
        } else {
          String data = Sentence.json(event.data(), Answers.language(client.ctx()));
          client.sendEvent(event.kind(), data);
          more = !event.kind().equals(EventBus.END);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      events.leave(heard);
      client.close();
    }
    return true;
  }

  @Override
  public void close() {
    events.tell(EventBus.END, Map.of());
    for (BackgroundTask<?> page : pages) {
      try {
        page.join(LONGEST_GOODBYE);
      } catch (IOException gone) {
        // The page is, and its connection with it.
      }
    }
  }
}
