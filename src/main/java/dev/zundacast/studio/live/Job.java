package dev.zundacast.studio.live;

import dev.zundacast.episode.Progress;
import dev.zundacast.studio.view.JobView;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** A longer piece of work, of which everybody hears how far it is. */
public final class Job implements Progress {
  /** More often nobody could see it. */
  private static final long STEP_MILLIS = 100;

  private final EventBus events;
  private volatile JobView view;
  private volatile boolean cancelled;
  private long told;

  Job(String id, String what, List<String> keys, EventBus events) {
    this.events = events;
    this.view = new JobView(id, what, first(keys), keys, 0, 1, JobView.State.WAITING, "");
  }

  private static @Nullable String first(List<String> keys) {
    return keys.size() == 1 ? keys.get(0) : null;
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
    set(key, now.done(), now.total(), JobView.State.RUNNING, now.message());
  }

  @Override
  public void report(String step, long done, long total) {
    requireWanted();
    JobView now = view;
    view = copy(now.key(), done, total, JobView.State.RUNNING, step);
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
    set(now.key(), done ? now.total() : now.done(), now.total(), state, message);
  }

  void tellAll() {
    tell();
  }

  boolean isRunning() {
    return view.state() == JobView.State.RUNNING || view.state() == JobView.State.WAITING;
  }

  private void set(
      @Nullable String key, long done, long total, JobView.State state, String message) {
    view = copy(key, done, total, state, message);
    tell();
  }

  private JobView copy(
      @Nullable String key, long done, long total, JobView.State state, String message) {
    JobView now = view;
    return new JobView(now.job(), now.what(), key, now.keys(), done, total, state, message);
  }

  private void tell() {
    told = System.currentTimeMillis();
    events.tell("job", view);
  }
}
