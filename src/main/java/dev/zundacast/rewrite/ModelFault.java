package dev.zundacast.rewrite;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A model that did not answer; the message says why in words for people. */
final class ModelFault extends MessageException {
  private static final long serialVersionUID = 1;

  /** For which episodes it holds. */
  enum Scope {
    /** Another one may have more luck. */
    EPISODE,
    /** The next one would fail alike: a wrong key, no server. */
    ALL
  }

  private final Scope scope;
  private final int status;
  private final transient Optional<Duration> retryAfter;

  /**
   * @param status of HTTP, 0 when nothing answered
   * @param retryAfter how long to wait before another attempt; empty when that is of no use
   */
  ModelFault(Message message, Scope scope, int status, Optional<Duration> retryAfter) {
    super(message);
    this.scope = scope;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  static ModelFault lasting(Message message, Scope scope) {
    return new ModelFault(message, scope, 0, Optional.empty());
  }

  static ModelFault passing(Message message, Scope scope) {
    return new ModelFault(message, scope, 0, Optional.of(Duration.ZERO));
  }

  Scope scope() {
    return scope;
  }

  int status() {
    return status;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }

  ModelFault causedBy(IOException cause) {
    initCause(cause);
    return this;
  }
}
