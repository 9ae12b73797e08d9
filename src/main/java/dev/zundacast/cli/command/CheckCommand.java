package dev.zundacast.cli.command;

import dev.zundacast.cli.command.ProgramCommand.WithoutOptions;
import dev.zundacast.cli.option.AudioOptions;
import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FindingOptions;
import dev.zundacast.cli.option.MakingOptions;
import dev.zundacast.cli.option.ShardOptions;
import dev.zundacast.cli.terminal.CheckPrinter;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ProgressLine;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.check.Check;
import dev.zundacast.pipeline.check.Check.Depth;
import dev.zundacast.pipeline.check.Check.Mending;
import dev.zundacast.pipeline.check.Check.PostRule;
import dev.zundacast.pipeline.check.CheckReport;
import dev.zundacast.pipeline.check.ReadingRule;
import dev.zundacast.pipeline.check.ScriptRules;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.fill.AudioPlaces;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check POST|DIR…}: the gate before publishing. */
@WithoutOptions("--allow-odd-length")
@Command(name = "check")
public final class CheckCommand extends PostsCommand {
  @Parameters(paramLabel = "POST|DIR", arity = "0..*")
  List<Path> posts = List.of(Path.of(""));

  @Option(names = "--fast")
  boolean fast;

  @Option(names = "--fix")
  boolean fix;

  @Mixin final FindingOptions told = new FindingOptions();
  @Mixin final AudioOptions audio = new AudioOptions();

  @Mixin final ShardOptions shards = new ShardOptions();
  @Mixin final MakingOptions making = new MakingOptions();
  @Mixin final EngineOptions engines = new EngineOptions();

  @Override
  protected ExitCode run() throws IOException {
    told.check();
    List<Path> files = postsOf(posts);
    Set<Path> own = Set.copyOf(shards.part(posts, files));
    CheckReport report = new CheckReport(0, 0, List.of());
    for (Map.Entry<ShowFolder, List<Path>> show : byShow(files).entrySet()) {
      report = report.and(check(show.getKey(), show.getValue(), own));
    }
    CheckReport found = told.of(report);
    int left = told.chosen(report).findings().size() - found.findings().size();
    boolean silent =
        global.quiet() && found.findings().isEmpty() && told.format() == CheckPrinter.Format.TEXT;
    if (!silent) {
      new CheckPrinter(terminal).print(found, left, told.format());
    }
    return told.exitCode(found);
  }

  /**
   * @param own the posts that are looked at; the others are read, to see what posts must not share
   */
  private CheckReport check(ShowFolder show, List<Path> files, Set<Path> own) throws IOException {
    Settings settings = Settings.of(show.root());
    Workspace workspace = folders.workspace(show);
    Stages stages = Stages.open(workspace);
    BuildOptions building = making.buildOptions(folders.site(), settings, engines.named(settings));
    List<PostRule> rules = new ArrayList<>(new ScriptRules(stages, building).all());
    try (ProgressLine progress = global.progress();
        @Nullable EnginePool pool = engines(settings)) {
      if (pool != null) {
        ReadingRule reading = new ReadingRule(stages, pool, mending(), output(false)::note);
        rules.add(new PostRule("reading", reading::check));
      }
      Set<Path> looked = new HashSet<>(told.posts(files));
      looked.retainAll(own);
      AudioPlaces.Search search = audio.search(folders.site(), workspace.out());
      Depth depth = fast ? Depth.FAST : Depth.LOUDNESS;
      Check check = new Check(search, depth, mending(), stages::openScript, rules, progress);
      CheckReport report = check.run(files, looked);
      if (Files.isDirectory(workspace.out())) {
        workspace.ignoreOut();
      }
      return report;
    }
  }

  /**
   * An engine that was named must answer; the usual one is asked when it is there.
   *
   * @throws Problem of kind NO_ENGINE when a named engine does not answer
   */
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

  private Mending mending() {
    return fix ? Mending.FIX : Mending.LIST_ONLY;
  }
}
