package dev.zundacast.cli.option;

import dev.zundacast.cli.terminal.CheckPrinter;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.CheckReport.Finding;
import dev.zundacast.pipeline.check.CheckReport.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which findings of a check are told, in which form, and which fail it. */
public final class FindingOptions extends TerminalOptions {
  @Option(names = "--select", paramLabel = "RULES", split = ",")
  List<String> select = List.of();

  @Option(names = "--ignore", paramLabel = "RULES", split = ",")
  List<String> ignore = List.of();

  @Option(names = "--since", paramLabel = "DATE")
  Optional<LocalDate> since = Optional.empty();

  @Option(
      names = "--latest",
      paramLabel = "N",
      arity = "0..1",
      parameterConsumer = CountIfNumber.class)
  Optional<Integer> latest = Optional.empty();

  @Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "note")
  FailOn failOn = FailOn.NOTE;

  @Option(names = "--baseline", paramLabel = "FILE")
  Optional<Path> baseline = Optional.empty();

  @Option(names = "--write-baseline")
  boolean writeBaseline;

  @Option(names = "--format", paramLabel = "FORM", defaultValue = "text")
  CheckPrinter.Format format = CheckPrinter.Format.TEXT;

  @Option(names = "--json")
  boolean json;

  /** Takes the next word only where it is a number, so that a post may stand behind the option. */
  static final class CountIfNumber implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
      boolean number = !args.isEmpty() && args.peek().matches("-?\\d{1,9}");
      option.setValue(Optional.of(number ? Integer.parseInt(args.pop()) : 1));
    }
  }

  enum FailOn {
    NOTE,
    WARNING,
    ERROR,
    NEVER
  }

  /** The form of the result. */
  public CheckPrinter.Format format() {
    return json ? CheckPrinter.Format.JSON : format;
  }

  /**
   * Checks that the rules are known and that there is a baseline to compare with, before any work.
   *
   * @throws Problem of kind USAGE
   */
  public void check() {
    if (latest.orElse(1) < 1) {
      throw Problem.usage("check.latest", latest.get());
    }
    for (List<String> named : List.of(select, ignore)) {
      for (String rule : named) {
        if (!Severity.rules().contains(rule)) {
          String known = String.join(", ", Severity.rules());
          throw Problem.usage("check.unknownRule", rule, known);
        }
      }
    }
    Optional<Path> file = baseline.map(terminal::resolve);
    if (file.isEmpty() && writeBaseline) {
      throw Problem.usage("check.baselineFile");
    }
    if (file.isPresent() && !writeBaseline && !Files.isRegularFile(file.get())) {
      throw Problem.usage("check.noBaseline", baseline.get());
    }
  }

  /** Those posts that are to be told of. */
  public Set<Path> posts(List<Path> all) {
    LocalDate first = since.orElse(LocalDate.MIN);
    List<Path> young = all.stream().filter(post -> !PostFiles.day(post).isBefore(first)).toList();
    return Set.copyOf(PostFiles.latest(young, latest.orElse(young.size())));
  }

  /** The report without what was not asked for; the baseline is written where that was asked. */
  public CheckReport of(CheckReport report) throws IOException {
    CheckReport chosen = chosen(report);
    Optional<Path> file = baseline.map(terminal::resolve);
    if (file.isEmpty()) {
      return chosen;
    }
    if (writeBaseline) {
      Set<String> lines = new TreeSet<>();
      chosen.findings().forEach(finding -> lines.add(line(finding, file.get())));
      AtomicFile.write(
          file.get(), lines.stream().map(it -> it + "\n").collect(Collectors.joining()));
    }
    Set<String> past = Set.copyOf(new TreeSet<>(Files.readAllLines(file.get())));
    return chosen.only(finding -> !past.contains(line(finding, file.get())));
  }

  /** The report with the findings of the rules that were chosen. */
  public CheckReport chosen(CheckReport report) {
    return report.only(
        it -> (select.isEmpty() || select.contains(it.rule())) && !ignore.contains(it.rule()));
  }

  /** A finding however far its line moves, and wherever the program was started. */
  private static String line(Finding finding, Path baseline) {
    Path folder = baseline.toAbsolutePath().resolveSibling("");
    String file = folder.relativize(finding.place().file().toAbsolutePath()).toString();
    String message = finding.place().message().toString().replaceAll("[\\t\\n\\r]", " ");
    return finding.rule() + "\t" + file + "\t" + message;
  }

  /** How a check ends that found this. */
  public ExitCode exitCode(CheckReport report) {
    boolean failed =
        failOn != FailOn.NEVER
            && report.findings().stream()
                .anyMatch(it -> it.severity().compareTo(Severity.valueOf(failOn.name())) >= 0);
    return failed ? ExitCode.FINDINGS : ExitCode.DONE;
  }
}
