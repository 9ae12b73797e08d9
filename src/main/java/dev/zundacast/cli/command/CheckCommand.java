package dev.zundacast.cli.command;

import dev.zundacast.cli.option.AudioOptions;
import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.option.ShardOptions;
import dev.zundacast.cli.terminal.CheckPrinter;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.check.Check;
import dev.zundacast.pipeline.check.Check.Depth;
import dev.zundacast.pipeline.check.Check.Mending;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.CheckReport.Severity;
import dev.zundacast.pipeline.check.ReadingRule;
import dev.zundacast.pipeline.check.ScriptRules;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Stack;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check POST|DIR…}: the gate before publishing. */
@ProgramCommand.WithoutOptions("--allow-odd-length")
@Command(name = "check")
public final class CheckCommand extends PostsCommand {
  @Parameters(paramLabel = "POST|DIR", arity = "0..*")
  List<Path> posts = List.of(Path.of(""));

  @Option(names = "--fast")
  boolean fast;

  @Option(names = "--fix")
  boolean fix;

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

  @Mixin final AudioOptions audio = new AudioOptions();

  @Mixin final ShardOptions shards = new ShardOptions();
  @Mixin final MakingOptions making = new MakingOptions();
  @Mixin final EngineOptions engines = new EngineOptions();

  @Override
  protected ExitCode run() throws IOException {
    requireKnown();
    List<Path> files = postsOf(posts);
    Set<Path> own = Set.copyOf(shards.part(posts, files));
    CheckReport report = new CheckReport(0, 0, List.of());
    for (Map.Entry<ShowFolder, List<Path>> show : byShow(files).entrySet()) {
      report = report.and(check(show.getKey(), show.getValue(), own));
    }
    CheckReport chosen =
        report.only(
            it -> (select.isEmpty() || select.contains(it.rule())) && !ignore.contains(it.rule()));
    CheckReport found = withoutBaseline(chosen);
    int left = chosen.findings().size() - found.findings().size();
    CheckPrinter.Format form = json ? CheckPrinter.Format.JSON : format;
    boolean silent =
        global.quiet() && found.findings().isEmpty() && form == CheckPrinter.Format.TEXT;
    if (!silent) {
      new CheckPrinter(terminal).print(found, left, form);
    }
    return exitCode(found);
  }

  /**
   * @param own the posts that are looked at; the others are read, to see what posts must not share
   */
  private CheckReport check(ShowFolder show, List<Path> files, Set<Path> own) throws IOException {
    Settings settings = Settings.of(show.root());
    Workspace workspace = folders.workspace(show);
    Stages stages = Stages.open(workspace);
    Mending mending = fix ? Mending.FIX : Mending.LIST_ONLY;
    BuildOptions building = making.buildOptions(folders.site(), settings, engines.named(settings));
    List<Check.PostRule> rules = new ArrayList<>(new ScriptRules(stages, building).all());
    try (ProgressLine progress = global.progress();
        @Nullable EnginePool pool = engines(settings)) {
      if (pool != null) {
        ReadingRule reading = new ReadingRule(stages, pool, mending, output(false)::note);
        rules.add(new Check.PostRule("reading", reading::check));
      }
      Set<Path> looked = new HashSet<>(told(files));
      looked.retainAll(own);
      AudioPlaces.Search search = audio.search(folders.site(), workspace.out());
      Depth depth = fast ? Depth.FAST : Depth.LOUDNESS;
      Check check = new Check(search, depth, mending, stages::openScript, rules, progress);
      CheckReport report = check.run(files, looked);
      if (Files.isDirectory(workspace.out())) {
        workspace.ignoreOut();
      }
      return report;
    }
  }

  /** An engine that was named must answer; the usual one is asked when it is there. */
  private @Nullable EnginePool engines(Settings settings) throws IOException {
    if (fast) {
      return null;
    }
    if (engines.isNamed(settings)) {
      return engines.open(settings);
    }
    Optional<EnginePool> pool = engines.openIfThere(settings);
    if (pool.isEmpty()) {
      output(/* json= */ false).note(Message.of("check.withoutEngine"));
    }
    return pool.orElse(null);
  }

  /** Checks, before any work, that the rules are known and that there is a baseline. */
  private void requireKnown() {
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
  private Set<Path> told(List<Path> all) {
    LocalDate first = since.orElse(LocalDate.MIN);
    List<Path> young = all.stream().filter(post -> !PostFiles.day(post).isBefore(first)).toList();
    return Set.copyOf(PostFiles.latest(young, latest.orElse(young.size())));
  }

  /** The report without what the baseline lists, which is written where that was asked for. */
  private CheckReport withoutBaseline(CheckReport chosen) throws IOException {
    Optional<Path> file = baseline.map(terminal::resolve);
    if (file.isEmpty()) {
      return chosen;
    }
    if (writeBaseline) {
      Stream<String> lines = chosen.findings().stream().map(it -> line(it, file.get()) + "\n");
      AtomicFile.write(file.get(), lines.distinct().sorted().collect(Collectors.joining()));
    }
    Set<String> past = Set.copyOf(Files.readAllLines(file.get()));
    return chosen.only(finding -> !past.contains(line(finding, file.get())));
  }

  /** A finding however far its line moves, and wherever the program was started. */
  private static String line(CheckReport.Finding finding, Path baseline) {
    Path folder = baseline.toAbsolutePath().resolveSibling("");
    String file = folder.relativize(finding.place().file().toAbsolutePath()).toString();
    String message = finding.place().message().toString().replaceAll("[\\t\\n\\r]", " ");
    return finding.rule() + "\t" + file + "\t" + message;
  }

  /** How a check ends that found this. */
  private ExitCode exitCode(CheckReport report) {
    boolean failed =
        failOn != FailOn.NEVER
            && report.findings().stream()
                .anyMatch(it -> it.severity().compareTo(Severity.valueOf(failOn.name())) >= 0);
    return failed ? ExitCode.FINDINGS : ExitCode.DONE;
  }

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
}
