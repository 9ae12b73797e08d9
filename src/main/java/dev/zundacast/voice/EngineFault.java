package dev.zundacast.voice;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An engine did not do what it was asked; the kind decides whether and when it is asked again. */
final class EngineFault extends IOException {
  private static final long serialVersionUID = 1;

  /** What went wrong, as far as it matters for what to do next. */
  enum Kind {
    /** Nobody listens there: the engine is not started, or not yet. */
    UNREACHABLE,
    /** No whole answer in time; the engine may still be at work on it. */
    TIMEOUT,
    /** The connection broke before the answer was whole. */
    DROPPED,
    /** The engine, or something in front of it, asks to come back later: 429 and 503. */
    BUSY,
    /** The engine failed by itself: 5xx. */
    FAILING,
    /** The request was refused and will be again: 4xx. */
    REFUSED,
    /** The engine finds nothing in the text that it could read. */
    UNREADABLE,
    /** The answer is nothing that an engine says: a web page, a redirection, endless data. */
    STRANGE,
    /** The sound that came cannot be used. */
    BAD_SOUND
  }

  private final Kind kind;
  private final int status;
  private final transient Optional<Duration> retryAfter;

  private EngineFault(Kind kind, int status, Optional<Duration> retryAfter, String message) {
    super(message);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static EngineFault of(Kind kind, String message) {
    return new EngineFault(kind, 0, Optional.empty(), message);
  }

  static EngineFault status(Kind kind, int status, Optional<Duration> retryAfter, String message) {
    return new EngineFault(kind, status, retryAfter, message);
  }

  EngineFault causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  Kind kind() {
    return kind;
  }

  /** How long the answer asks to wait before the next request. */
  Optional<Duration> retryAfter() {
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
}
