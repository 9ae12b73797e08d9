package dev.zundacast.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Check;
import dev.zundacast.pipeline.CheckFinding;
import dev.zundacast.pipeline.CheckOptions;
import dev.zundacast.pipeline.CheckOptions.Depth;
import dev.zundacast.pipeline.CheckOptions.Mending;
import dev.zundacast.pipeline.CheckReport;
import dev.zundacast.pipeline.CreditRule;
import dev.zundacast.pipeline.GuessRule;
import dev.zundacast.pipeline.PostRule;
import dev.zundacast.pipeline.ReadingRule;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.StyleRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code check POST|DIR…}: the gate before publishing. */
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  private final Values<Path> posts =
      Values.some("POST|DIR", Path.class, "Posts, folders of posts or a site's folder.");

  private final Flag fast =
      new Flag(
          "--fast",
          "Leave out what takes long: the loudness, for which audio is decoded,"
              + " and the comparison of readings with an engine's answers.");

  private final Flag fix =
      new Flag("--fix", "Mend what needs no judgement: sizes, lengths, misread lines and words.");

  private final AudioOptions audio = new AudioOptions();

  private final Flag json = new Flag("--json", "A JSON object on standard output.");

  private final GlobalOptions global = new GlobalOptions();
  private final FolderOptions folders = new FolderOptions();
  private final EngineOptions engines = new EngineOptions();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    return Specs.of(
        this,
        "check",
        List.of(
            "Looks for what should not be published as it is.",
            "In posts and audio: what is missing or wrong, sizes, lengths, loudness, tags,"
                + " pictures, feeds; in scripts: what is misread or out of character. Ends with 4"
                + " when it finds something."),
        posts,
        fast,
        fix,
        audio,
        json,
        global,
        folders,
        engines);
  }

  @Override
  public Integer call() throws IOException {
    Stages stages = Stages.open(folders.workspace(terminal));
    List<PostRule> rules =
        new ArrayList<>(
            List.of(new CreditRule(stages), new StyleRule(stages), new GuessRule(stages)));
    CheckReport report;
    try (ProgressLine progress = ProgressLine.of(terminal, global);
        Listening listening = listening(stages)) {
      listening.rule().ifPresent(rules::add);
      Check check = new Check(options(), rules, progress);
      report = check.run(posts.get().stream().map(this::resolved).toList());
    }
    if (json.isGiven()) {
      printJson(report);
    } else {
      print(report);
    }
    return (report.findings().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT).code();
  }

  /** The rule that asks an engine, and the engine, where there is one. */
  private record Listening(Optional<PostRule> rule, Optional<EngineOptions.Open> engines)
      implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (engines.isPresent()) {
        engines.get().close();
      }
    }
  }

  /**
   * An engine that was named must answer; the usual one is asked when it is there.
   *
   * @throws Problem of kind NO_ENGINE when a named engine does not answer
   */
  private Listening listening(Stages stages) throws IOException {
    if (fast.isGiven()) {
      return new Listening(Optional.empty(), Optional.empty());
    }
    Settings settings = Run.settings(folders, terminal, resolved(posts.get().get(0)));
    try {
      EngineOptions.Open open = engines.open(terminal, settings);
      PostRule rule = new ReadingRule(stages, open.pool(), mending(), terminal.err()::println);
      return new Listening(Optional.of(rule), Optional.of(open));
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.NO_ENGINE || engines.named(terminal, settings)) {
        throw e;
      }
      terminal.err().println("note: no engine answers, so readings are not compared");
      return new Listening(Optional.empty(), Optional.empty());
    }
  }

  private Mending mending() {
    return fix.isGiven() ? Mending.FIX : Mending.LIST_ONLY;
  }

  private CheckOptions options() {
    return new CheckOptions(
        fast.isGiven() ? Depth.FAST : Depth.LOUDNESS,
        mending(),
        audio.recall(),
        audio.folder(terminal),
        folders.site(terminal),
        folders.workspace(terminal).out());
  }

  private Path resolved(Path path) {
    return terminal.folder().resolve(path).normalize();
  }

  private void print(CheckReport report) {
    StringBuilder out = new StringBuilder();
    for (CheckFinding finding : report.findings()) {
      Diagnostic place = finding.place();
      out.append(shown(place.file()));
      if (place.line() > 0) {
        out.append(':').append(place.line());
      }
      if (place.column() > 0) {
        out.append(':').append(place.column());
      }
      out.append(": ").append(finding.rule()).append(": ").append(place.message()).append('\n');
      if (!place.next().isEmpty()) {
        out.append("  -> ").append(place.next()).append('\n');
      }
    }
    if (fix.isGiven()) {
      out.append(report.mended()).append(" posts mended\n");
    }
    out.append(report.posts()).append(" posts, ");
    out.append(report.findings().size()).append(" findings").append(byRule(report)).append('\n');
    terminal.out().print(Reporter.clean(out.toString()));
  }

  /** How many findings each rule has, where there are several rules. */
  private static String byRule(CheckReport report) {
    Map<String, Long> counts =
        report.findings().stream()
            .collect(
                Collectors.groupingBy(CheckFinding::rule, TreeMap::new, Collectors.counting()));
    return counts.size() < 2
        ? ""
        : counts.entrySet().stream()
            .map(rule -> rule.getKey() + " " + rule.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private void printJson(CheckReport report) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("posts", report.posts()).put("mended", report.mended());
    ArrayNode findings = root.putArray("findings");
    for (CheckFinding finding : report.findings()) {
      Diagnostic place = finding.place();
      findings
          .addObject()
          .put("file", shown(place.file()))
          .put("line", place.line())
          .put("column", place.column())
          .put("rule", finding.rule())
          .put("message", place.message())
          .put("next", place.next());
    }
    terminal.out().println(JsonTrees.indented(root));
  }

  private String shown(Path file) {
    Path folder = terminal.folder();
    return (file.startsWith(folder) ? folder.relativize(file) : file).toString();
  }
}
