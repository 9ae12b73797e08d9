package dev.zundacast.cli.command;

import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.scale.Collect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code collect POST|DIR…}: the values of what shards made, into the posts. */
@Command(name = "collect")
public final class CollectCommand extends PostsCommand {
  @Parameters(paramLabel = "POST|DIR", arity = "1..*")
  List<Path> posts = List.of();

  @Override
  protected ExitCode run() throws IOException {
    List<Path> all = postsOf(posts);
    Map<ShowFolder, List<Path>> shows = byShow(all);
    Reporter reporter = new Reporter(terminal);
    Set<ExitCode> codes = EnumSet.noneOf(ExitCode.class);
    int done = 0;
    int written = 0;
    try (ProgressLine progress = global.progress()) {
      for (Map.Entry<ShowFolder, List<Path>> show : shows.entrySet()) {
        ShowFolder folder = show.getKey();
        Collect collect = new Collect(folders.workspace(folder), folders.site());
        for (Path post : show.getValue()) {
          try {
            written += collect.one(post) ? 1 : 0;
          } catch (Problem | IOException e) {
            progress.clear();
            codes.add(reporter.say(e));
          }
          progress.report(Message.plain("collect"), ++done, all.size());
        }
      }
    }
    output(/* json= */ false).print(Message.of("shard.collected", written));
    // One that nobody can make is final; one that is missing may come with another run.
    boolean passing = codes.equals(EnumSet.of(ExitCode.TRY_AGAIN));
    ExitCode failed = passing ? ExitCode.TRY_AGAIN : ExitCode.SOME_FAILED;
    return codes.isEmpty() ? ExitCode.DONE : failed;
  }
}
