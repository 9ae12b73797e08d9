package dev.zundacast.studio;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoSupplier;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.EnginePool;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The engines of a studio, kept open. One that went away is looked for until it is back. */
public final class EngineKeeper implements Closeable {
  /** Soon enough that nobody restarts the studio for it, seldom enough to cost nothing. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** How often an engine that is there is asked whether it still is. */
  private static final Duration LOOK_AFTER = Duration.ofSeconds(10);

  /** What engines take for a letter, before one was heard. */
  private static final double USUAL_SECONDS = 0.05;

  /** What a new figure counts beside those before, so that one slow line says little. */
  private static final double SHARE = 0.25;

  private final Source source;
  private final EventBus events;
  private final BlockingQueue<Boolean> lookNow = new LinkedBlockingQueue<>(1);
  private final BackgroundTask<Boolean> keeper;
  private @Nullable EnginePool opened;
  private Message message = Message.NONE;
  private volatile boolean ended;
  private double secondsALetter = USUAL_SECONDS;
  private boolean heard;

  /** Opens engines at these addresses as often as it is asked; a problem where none answers. */
  public record Source(String addresses, IoSupplier<EnginePool> opening) {}

  /** Begins to open the engines. */
  public EngineKeeper(Source source, EventBus events) {
    this.source = source;
    this.events = events;
    this.keeper = BackgroundTask.start("studio engines", this::keep);
  }

  private boolean keep() throws IOException {
    try {
      while (!ended) {
        if (pool().isEmpty()) {
          open();
        } else if (events.isHeard()) {
          absence().ifPresent(this::gone);
        }
        Duration rest = pool().isEmpty() && events.isHeard() ? LOOK_AGAIN : LOOK_AFTER;
        lookNow.poll(rest.toMillis(), TimeUnit.MILLISECONDS);
      }
      return true;
    } catch (InterruptedException e) {
      throw BackgroundTask.interrupted(e);
    }
  }

  private void open() {
    try {
      EnginePool fresh = source.opening().get();
      synchronized (this) {
        opened = fresh;
        message = Message.NONE;
        if (ended) {
          shut();
        }
      }
      events.tell("engine", view());
    } catch (IOException | RuntimeException e) {
      // Whatever it was: the studio goes on without, and looks again.
      away(e, false);
    }
  }

  /** Why the engine does not say now that it is there, empty while it does or none is open. */
  private Optional<Exception> absence() {
    Optional<EnginePool> there = pool();
    try {
      if (there.isPresent()) {
        there.get().requireThere();
      }
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.of(e);
    }
  }

  /** The engines, empty while none is there. */
  public synchronized Optional<EnginePool> pool() {
    return Optional.ofNullable(opened);
  }

  /** The engines; a problem of kind NO_ENGINE that says what is wrong, while none is there. */
  public synchronized EnginePool require() {
    return pool()
        .orElseThrow(
            () ->
                Problem.of(
                    Problem.Kind.NO_ENGINE,
                    message.isEmpty() ? Message.of("studio.engineStarting") : message));
  }

  /** A request failed: the engine is gone when it does not say now that it is there. */
  public void doubt(Exception why) {
    if (absence().isPresent()) {
      gone(why);
    }
  }

  /** An engine did not answer: it is closed, and looked for from now on. */
  public void gone(Exception why) {
    boolean wasThere = shut();
    lookNow.offer(true);
    away(why, wasThere);
  }

  /** Closes the engines; whether there were any. */
  private synchronized boolean shut() {
    EnginePool closing = opened;
    opened = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (RuntimeException alreadyAway) {
      // It is given up in any case, and looked for again.
    }
    return closing != null;
  }

  private void away(Exception why, boolean isNews) {
    Message words = Message.of(why);
    boolean told;
    synchronized (this) {
      told = !isNews && message.equals(words);
      message = words;
    }
    if (!told) {
      events.tell("engine", view());
    }
  }

  /** What is known of the first of them now. */
  public Fields view() {
    return views().get(0);
  }

  /** What is known of each now; they have the same voices. */
  public synchronized List<Fields> views() {
    EnginePool pool = opened;
    if (pool == null) {
      String state = message.isEmpty() ? "starting" : "down";
      return List.of(view(state, new EngineInfo(source.addresses(), "", ""), List.of()));
    }
    return pool.infos().stream().map(it -> view("up", it, pool.speakers())).toList();
  }

  private Fields view(String state, EngineInfo info, List<?> speakers) {
    return Json.with("state", state)
        .with("name", state.equals("up") ? info.name() : "")
        .with("version", info.version())
        .with("url", info.url())
        .with("message", message)
        .with("speakers", speakers);
  }

  /** Notes that so many letters took so long, which are none where nothing had to be spoken. */
  public synchronized void noteSpoken(int letters, long nanos) {
    if (letters > 0) {
      double now = nanos / 1e9 / letters;
      secondsALetter = heard ? secondsALetter + SHARE * (now - secondsALetter) : now;
      heard = true;
    }
  }

  /** How long the engines take for a letter, as they did lately. */
  public synchronized double secondsALetter() {
    return secondsALetter;
  }

  @Override
  public void close() throws IOException {
    ended = true;
    lookNow.offer(true);
    // Ends what the keeper asks, which an engine that hangs would answer in minutes.
    shut();
    keeper.close();
  }
}
