package dev.zundacast.studio;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoFunction;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Longer pieces of work, one after the other, each of which can be given up. */
public final class Jobs implements Closeable {
  private static final int KEPT = 20;

  private final EventBus events;
  private final ExecutorService worker = BackgroundTask.pool("studio job", 1);
  private final List<Job> all = new CopyOnWriteArrayList<>();
  private final AtomicLong count = new AtomicLong();

  /** No work yet. */
  public Jobs(EventBus events) {
    this.events = events;
  }

  /**
   * Begins a piece of work as soon as those before it are done.
   *
   * @param what build, check or fill
   * @param work tells what came of it
   */
  public Job start(String what, List<String> keys, IoFunction<Job, String> work) {
    Job job = new Job(Long.toString(count.incrementAndGet()), what, keys, events);
    all.add(job);
    while (all.size() > KEPT && !all.get(0).isRunning()) {
      all.remove(0);
    }
    job.tell();
    worker.execute(() -> run(job, work));
    return job;
  }

  private static void run(Job job, IoFunction<Job, String> work) {
    try {
      job.requireWanted();
      job.report("", 0, 1);
      job.end(JobView.State.DONE, work.apply(job));
    } catch (CancellationException e) {
      job.end(JobView.State.CANCELLED, "given up; what is finished is kept");
    } catch (Problem | IOException e) {
      job.end(JobView.State.FAILED, String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // What nobody expected ends this piece of work, not the studio.
      job.end(JobView.State.FAILED, "unexpected " + e);
    }
  }

  /** Gives a piece of work up, if it is not done yet; whether there is such a one. */
  public boolean cancel(String id) {
    boolean found = false;
    for (Job job : all) {
      if (job.view().job().equals(id)) {
        job.cancel();
        found = true;
      }
    }
    return found;
  }

  /** What goes on, and what went on lately. */
  public List<JobView> views() {
    List<JobView> views = new ArrayList<>();
    all.forEach(job -> views.add(job.view()));
    return views;
  }

  @Override
  public void close() {
    all.forEach(Job::cancel);
    worker.shutdownNow();
    BackgroundTask.awaitEnd(worker);
  }

  /** A longer piece of work, of which everybody hears how far it is. */
  public static final class Job implements Progress {
    /** More often nobody could see it. */
    private static final long STEP_MILLIS = 100;

    private final EventBus events;
    private volatile JobView view;
    private volatile boolean cancelled;
    private long told;

    Job(String id, String what, List<String> keys, EventBus events) {
      this.events = events;
      String key = keys.size() == 1 ? keys.get(0) : null;
      this.view = new JobView(id, what, key, keys, 0, 1, JobView.State.WAITING, new Sentence(""));
    }

    /** How far it is. */
    public JobView view() {
      return view;
    }

    /** The posts that it is about. */
    public List<String> keys() {
      return view.keys();
    }

    /** The post that is worked on from now on. */
    public void begin(String key) {
      JobView now = view;
      view = now.with(key, now.done(), now.total(), JobView.State.RUNNING, now.message().said());
      tell();
    }

    @Override
    public void report(String step, long done, long total) {
      requireWanted();
      JobView now = view;
      view = now.with(now.key(), done, total, JobView.State.RUNNING, step);
      if (done == total || System.currentTimeMillis() - told > STEP_MILLIS) {
        tell();
      }
    }

    /**
     * Goes on only while it is wanted.
     *
     * @throws CancellationException when a person gave it up
     */
    public void requireWanted() {
      if (cancelled) {
        throw new CancellationException("given up");
      }
    }

    void cancel() {
      cancelled = true;
    }

    void end(JobView.State state, String message) {
      JobView now = view;
      boolean done = state == JobView.State.DONE;
      view = now.with(now.key(), done ? now.total() : now.done(), now.total(), state, message);
      tell();
    }

    boolean isRunning() {
      return view.state() == JobView.State.RUNNING || view.state() == JobView.State.WAITING;
    }

    void tell() {
      told = System.currentTimeMillis();
      events.tell("job", view);
    }
  }

  /**
   * A longer piece of work.
   *
   * @param job its id
   * @param what build, check or fill
   * @param key the post that is worked on
   * @param keys all that it is about
   * @param message what came of it, or what is going on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record JobView(
      String job,
      String what,
      @Nullable String key,
      List<String> keys,
      long done,
      long total,
      State state,
      Sentence message) {
    JobView with(@Nullable String at, long so, long all, State now, String said) {
      return new JobView(job, what, at, keys, so, all, now, new Sentence(said));
    }

    /** How far it is. */
    @EnumNaming(LowerCamelCaseStrategy.class)
    public enum State {
      WAITING,
      RUNNING,
      DONE,
      FAILED,
      CANCELLED
    }
  }
}
