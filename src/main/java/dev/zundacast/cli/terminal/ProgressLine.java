package dev.zundacast.cli.terminal;

import dev.zundacast.episode.Progress;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress with the time left on standard error: one line redrawn on a terminal, elsewhere a line
 * for each new step and at most one every ten seconds.
 */
public final class ProgressLine implements Progress, AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 10_000_000_000L;
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final boolean hidden;
  private final LongSupplier nanos;
  private String title = "";
  private Message step = Message.NONE;
  private long began;
  private long firstDone;
  private long shown;
  private boolean drawn;
  private Runnable forgetExit = () -> {};

  /** Progress of a command, which says so when it is interrupted, whether or not it is hidden. */
  public static ProgressLine of(Terminal terminal, boolean hidden) {
    ProgressLine line = new ProgressLine(terminal, hidden, System::nanoTime);
    line.forgetExit = BackgroundTask.atExit(line::interrupted);
    return line;
  }

  ProgressLine(Terminal terminal, boolean hidden, LongSupplier nanos) {
    this.terminal = terminal;
    this.hidden = hidden;
    this.nanos = nanos;
  }

  /** Sets what stands before the steps from now on. */
  public synchronized void title(String text) {
    title = text;
    step = Message.NONE;
  }

  @Override
  public synchronized void report(Message name, long done, long total) {
    if (hidden) {
      return;
    }
    long now = nanos.getAsLong();
    boolean fresh = !name.equals(step);
    if (fresh) {
      step = name;
      began = now;
      firstDone = done;
    }
    if (!fresh && done < total && now - shown < (terminal.animate() ? REDRAW_NANOS : LOG_NANOS)) {
      return;
    }
    shown = now;
    String text = line(done, total, now);
    if (terminal.animate()) {
      terminal.err().print(CLEAR + text);
      drawn = true;
    } else {
      terminal.err().println(text);
    }
    terminal.err().flush();
  }

  private String line(long done, long total, long now) {
    String text = String.format(Locale.ROOT, "%s%s %d/%d", title, terminal.text(step), done, total);
    long since = done - firstDone;
    if (since <= 0 || done >= total) {
      return text;
    }
    long left = (now - began) / since * (total - done);
    return text + ", " + terminal.text(left(Duration.ofNanos(left)));
  }

  static Message left(Duration time) {
    long seconds = Math.max(1, (time.toMillis() + 500) / 1000);
    if (seconds < 60) {
      return Message.of("progress.seconds", seconds);
    }
    long minutes = (seconds + 30) / 60;
    return minutes < 60
        ? Message.of("progress.minutes", minutes)
        : Message.of("progress.hours", minutes / 60, minutes % 60);
  }

  /** Leaves the terminal as it was before the first report; more reports may follow. */
  public synchronized void clear() {
    if (drawn) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
      drawn = false;
    }
  }

  private void interrupted() {
    clear();
    terminal.say(Message.of("cli.interrupted"));
    terminal.err().flush();
  }

  @Override
  public void close() {
    clear();
    forgetExit.run();
  }
}
