package dev.zundacast.episode;

import dev.zundacast.message.Message;
import dev.zundacast.message.Message.Told;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that stops the work and that a person can mend; its message says how. */
public final class Problem extends RuntimeException implements Told {
  private static final long serialVersionUID = 1;

  /** What went wrong, which decides the exit code. */
  public enum Kind {
    /** A disk or an engine failed in the middle. */
    FAILED,
    /** The command line does not fit. */
    USAGE,
    /** No engine answers. */
    NO_ENGINE,
    /** A post, script, voice file or list is wrong. */
    INPUT,
    /** An engine or the shared store went away in the middle: the same command may do later. */
    AWAY
  }

  private final Kind kind;
  private final transient Message said;
  private final transient List<Diagnostic> diagnostics;

  private Problem(Kind kind, Message message, List<Diagnostic> diagnostics) {
    super(message.toString());
    this.said = message;
    this.kind = kind;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** A problem without a place in a file. */
  public static Problem of(Kind kind, Message message) {
    return new Problem(kind, message, List.of());
  }

  /** A command that cannot be done as it was given. */
  public static Problem usage(String key, @Nullable Object... values) {
    return of(Kind.USAGE, Message.of(key, values));
  }

  /** Something that a person gave and that is wrong, or not there. */
  public static Problem input(String key, @Nullable Object... values) {
    return of(Kind.INPUT, Message.of(key, values));
  }

  /** Work that could not be done. */
  public static Problem failed(String key, @Nullable Object... values) {
    return of(Kind.FAILED, Message.of(key, values));
  }

  /** No engine to do it. */
  public static Problem noEngine(String key, @Nullable Object... values) {
    return of(Kind.NO_ENGINE, Message.of(key, values));
  }

  /** Findings in a person's files: kind INPUT. */
  public static Problem in(Diagnostic... diagnostics) {
    return in(List.of(diagnostics));
  }

  /** Findings in a person's files: kind INPUT. */
  public static Problem in(List<Diagnostic> diagnostics) {
    return new Problem(Kind.INPUT, diagnostics.get(0).message(), diagnostics);
  }

  /** The same problem with what caused it. */
  public Problem causedBy(Throwable cause) {
    initCause(cause);
    return this;
  }

  @Override
  public Message said() {
    return said;
  }

  public Kind kind() {
    return kind;
  }

  /** Findings with their places, empty when the message is all. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
