package dev.zundacast.draft.speech;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** A value that clients send, whose fields must fit together. */
public interface Checked {
  /** Refuses a value whose fields are each of the right type and yet make no sense. */
  void check() throws Invalid;

  /** The numbers that a field takes. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Range {
    double above() default Double.NEGATIVE_INFINITY;

    double min() default Double.NEGATIVE_INFINITY;

    double max() default Double.POSITIVE_INFINITY;
  }

  /** Thrown for a value that makes no sense. */
  final class Invalid extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<Object> path;

    /** {@code path} leads from the value to what is wrong: field names and list indexes. */
    public Invalid(String message, Object... path) {
      super(message);
      this.path = List.of(path);
    }

    public List<Object> path() {
      return path;
    }
  }
}
