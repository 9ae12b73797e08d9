package dev.zundacast.cli.terminal;

import static java.util.stream.Collectors.joining;

import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on standard error what went wrong and where, and chooses the exit code. */
public record Reporter(Terminal terminal) {
  private static final Pattern DRIVING = Pattern.compile("[" + SafePath.DRIVING + "&&[^\\n\\t]]");

  /** The arguments do not fit. */
  public ExitCode misused(ParameterException exception) {
    failed("zundacast", words(exception));
    List<String> similar =
        exception instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    if (similar.isEmpty()) {
      String name = exception.getCommandLine().getCommandSpec().qualifiedName();
      terminal.say(Message.of("cli.seeHelp", name));
    } else {
      terminal.say(Message.of("cli.didYouMean", String.join(", ", similar)));
    }
    return ExitCode.USAGE;
  }

  private void failed(String whose, Message message) {
    terminal.err().println(clean(whose) + ": " + clean(terminal.text(message)));
  }

  /** A wrong value in plain words, else what the parser says. */
  private static Message words(ParameterException exception) {
    ArgSpec arg = exception.getArgSpec();
    Message said = Message.of(exception);
    if (exception instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String typed = "'" + unmatched.getUnmatched().get(0) + "'";
      return unmatched.getCommandLine().getSubcommands().isEmpty()
          ? Message.of("cli.tooMuch", typed)
          : Message.of("cli.unknownCommand", typed);
    }
    boolean wrongValue = said.toString().startsWith("Invalid value for ");
    if (arg == null || exception.getValue() == null || !wrongValue) {
      return said;
    }
    String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    return Message.of("cli.badValue", name, exception.getValue(), expected(arg));
  }

  private static Message expected(ArgSpec arg) {
    Class<?>[] types = arg.auxiliaryTypes();
    Class<?> type = types[types.length - 1];
    if (type.isEnum()) {
      String all = Stream.of(type.getEnumConstants()).map(Object::toString).collect(joining(", "));
      Object values = all.toLowerCase(Locale.ROOT);
      return type.getEnumConstants().length == 1
          ? Message.plain(values)
          : Message.of("cli.oneOf", values);
    }
    if (type == LocalDate.class) {
      return Message.of("cli.date");
    }
    boolean isWhole = type == Integer.class || type == int.class;
    return Message.of(isWhole ? "cli.wholeNumber" : "cli.number");
  }

  /** Prints one failure; used where work goes on with the next input. */
  public ExitCode say(Throwable failure) {
    return say("zundacast", failure);
  }

  /** Prints the failure of one of many posts, which it names; without an engine all fail alike. */
  public ExitCode say(Path post, Throwable failure) {
    boolean isOfAll =
        failure instanceof Problem problem
            && (problem.kind() == Problem.Kind.NO_ENGINE || problem.kind() == Problem.Kind.AWAY);
    return isOfAll ? say(failure) : say(terminal.shown(post), failure);
  }

  private ExitCode say(String whose, Throwable failure) {
    if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
      return say(whose, unchecked.getCause());
    }
    if (!(failure instanceof Problem problem)) {
      failed(whose, message(failure));
      return ExitCode.FAILED;
    }
    if (problem.diagnostics().isEmpty()) {
      failed(whose, Message.of(problem));
    }
    problem.diagnostics().forEach(this::say);
    return ExitCode.of(problem);
  }

  /** Prints a finding as {@code file:line:column: message}, the line, a caret, and what to do. */
  public void say(Diagnostic found) {
    PrintStream err = terminal.err();
    err.println(place(found) + clean(terminal.text(found.message())));
    if (!found.sourceLine().isEmpty()) {
      String shown = terminal.text(found.sourceLine());
      err.println("  " + clean(shown));
      if (found.column() > 0) {
        String before = shown.substring(0, Math.min(found.column() - 1, shown.length()));
        err.println("  " + " ".repeat(Terminal.width(before)) + "^");
      }
    }
    if (!found.next().isEmpty()) {
      err.println("  -> " + clean(terminal.text(found.next())));
    }
  }

  /** {@code file:line:column: }, as far as they are known. */
  public String place(Diagnostic found) {
    return found.placeIn(clean(terminal.shown(terminal.resolve(found.file())))) + ": ";
  }

  private static Message message(Throwable failure) {
    Message text = failure.getMessage() == null ? Message.NONE : Message.of(failure);
    if (failure instanceof NoSuchFileException) {
      return Message.of("cli.noFile", text);
    }
    if (failure instanceof AccessDeniedException) {
      return Message.of("cli.noPermission", text);
    }
    if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
      return Message.of("cli.offline", text);
    }
    if (failure instanceof IOException) {
      return text.isEmpty() ? Message.plain(failure.getClass().getSimpleName()) : text;
    }
    return Message.of("cli.unexpected", failure.getClass().getSimpleName(), text);
  }

  /** The text without control characters, which could drive the terminal. */
  public static String clean(String text) {
    return DRIVING.matcher(text).replaceAll("");
  }
}
