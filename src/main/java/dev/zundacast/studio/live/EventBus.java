package dev.zundacast.studio.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What happened, numbered, to everybody who listens. The last news are kept for those whose
 * connection broke for a moment.
 */
public final class EventBus {
  private static final int KEPT = 1000;

  private final Deque<Event> kept = new ArrayDeque<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private long last;

  /**
   * One piece of news.
   *
   * @param id counts up from 1
   * @param kind what happened
   * @param data what becomes its JSON
   */
  public record Event(long id, String kind, Object data) {}

  /** Hears of what happens; called one at a time, and must not wait for anybody. */
  @FunctionalInterface
  public interface Listener {
    void hear(Event event);
  }

  /** Tells everybody. */
  public void tell(String kind, Object data) {
    synchronized (this) {
      last++;
      Event event = new Event(last, kind, data);
      kept.addLast(event);
      if (kept.size() > KEPT) {
        kept.removeFirst();
      }
      listeners.forEach(listener -> listener.hear(event));
    }
  }

  /**
   * Begins to listen, beginning behind the news with this number.
   *
   * @return whether all since then was still known; else the listener has to look at everything
   *     anew
   */
  public synchronized boolean join(Listener listener, Optional<Long> since) {
    boolean known = true;
    if (since.isPresent()) {
      List<Event> missed = new ArrayList<>(kept);
      missed.removeIf(event -> event.id() <= since.get());
      known = since.get() <= last && last - since.get() == missed.size();
      missed.forEach(listener::hear);
    }
    listeners.add(listener);
    return known;
  }

  /** Listens no more. */
  public void leave(Listener listener) {
    listeners.remove(listener);
  }

  /** The number of the last news. */
  public synchronized long last() {
    return last;
  }

  /** Whether anybody listens. */
  public boolean isHeard() {
    return !listeners.isEmpty();
  }
}
