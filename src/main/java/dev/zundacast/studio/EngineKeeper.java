package dev.zundacast.studio;

import com.fasterxml.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import dev.zundacast.episode.Problem;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.OfferedSpeaker;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The engines of a studio, kept open. One that went away is looked for until it is back; everybody
 * hears of both.
 */
public final class EngineKeeper implements Closeable {
  /** Soon enough that nobody restarts the studio for it, seldom enough to cost nothing. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** How often an engine that is there is asked whether it still is. */
  private static final Duration LOOK_AFTER = Duration.ofSeconds(10);

  private final EngineSource source;
  private final EventBus events;
  private final SpeakingPace pace = new SpeakingPace();
  private final BlockingQueue<Boolean> lookNow = new LinkedBlockingQueue<>(1);
  private final BackgroundTask<Boolean> keeper;
  private EngineSource.@Nullable Opened opened;
  private EngineView.State state = EngineView.State.STARTING;
  private String message = "";
  private boolean ended;

  /** Begins to open the engines. */
  public EngineKeeper(EngineSource source, EventBus events) {
    this.source = source;
    this.events = events;
    this.keeper = BackgroundTask.start("studio engines", this::keep);
  }

  private boolean keep() throws IOException {
    while (!isEnded()) {
      if (pool().isEmpty()) {
        open();
      } else if (events.isHeard()) {
        absence().ifPresent(this::gone);
      }
      rest(pool().isEmpty() && events.isHeard() ? LOOK_AGAIN : LOOK_AFTER);
    }
    return true;
  }

  private void open() {
    try {
      if (take(source.opening().get())) {
        set(EngineView.State.UP, "");
      }
    } catch (IOException | RuntimeException e) {
      // Whatever it was: the studio goes on without, and looks again.
      set(EngineView.State.DOWN, String.valueOf(e.getMessage()));
    }
  }

  private synchronized boolean take(EngineSource.Opened fresh) {
    opened = fresh;
    if (ended) {
      shut();
    }
    return !ended;
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

  private void rest(Duration time) throws IOException {
    try {
      lookNow.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private synchronized boolean isEnded() {
    return ended;
  }

  /** The engines, empty while none is there. */
  public synchronized Optional<EnginePool> pool() {
    return Optional.ofNullable(opened).map(EngineSource.Opened::pool);
  }

  /**
   * The engines.
   *
   * @throws Problem of kind NO_ENGINE with what is wrong, while none is there
   */
  public EnginePool require() {
    return pool().orElseThrow(() -> Problem.noEngine(missing()));
  }

  private synchronized String missing() {
    return message.isEmpty()
        ? "the engine is being started; it will be there in a moment"
        : message;
  }

  /**
   * A request failed, which may be for that request alone: the engine is gone when it does not say
   * now that it is there.
   */
  public void doubt(Exception why) {
    if (absence().isPresent()) {
      gone(why);
    }
  }

  /** An engine did not answer: it is closed, and looked for from now on. */
  public void gone(Exception why) {
    shut();
    lookNow.offer(true);
    set(EngineView.State.DOWN, String.valueOf(why.getMessage()));
  }

  private synchronized void shut() {
    EngineSource.Opened closing = opened;
    opened = null;
    try {
      if (closing != null) {
        closing.all().close();
      }
    } catch (IOException | RuntimeException alreadyAway) {
      // It is given up in any case, and looked for again.
    }
  }

  private void set(EngineView.State now, String words) {
    synchronized (this) {
      if (state == now && message.equals(words)) {
        return;
      }
      state = now;
      message = words;
    }
    events.tell("engine", view());
  }

  /** What is known of the first of them now. */
  public EngineView view() {
    return views().get(0);
  }

  /** What is known of each now; they have the same voices. */
  public synchronized List<EngineView> views() {
    EnginePool pool = opened == null ? null : opened.pool();
    return pool == null
        ? List.of(EngineView.away(state, source.addresses(), message))
        : pool.infos().stream().map(it -> EngineView.of(it, pool.speakers())).toList();
  }

  /** How fast they speak. */
  public SpeakingPace pace() {
    return pace;
  }

  @Override
  public void close() throws IOException {
    synchronized (this) {
      ended = true;
    }
    lookNow.offer(true);
    // Ends what the keeper asks, which an engine that hangs would answer in minutes.
    shut();
    keeper.close();
  }

  /**
   * The engine that speaks.
   *
   * @param message what is wrong while it is away, "" else
   */
  public record EngineView(
      State state,
      String name,
      String version,
      String url,
      Sentence message,
      boolean draft,
      List<OfferedSpeaker> speakers) {

    /** Whether it can speak. */
    @EnumNaming(LowerCamelCaseStrategy.class)
    public enum State {
      UP,
      DOWN,
      STARTING
    }

    /** One that is there. */
    public static EngineView of(EngineInfo info, List<OfferedSpeaker> speakers) {
      String name = info.brand().isEmpty() ? "engine" : info.brand();
      return new EngineView(
          State.UP, name, info.version(), info.url(), new Sentence(""), info.isDraft(), speakers);
    }

    /** One that is not there. */
    public static EngineView away(State state, String addresses, String message) {
      return new EngineView(state, "", "", addresses, new Sentence(message), false, List.of());
    }
  }

  /** How long the engines take for a letter, as they did lately. */
  public static final class SpeakingPace {
    /** What engines take, before one was heard. */
    private static final double USUAL_SECONDS = 0.05;

    /** Of each new figure, so that one slow line says little. */
    private static final double SHARE = 0.25;

    private double secondsALetter = USUAL_SECONDS;
    private boolean heard;

    /** Notes that so many letters took so long, which are none where nothing had to be spoken. */
    public synchronized void spoken(int letters, long nanos) {
      if (letters > 0) {
        double now = nanos / 1e9 / letters;
        secondsALetter = heard ? secondsALetter + SHARE * (now - secondsALetter) : now;
        heard = true;
      }
    }

    /** Seconds that a letter takes. */
    public synchronized double secondsALetter() {
      return secondsALetter;
    }
  }
}
