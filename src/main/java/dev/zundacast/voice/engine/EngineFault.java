package dev.zundacast.voice.engine;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.time.Duration;
import java.util.Optional;

/** An engine did not do what it was asked; the kind decides whether and when it is asked again. */
public final class EngineFault extends MessageException {
  private static final long serialVersionUID = 1;

  /** What went wrong, as far as it matters for what to do next. */
  public enum Kind {
    /** Nobody listens there: the engine is not started, or not yet. */
    UNREACHABLE(Kind.UNLIMITED),
    /** The engine, or something in front of it, asks to come back later: 429 and 503. */
    BUSY(Kind.UNLIMITED),
    /** The engine has another version or other words than when the run began. */
    CHANGED(Kind.UNLIMITED),
    /** The connection broke before the answer was whole. */
    DROPPED(3),
    /** The engine failed by itself: 5xx. */
    FAILING(3),
    /** The answer is nothing that an engine says: a web page, a redirection, endless data. */
    STRANGE(3),
    /** No whole answer in time; the engine may still be at work on it. */
    TIMEOUT(2),
    /** The sound that came cannot be used. */
    BAD_SOUND(2),
    /** The request was refused and will be again: 4xx. */
    REFUSED(1),
    /** The engine finds nothing in the text that it could read. */
    UNREADABLE(1);

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final int attempts;

    Kind(int attempts) {
      this.attempts = attempts;
    }

    /** How often a line may fail so before it is given up; unlimited for no fault of it. */
    public int attempts() {
      return attempts;
    }
  }

  private final Kind kind;
  private final int status;
  private final transient Optional<Duration> retryAfter;

  EngineFault(Kind kind, int status, Optional<Duration> retryAfter, Message message) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** A fault without an answer. */
  public static EngineFault of(Kind kind, Message message) {
    return new EngineFault(kind, 0, Optional.empty(), message);
  }

  static EngineFault badSound(String key, Object... values) {
    return of(Kind.BAD_SOUND, Message.of(key, values));
  }

  /** The same fault with what caused it. */
  public EngineFault causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  public Kind kind() {
    return kind;
  }

  /** How long the answer asks to wait before the next request. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  /** Whether the engine does not have what was asked for, which older and smaller ones may not. */
  boolean isMissingFeature() {
    return status == 404 || status == 405 || status == 501;
  }

  /** Whether the engine may not be changed: --disable_mutable_api. */
  boolean isForbidden() {
    return status == 403;
  }

  /** A length of time as messages state it: {@code 300 ms}, {@code 5 s} or {@code 3 min}. */
  public static String words(Duration time) {
    long millis = time.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    if (millis < 120_000) {
      return Math.round(millis / 1000.0) + " s";
    }
    return Math.round(millis / 60_000.0) + " min";
  }
}
