package dev.zundacast.studio;

import com.fasterxml.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoFunction;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Longer pieces of work, one after the other, each of which can be given up. */
final class Jobs implements Closeable {
  private static final int KEPT = 20;

  private final EventBus events;
  private final ExecutorService worker = BackgroundTask.pool("studio job", 1);
  private final List<Job> all = new CopyOnWriteArrayList<>();
  private final AtomicLong count = new AtomicLong();

  /** No work yet. */
  public Jobs(EventBus events) {
    this.events = events;
  }

  /** Begins a piece of work (build, check, fill, publish) behind those before it; gives its id. */
  public String start(String what, List<String> keys, IoFunction<Job, Message> work) {
    Job job = new Job(Long.toString(count.incrementAndGet()), what, keys);
    all.add(job);
    while (all.size() > KEPT && !all.get(0).isRunning()) {
      all.remove(0);
    }
    job.tell();
    worker.execute(() -> run(job, work));
    return job.id;
  }

  private void run(Job job, IoFunction<Job, Message> work) {
    try {
      job.requireWanted();
      job.report(Message.NONE, 0, 1);
      job.end(State.DONE, work.apply(job));
    } catch (CancellationException e) {
      job.end(State.CANCELLED, Message.of("studio.givenUp"));
    } catch (Problem | IOException e) {
      job.end(State.FAILED, Message.of(e));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // What nobody expected ends this piece of work, not the studio.
      job.end(State.FAILED, Message.of("studio.unexpected", e));
    }
  }

  /** Gives a piece of work up, if it is not done yet; whether there is such a one. */
  public boolean cancel(String id) {
    List<Job> named = all.stream().filter(job -> job.id.equals(id)).toList();
    named.forEach(job -> job.cancelled = true);
    return !named.isEmpty();
  }

  /** What goes on, and what went on lately. */
  public List<Json.Fields> views() {
    return all.stream().map(Job::view).toList();
  }

  @Override
  public void close() {
    all.forEach(job -> job.cancelled = true);
    worker.shutdownNow();
    BackgroundTask.awaitEnd(worker);
  }

  @EnumNaming(LowerCamelCaseStrategy.class)
  private enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
  }

  /** How far a piece of work is, and what is going on or what came of it. */
  private record Stand(State state, Message message, long done, long total) {}

  /** A longer piece of work, of which everybody hears how far it is. */
  public final class Job implements Progress {
    /** More often nobody could see it. */
    private static final long STEP_MILLIS = 100;

    private final String id;
    private final String what;
    private final List<String> keys;
    private volatile boolean cancelled;
    private volatile @Nullable String key;
    private volatile Stand stand = new Stand(State.WAITING, Message.NONE, 0, 1);
    private long told;

    private Job(String id, String what, List<String> keys) {
      this.id = id;
      this.what = what;
      this.keys = keys;
      this.key = keys.size() == 1 ? keys.get(0) : null;
    }

    private Json.Fields view() {
      Stand now = stand;
      return Json.with("job", id)
          .with("what", what)
          .with("key", key)
          .with("keys", keys)
          .with("done", now.done())
          .with("total", now.total())
          .with("state", now.state())
          .with("message", now.message());
    }

    /** The posts that it is about. */
    public List<String> keys() {
      return keys;
    }

    /** The post that is worked on from now on. */
    public void begin(String next) {
      key = next;
      tell();
    }

    @Override
    public void report(Message step, long so, long all) {
      requireWanted();
      stand = new Stand(State.RUNNING, step, so, all);
      if (so == all || System.currentTimeMillis() - told > STEP_MILLIS) {
        tell();
      }
    }

    /** Goes on only while it is wanted, else by a {@link CancellationException}. */
    public void requireWanted() {
      if (cancelled) {
        throw new CancellationException("given up");
      }
    }

    private void end(State now, Message said) {
      long total = stand.total();
      stand = new Stand(now, said, now == State.DONE ? total : stand.done(), total);
      tell();
    }

    private boolean isRunning() {
      return stand.state() == State.RUNNING || stand.state() == State.WAITING;
    }

    private void tell() {
      told = System.currentTimeMillis();
      events.tell("job", view());
    }
  }
}
