package dev.zundacast.studio.live;

import dev.zundacast.episode.Problem;
import dev.zundacast.studio.view.JobView;
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
    job.tellAll();
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
}
