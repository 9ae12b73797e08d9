package dev.zundacast.cli.command;

import dev.zundacast.cli.option.TrustOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.publish.Archive;
import dev.zundacast.pipeline.publish.Publish;
import dev.zundacast.pipeline.publish.PublishSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code archive POST|DIR…}: the audio of old posts out of the site. */
@Command(name = "archive")
public final class ArchiveCommand extends PostsCommand {
  private static final int MOST_DAYS = 36_500;

  @Parameters(paramLabel = "POST|DIR", arity = "1..*")
  List<Path> posts = List.of();

  @Option(names = "--older-than", paramLabel = "DAYS", defaultValue = "90")
  int days;

  @Option(names = "--keep")
  boolean keep;

  @Option(names = "--undo")
  boolean undo;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(names = "--json")
  boolean json;

  @Mixin final TrustOptions trusted = new TrustOptions();

  private long moved;
  private int count;

  @Override
  protected ExitCode run() throws IOException {
    if (days < 0 || days > MOST_DAYS) {
      throw Problem.usage("archive.olderThan", days, MOST_DAYS);
    }
    LocalDate first = LocalDate.now(ZoneId.systemDefault()).minusDays(days);
    List<Path> old =
        postsOf(posts).stream().filter(post -> !PostFiles.day(post).isAfter(first)).toList();
    ExitCode code = eachShow(byShow(old), this::archive);
    output(json)
        .print(
            Message.of(
                "archive.moved",
                count,
                old.size(),
                String.format(Locale.ROOT, "%.1f", moved / 1e6)));
    return code;
  }

  private ExitCode archive(ShowFolder show, List<Path> files) throws IOException {
    boolean runs = !dryRun && !undo;
    PublishSettings settings = runs ? trusted.allowed(show) : PublishSettings.of(show);
    Archive archive =
        new Archive(settings, folders.site(), folders.workspace(show), terminal.env());
    Archive.Mode moving = keep ? Archive.Mode.KEEP_FILE : Archive.Mode.MOVE;
    Archive.Mode wanted = undo ? Archive.Mode.TAKE_BACK : moving;
    Archive.Mode mode = dryRun ? Archive.Mode.DRY_RUN : wanted;
    return each(files, post -> archive.run(post, mode), this::print);
  }

  private void print(Archive.Outcome outcome) {
    boolean did = outcome.state() != Publish.State.ALREADY;
    count += did ? 1 : 0;
    moved += outcome.bytes();
    output(json)
        .json(
            () ->
                Json.with("post", outcome.post().toString())
                    .with("state", outcome.state())
                    .with("bytes", outcome.bytes())
                    .with("what", outcome.what()));
    if (did || undo) {
      output(json).print(Message.plain(terminal.shown(outcome.post()), ": ", outcome.what()));
    }
  }
}
