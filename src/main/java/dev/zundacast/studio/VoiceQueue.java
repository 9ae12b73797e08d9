package dev.zundacast.studio;

import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import java.io.Closeable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Work for the engines, one piece after the other: what a person waits for goes before what a job
 * needs, and that before what is only looked at.
 */
public final class VoiceQueue implements Closeable {
  private final PriorityBlockingQueue<Runnable> waiting = new PriorityBlockingQueue<>();
  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1, 1, 0, TimeUnit.SECONDS, waiting, BackgroundTask.threads("studio voice"));
  private final AtomicLong count = new AtomicLong();
  private volatile String working = "";

  /** Who waits for a piece of work. */
  public enum Urgency {
    PERSON,
    JOB,
    NOBODY
  }

  private record Piece(Urgency urgency, long number, String name, FutureTask<?> work, VoiceQueue in)
      implements Runnable, Comparable<Piece> {
    @Override
    public int compareTo(Piece other) {
      int first = urgency.compareTo(other.urgency);
      return first != 0 ? first : Long.compare(number, other.number);
    }

    @Override
    public void run() {
      in.working = name;
      work.run();
      in.working = "";
    }
  }

  /** Puts a piece of work, which is called so for people, into its place. */
  public <T> FutureTask<T> add(Urgency urgency, String name, IoSupplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    worker.execute(new Piece(urgency, count.incrementAndGet(), name, task, this));
    return task;
  }

  /** Puts work behind everything else, whose end nobody waits for. */
  public void addLast(IoSupplier<Boolean> work) {
    FutureTask<Boolean> unused = add(Urgency.NOBODY, "", work);
  }

  /** How many lines wait. */
  public int size() {
    return (int) waiting.stream().filter(it -> ((Piece) it).urgency != Urgency.NOBODY).count();
  }

  /** The piece that is worked on, "" for none. */
  public String working() {
    return working;
  }

  /** Ends once the piece that is worked on is done; the others are cancelled. */
  @Override
  public void close() {
    worker.shutdown();
    waiting.forEach(piece -> ((Piece) piece).work.cancel(false));
    BackgroundTask.awaitEnd(worker);
  }
}
