package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import org.jspecify.annotations.Nullable;

/** What went wrong, with its place and what to do next where they are known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorView(Fault error, @Nullable LineView theirs) {

  /**
   * What went wrong.
   *
   * @param place {@code file:line:column}
   * @param source the text of that place's line
   * @param caret column of the fault in it, from 1
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(
      @Sentence String message,
      @Nullable String place,
      @Nullable String source,
      @Nullable Integer caret,
      @Sentence @Nullable String next) {}

  /** A failure that has no place. */
  public static ErrorView of(String message) {
    return new ErrorView(new Fault(message, null, null, null, null), null);
  }

  /** A change that came too late. */
  public static ErrorView conflict(String message, LineView theirs) {
    return new ErrorView(new Fault(message, null, null, null, null), theirs);
  }

  /** A problem with its first place. */
  public static ErrorView of(Problem problem) {
    String message = String.valueOf(problem.getMessage());
    if (problem.diagnostics().isEmpty()) {
      return of(message);
    }
    Diagnostic at = problem.diagnostics().get(0);
    return new ErrorView(
        new Fault(
            message,
            place(at),
            orNull(at.sourceLine()),
            at.column() > 0 ? at.column() : null,
            orNull(at.next())),
        null);
  }

  private static String place(Diagnostic at) {
    String line = at.line() > 0 ? ":" + at.line() : "";
    String column = at.column() > 0 ? ":" + at.column() : "";
    return at.file().getFileName() + line + column;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
