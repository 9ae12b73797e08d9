package dev.zundacast.cli.command;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.option.PostOptions;
import dev.zundacast.cli.option.ShardOptions;
import dev.zundacast.cli.option.StoreOptions;
import dev.zundacast.cli.terminal.BuildPrinter;
import dev.zundacast.cli.terminal.BuildPrinter.Tally;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.UsedClips;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.Build;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.BuildReport;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.pipeline.scale.Shard;
import dev.zundacast.pipeline.scale.ShardBuild;
import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code build POST|DIR…}: posts to episodes. */
@Command(name = "build")
public final class BuildCommand extends PostsCommand {
  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(names = "--force")
  boolean force;

  @Option(names = "--json")
  boolean json;

  @Mixin final ShardOptions shards = new ShardOptions();
  @Mixin final StoreOptions stores = new StoreOptions();
  @Mixin final PostOptions posts = new PostOptions();
  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final MakingOptions making = new MakingOptions();

  @Override
  protected ExitCode run() throws IOException {
    List<Path> named = posts.named();
    List<Path> all = postsOf(named);
    List<Path> own = posts.latest() ? all : shards.part(named, all);
    Optional<Shard> shard = posts.latest() ? Optional.empty() : shards.of(named);
    Map<ShowFolder, List<Path>> shows = byShow(own);
    posts.choose(shows);
    int count = shows.values().stream().mapToInt(List::size).sum();
    BuildPrinter printer = new BuildPrinter(output(json));
    if (dryRun) {
      List<DryRun.Report> reports = new ArrayList<>();
      ExitCode code = eachShow(shows, (show, files) -> look(show, files, printer, reports));
      printer.printSum(reports);
      return code;
    }
    Tally tally = new Tally(count);
    ExitCode code = eachShow(shows, (show, files) -> run(show, files, shard, printer, tally));
    printer.print(tally);
    return code;
  }

  private ExitCode look(
      ShowFolder show, List<Path> files, BuildPrinter printer, List<DryRun.Report> reports)
      throws IOException {
    DryRun dry = new DryRun(Stages.open(folders.workspace(show)));
    BuildOptions options = options(Settings.of(show.root()));
    return each(
        files,
        post -> dry.of(post, options),
        report -> {
          printer.print(report);
          reports.add(report);
        });
  }

  private BuildOptions options(Settings settings) throws IOException {
    BuildOptions options = making.buildOptions(folders.site(), settings, engines.named(settings));
    return force ? options.anew() : options;
  }

  private ExitCode run(
      ShowFolder show, List<Path> files, Optional<Shard> shard, BuildPrinter printer, Tally tally)
      throws IOException {
    Settings settings = Settings.of(show.root());
    Workspace workspace = folders.workspace(show);
    BuildOptions options = options(settings);
    boolean known = !force && files.stream().anyMatch(post -> Build.isKnown(workspace, post));
    SharedStore shared = stores.open(settings);
    ExitCode code;
    try (ProgressLine progress = global.progress();
        SharedStore closing = shared;
        EngineOptions.PendingEngines opening = engines.begin(settings, !known)) {
      Stages stages = Stages.open(workspace);
      Build build = new Build(stages, opening::pool, progress, shared);
      IoFunction<Path, BuildReport> building = building(build, options, shard, workspace);
      code =
          each(
              files,
              post -> {
                if (shard.isPresent()) {
                  stores.require(settings, shared);
                }
                progress.title(tally.begin(post));
                return building.apply(post);
              },
              report -> {
                progress.clear();
                tally.add(report);
                printer.print(report, tally.place());
              });
      // Other shards may be about to use what this one knows nothing of.
      boolean tidies = tally.hasBuilt() && shard.isEmpty();
      int gone = tidies ? UsedClips.keepLimit(stages, settings.storeBytes()) : 0;
      if (gone > 0) {
        output(json).note(Message.of("build.tidied", gone));
      }
    }
    stores.report(shared);
    if (shard.isPresent()) {
      stores.require(settings, shared);
    }
    return code;
  }

  /** A build that leaves a result for collect, where others build the other posts. */
  private static IoFunction<Path, BuildReport> building(
      Build build, BuildOptions options, Optional<Shard> shard, Workspace workspace) {
    if (shard.isEmpty()) {
      return post -> build.build(post, options);
    }
    ShardBuild results = new ShardBuild(shard.get(), workspace);
    BuildOptions leaving = options.leavingValues();
    return post -> results.build(post, () -> build.build(post, leaving));
  }
}
