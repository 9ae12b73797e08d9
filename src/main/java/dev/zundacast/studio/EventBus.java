package dev.zundacast.studio;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** What happened, to everybody who listens; whoever begins to listen looks at everything first. */
public final class EventBus {
  /** The news behind which no more come: who goes on begins anew. */
  public static final String END = "end";

  private static final int MOST_WAITING = 10_000;

  private final List<BlockingQueue<Event>> listeners = new CopyOnWriteArrayList<>();

  /**
   * One piece of news.
   *
   * @param kind what happened
   * @param data what becomes its JSON
   */
  public record Event(String kind, Object data) {}

  /** Tells everybody, each in the order in which it happened; nobody is waited for. */
  public synchronized void tell(String kind, Object data) {
    for (BlockingQueue<Event> listener : listeners) {
      if (!listener.offer(new Event(kind, data))) {
        listener.clear();
        listener.add(new Event(END, Map.of()));
      }
    }
  }

  /** Begins to listen; gives what is heard from now on. */
  public BlockingQueue<Event> join() {
    BlockingQueue<Event> heard = new LinkedBlockingQueue<>(MOST_WAITING);
    listeners.add(heard);
    return heard;
  }

  /** Listens no more. */
  public void leave(BlockingQueue<Event> heard) {
    listeners.removeIf(listener -> listener == heard);
  }

  /** Whether anybody listens. */
  public boolean isHeard() {
    return !listeners.isEmpty();
  }
}
