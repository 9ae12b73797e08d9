package dev.zundacast.studio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What happened, to everybody who listens; whoever begins to listen looks at everything first. */
public final class EventBus {
  private final List<Consumer<Event>> listeners = new CopyOnWriteArrayList<>();

  /**
   * One piece of news.
   *
   * @param kind what happened
   * @param data what becomes its JSON
   */
  public record Event(String kind, Object data) {}

  /** Tells everybody, each in the order in which it happened. */
  public synchronized void tell(String kind, Object data) {
    Event event = new Event(kind, data);
    listeners.forEach(listener -> listener.accept(event));
  }

  /** Begins to listen; a listener must not wait for anybody. */
  public void join(Consumer<Event> listener) {
    listeners.add(listener);
  }

  /** Listens no more. */
  public void leave(Consumer<Event> listener) {
    listeners.remove(listener);
  }

  /** Whether anybody listens. */
  public boolean isHeard() {
    return !listeners.isEmpty();
  }
}
