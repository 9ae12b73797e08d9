package dev.zundacast.cli.publish;

import dev.zundacast.cli.command.ProgramCommand;
import dev.zundacast.cli.option.WithoutOptions;
import dev.zundacast.cli.terminal.CheckPrinter;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.TextDiff;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.Severity;
import dev.zundacast.pipeline.feed.FeedCheck;
import dev.zundacast.pipeline.feed.FeedInclude;
import dev.zundacast.post.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code feed check|include}: what podcast apps read of a show. */
@WithoutOptions("--quiet")
@Command(name = "feed")
public final class FeedCommand extends ProgramCommand {
  private static final String FEED = "feed.xml";

  @Override
  protected ExitCode run() {
    throw incomplete("say what to do: check or include");
  }

  @WithoutOptions("--quiet")
  @Command(
      description = {
        "Holds a built feed against what Apple asks of a show and against the podcast namespace.",
        "Ends with 6 when apps would refuse it or show it wrong; what is only advised is a warning."
      })
  int check(
      @Parameters(
              paramLabel = "FILE",
              arity = "0..1",
              description = "The built feed (else _site/feed.xml).")
          Optional<Path> file,
      @Option(
              names = "--format",
              paramLabel = "FORM",
              defaultValue = "text",
              description =
                  "The form of the result: text, json or github (annotations of a workflow).")
          CheckPrinter.Format format)
      throws IOException {
    Path feed = terminal.resolve(file.orElse(Path.of("_site", FEED)));
    if (!Files.isRegularFile(feed)) {
      throw Problem.usage(
          terminal.shown(feed) + ": no such file; build the site first, or name its feed");
    }
    CheckReport report = FeedCheck.check(feed);
    new CheckPrinter(terminal).print(report, 0, format);
    boolean bad = report.findings().stream().anyMatch(it -> it.severity() == Severity.ERROR);
    return (bad ? ExitCode.FINDINGS : ExitCode.DONE).code();
  }

  @WithoutOptions("--quiet")
  @Command(
      description = {
        "Writes what a feed includes into _includes, in Liquid alone.",
        "A site without a feed.xml gets one; --mend lets an existing one include them."
      })
  int include(
      @Parameters(
              paramLabel = "SITE",
              arity = "0..1",
              description = "The site's folder (else the working folder).")
          Optional<Path> site,
      @Option(
              names = "--mend",
              description =
                  "Put the includes into feed.xml, and mend what it prints unescaped or in old"
                      + " words.")
          boolean mend,
      @Option(
              names = "--dry-run",
              description = "Show what would change in feed.xml and be written; write nothing.")
          boolean dryRun)
      throws IOException {
    Path root = terminal.resolve(site.orElse(Path.of("")));
    Show show = Shows.find(root, Optional.of(root));
    Path feed = show.root().resolve(FEED);
    SafePath.requireInside(root, feed, 0, "put the file itself there");
    String before = Files.exists(feed) ? text(feed) : "";
    String after = FeedInclude.mended(before);
    Map<Path, String> missing = FeedInclude.missing(show);
    if (dryRun) {
      showChange(feed, before, missing.getOrDefault(feed, after));
      missing.keySet().stream()
          .filter(file -> !file.equals(feed))
          .forEach(file -> terminal.print("would write " + terminal.shown(file)));
      return ExitCode.DONE.code();
    }
    for (Map.Entry<Path, String> file : missing.entrySet()) {
      AtomicFile.write(file.getKey(), file.getValue());
      terminal.print("wrote     " + terminal.shown(file.getKey()));
    }
    if (mend && !after.equals(before)) {
      AtomicFile.write(feed, after);
      terminal.print("mended    " + terminal.shown(feed));
    } else if (!after.equals(before)) {
      terminal.print("to do     let " + terminal.shown(feed) + " include them: --mend does it");
    }
    return ExitCode.DONE.code();
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

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
