package dev.zundacast.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.pipeline.Check;
import dev.zundacast.pipeline.CheckFinding;
import dev.zundacast.pipeline.CheckOptions;
import dev.zundacast.pipeline.CheckOptions.Depth;
import dev.zundacast.pipeline.CheckOptions.Mending;
import dev.zundacast.pipeline.CheckReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check POST|DIR…}: the gate before publishing. */
@Command(
    name = "check",
    description = {
      "Looks for what should not be published as it is: missing or wrong audio, sizes, lengths,",
      "loudness, tags, pictures, feeds. Ends with 4 when it finds something."
    })
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "1..*",
      paramLabel = "POST|DIR",
      description = "Posts, folders of posts or a site's folder.")
  List<Path> posts = new ArrayList<>();

  @Option(names = "--fast", description = "Leave out the loudness, for which audio is decoded.")
  boolean fast;

  @Option(names = "--fix", description = "Mend what needs no judgement: sizes and lengths.")
  boolean fix;

  @Option(
      names = "--audio-dir",
      paramLabel = "DIR",
      description = "Look here by name for audio that is not in the site.")
  @Nullable Path audioDir;

  @Option(names = "--json", description = "A JSON object on standard output.")
  boolean json;

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin FolderOptions folders = new FolderOptions();

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CheckReport report;
    try (ProgressLine progress = ProgressLine.of(terminal, global)) {
      Check check = new Check(options(), List.of(), progress);
      report = check.run(posts.stream().map(this::resolved).toList());
    }
    if (json) {
      printJson(report);
    } else {
      print(report);
    }
    return (report.findings().isEmpty() ? ExitCode.DONE : ExitCode.BAD_INPUT).code();
  }

  private CheckOptions options() {
    return new CheckOptions(
        fast ? Depth.FAST : Depth.LOUDNESS,
        fix ? Mending.FIX : Mending.LIST_ONLY,
        Optional.ofNullable(audioDir).map(this::resolved),
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
    if (fix) {
      out.append(report.mended()).append(" posts mended\n");
    }
    out.append(report.posts()).append(" posts, ");
    out.append(report.findings().size()).append(" findings\n");
    terminal.out().print(Reporter.clean(out.toString()));
  }

  private void printJson(CheckReport report) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
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
    terminal.out().println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root));
  }

  private String shown(Path file) {
    Path folder = terminal.folder();
    return (file.startsWith(folder) ? folder.relativize(file) : file).toString();
  }
}
