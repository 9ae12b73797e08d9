package dev.zundacast.cli.terminal;

import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on standard error what went wrong and where, and chooses the exit code. */
public final class Reporter {
  private final Terminal terminal;

  public Reporter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The arguments do not fit. */
  public ExitCode misused(ParameterException exception) {
    PrintStream err = terminal.err();
    err.println("zundacast: " + clean(String.valueOf(exception.getMessage())));
    if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
      String name = exception.getCommandLine().getCommandSpec().qualifiedName();
      err.println("see '" + name + " --help'");
    }
    return ExitCode.USAGE;
  }

  /** Prints one failure; used where work goes on with the next input. */
  public ExitCode say(Throwable failure) {
    if (failure instanceof Problem problem) {
      return say(problem);
    }
    if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return say(unchecked.getCause());
    }
    terminal.err().println("zundacast: " + clean(message(failure)));
    return ExitCode.FAILED;
  }

  private ExitCode say(Problem problem) {
    if (problem.diagnostics().isEmpty()) {
      terminal.err().println("zundacast: " + clean(String.valueOf(problem.getMessage())));
    }
    problem.diagnostics().forEach(this::say);
    return ExitCode.of(problem);
  }

  /** Prints a finding as {@code file:line:column: message}, the line, a caret, and what to do. */
  public void say(Diagnostic found) {
    PrintStream err = terminal.err();
    err.println(place(found) + clean(found.message()));
    if (!found.sourceLine().isEmpty()) {
      err.println("  " + clean(found.sourceLine()));
      if (found.column() > 0) {
        err.println("  " + caret(found.sourceLine(), found.column()));
      }
    }
    if (!found.next().isEmpty()) {
      err.println("  -> " + clean(found.next()));
    }
  }

  /** {@code file:line:column: }, as far as they are known. */
  public String place(Diagnostic found) {
    StringBuilder place = new StringBuilder(clean(terminal.shown(terminal.resolve(found.file()))));
    if (found.line() > 0) {
      place.append(':').append(found.line());
    }
    if (found.column() > 0) {
      place.append(':').append(found.column());
    }
    return place.append(": ").toString();
  }

  /**
   * Wide characters take two columns of a terminal, so the caret's indent is as wide as the text.
   */
  private static String caret(String line, int column) {
    StringBuilder indent = new StringBuilder();
    int end = Math.min(column - 1, line.length());
    for (int i = 0; i < end; i++) {
      indent.append(line.charAt(i) >= 0x1100 ? "  " : " ");
    }
    return indent.append('^').toString();
  }

  private static String message(Throwable failure) {
    String text = failure.getMessage() == null ? "" : failure.getMessage();
    if (failure instanceof NoSuchFileException) {
      return text + ": no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return text + ": permission denied";
    }
    if (failure instanceof FileSystemException || failure instanceof IOException) {
      return text.isEmpty() ? failure.getClass().getSimpleName() : text;
    }
    return "unexpected " + failure.getClass().getSimpleName() + ": " + text + " (see --debug)";
  }

  /** The text without control characters, which could drive the terminal. */
  public static String clean(String text) {
    if (text.chars().noneMatch(c -> SafePath.isDriving(c) && c != '\n' && c != '\t')) {
      return text; // nearly always, and a diff of a whole site is long
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !SafePath.isDriving(c))
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
