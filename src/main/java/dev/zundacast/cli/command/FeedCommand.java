package dev.zundacast.cli.command;

import dev.zundacast.cli.terminal.CheckPrinter;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.TextDiff;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.CheckReport.Severity;
import dev.zundacast.pipeline.feed.FeedCheck;
import dev.zundacast.pipeline.feed.FeedInclude;
import dev.zundacast.post.Shows;
import dev.zundacast.post.SiteKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code feed check|include}: what podcast apps read of a show. */
@Command(name = "feed")
public final class FeedCommand extends ProgramCommand {
  private static final String FEED = "feed.xml";

  @Command
  int check(
      @Parameters(paramLabel = "FILE", arity = "0..1") Optional<Path> file,
      @Option(names = "--format", paramLabel = "FORM", defaultValue = "text")
          CheckPrinter.Format format)
      throws IOException {
    Path named = terminal.resolve(file.orElse(Path.of("")));
    Path feed = Files.isDirectory(named) ? SiteKind.feed(named) : named;
    if (!Files.isRegularFile(feed)) {
      throw Problem.usage("feed.noFile", terminal.shown(feed));
    }
    CheckReport report = FeedCheck.check(feed);
    new CheckPrinter(terminal).print(report, 0, format);
    boolean bad = report.findings().stream().anyMatch(it -> it.severity() == Severity.ERROR);
    return (bad ? ExitCode.FINDINGS : ExitCode.DONE).code();
  }

  @Command
  void include(
      @Parameters(paramLabel = "SITE", arity = "0..1") Optional<Path> site,
      @Option(names = "--mend") boolean mend,
      @Option(names = "--dry-run") boolean dryRun)
      throws IOException {
    Path root = terminal.resolve(site.orElse(Path.of("")));
    Show show = Shows.find(root, Optional.of(root));
    Path feed = show.root().resolve(FEED);
    SafePath.requireInside(root, feed, 0, Message.of("feed.putFile"));
    String before = Files.exists(feed) ? FeedInclude.text(feed) : "";
    String after = FeedInclude.mended(before);
    Map<Path, String> missing = FeedInclude.missing(show);
    if (dryRun) {
      showChange(feed, before, missing.getOrDefault(feed, after));
      missing.keySet().stream()
          .filter(file -> !file.equals(feed))
          .forEach(file -> terminal.print(Message.of("feed.wouldWrite", terminal.shown(file))));
      return;
    }
    for (Map.Entry<Path, String> file : missing.entrySet()) {
      AtomicFile.write(file.getKey(), file.getValue());
      terminal.print(Message.of("export.wrote", terminal.shown(file.getKey())));
    }
    if (mend && !after.equals(before)) {
      AtomicFile.write(feed, after);
      terminal.print(Message.of("feed.mended", terminal.shown(feed)));
    } else if (!after.equals(before)) {
      terminal.print(Message.of("feed.toDo", terminal.shown(feed)));
    } else if (missing.isEmpty()) {
      terminal.print(Message.of("init.there", terminal.shown(feed)));
    }
  }

  private void showChange(Path feed, String before, String after) {
    String name = terminal.shown(feed);
    TextDiff.of(
            before.isEmpty() ? "/dev/null" : name,
            name,
            before.lines().toList(),
            after.lines().toList(),
            3)
        .lines()
        .forEach(terminal::print);
  }
}
