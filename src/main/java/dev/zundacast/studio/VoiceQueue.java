package dev.zundacast.studio;

import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Work for the engines, one piece after the other: what a person waits for goes before what a job
 * needs, and that before what is only looked at.
 */
public final class VoiceQueue implements Closeable {
  private final PriorityBlockingQueue<Piece> waiting = new PriorityBlockingQueue<>();
  private final AtomicLong count = new AtomicLong();
  private final BackgroundTask<Boolean> worker;
  private volatile boolean ended;
  private volatile String working = "";

  /** Who waits for a piece of work. */
  public enum Urgency {
    PERSON,
    JOB,
    NOBODY
  }

  private record Piece(Urgency urgency, long number, String name, FutureTask<?> work)
      implements Comparable<Piece> {
    @Override
    public int compareTo(Piece other) {
      int first = urgency.compareTo(other.urgency);
      return first != 0 ? first : Long.compare(number, other.number);
    }
  }

  /** An empty queue. */
  public VoiceQueue() {
    this.worker = BackgroundTask.start("studio voice", this::work);
  }

  private boolean work() {
    while (!ended) {
      try {
        Piece next = waiting.take();
        working = next.name();
        next.work().run();
        working = "";
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /**
   * Puts a piece of work into its place.
   *
   * @param name for people
   */
  public <T> FutureTask<T> add(Urgency urgency, String name, IoSupplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    waiting.add(new Piece(urgency, count.incrementAndGet(), name, task));
    return task;
  }

  /** Puts work behind everything else, whose end nobody waits for. */
  public void addLast(IoSupplier<Boolean> work) {
    FutureTask<Boolean> task = add(Urgency.NOBODY, "", work);
    assert !task.isCancelled();
  }

  /** How many lines wait. */
  public int size() {
    return (int) waiting.stream().filter(piece -> piece.urgency() != Urgency.NOBODY).count();
  }

  /** The piece that is worked on, "" for none. */
  public String working() {
    return working;
  }

  /** Ends once the piece that is worked on is done; the others are cancelled. */
  @Override
  public void close() throws IOException {
    ended = true;
    waiting.forEach(piece -> piece.work().cancel(false));
    waiting.clear();
    // Wakes the worker, which then sees that it is to end.
    waiting.add(new Piece(Urgency.PERSON, 0, "", new FutureTask<>(() -> true)));
    worker.close();
  }
}
