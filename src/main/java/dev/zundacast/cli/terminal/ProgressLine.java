package dev.zundacast.cli.terminal;

import dev.zundacast.episode.Progress;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Progress with the time left on standard error: one line redrawn on a terminal, elsewhere a line
 * for each new step and at most one every ten seconds.
 */
public final class ProgressLine implements Progress, AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 10_000_000_000L;
  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream err;
  private final Manner manner;
  private final LongSupplier nanos;
  private final Function<Message, String> translation;
  private String title = "";
  private Message step = Message.NONE;
  private long began;
  private long firstDone;
  private long shown;
  private boolean drawn;
  private Runnable forgetExit = () -> {};

  /** How progress is shown. */
  public enum Manner {
    REDRAWN,
    LOGGED,
    HIDDEN
  }

  /** Progress of a command, which says so when it is interrupted. */
  public static ProgressLine of(Terminal terminal, Manner manner) {
    ProgressLine line = new ProgressLine(terminal.err(), manner, System::nanoTime, terminal::text);
    line.forgetExit = BackgroundTask.atExit(line::interrupted);
    return line;
  }

  ProgressLine(
      PrintStream err, Manner manner, LongSupplier nanos, Function<Message, String> translation) {
    this.translation = translation;
    this.err = err;
    this.manner = manner;
    this.nanos = nanos;
  }

  /** Sets what stands before the steps from now on. */
  public synchronized void title(String text) {
    title = text;
    step = Message.NONE;
  }

  @Override
  public synchronized void report(Message name, long done, long total) {
    if (manner == Manner.HIDDEN) {
      return;
    }
    long now = nanos.getAsLong();
    boolean fresh = !name.equals(step);
    if (fresh) {
      step = name;
      began = now;
      firstDone = done;
    }
    if (!fresh && done < total && now - shown < (redrawn() ? REDRAW_NANOS : LOG_NANOS)) {
      return;
    }
    shown = now;
    String text = line(done, total, now);
    if (redrawn()) {
      err.print(CLEAR + text);
      drawn = true;
    } else {
      err.println(text);
    }
    err.flush();
  }

  private boolean redrawn() {
    return manner == Manner.REDRAWN;
  }

  private String line(long done, long total, long now) {
    String text =
        String.format(Locale.ROOT, "%s%s %d/%d", title, translation.apply(step), done, total);
    long since = done - firstDone;
    if (since <= 0 || done >= total) {
      return text;
    }
    long left = (now - began) / since * (total - done);
    return text + ", " + translation.apply(left(Duration.ofNanos(left)));
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
      err.print(CLEAR);
      err.flush();
      drawn = false;
    }
  }

  private void interrupted() {
    clear();
    err.println(translation.apply(Message.of("cli.interrupted")));
    err.flush();
  }

  @Override
  public void close() {
    clear();
    forgetExit.run();
  }
}
