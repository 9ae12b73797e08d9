package dev.zundacast.cli.command;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.option.Without;
import dev.zundacast.cli.option.WritingOptions;
import dev.zundacast.cli.scale.ShardOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.show.ShowFolder;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.reading.Guess;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.script.Scripts.Explained;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code script POST|DIR…}: posts to scripts, or scripts that follow their changed posts. */
@Without("--quiet")
@Command(
    name = "script",
    description = {
      "Writes the script of each post, in the character's way of speaking.",
      "A script that is there keeps every edit; what is new in the post is added."
    })
public final class ScriptCommand implements Callable<Integer> {
  /** More threads than this wait for the disk. */
  private static final int MOST_THREADS = 4;

  private final Terminal terminal;

  @Parameters(paramLabel = "POST|DIR", arity = "1..*", description = "Posts, or folders of posts.")
  List<Path> posts = List.of();

  @Option(
      names = "--narration",
      paramLabel = "FILE",
      description = "Take what someone else wrote: a line an utterance, ---- between sections.")
  Optional<Path> narration = Optional.empty();

  @Option(names = "--dry-run", description = "Show the difference; write nothing.")
  boolean dryRun;

  @Option(
      names = "--explain",
      description = "Show for each line which rules made it; write nothing.")
  boolean explain;

  @Option(names = "--json", description = "One JSON object per post on standard output.")
  boolean json;

  @Mixin final ShardOptions shards = new ShardOptions();
  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final WritingOptions writing = new WritingOptions();
  @Mixin final GlobalOptions global = new GlobalOptions();

  public ScriptCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = shards.part(terminal, posts, Run.posts(terminal, posts));
    if (files.isEmpty()) {
      return ExitCode.DONE.code();
    }
    if (narration.isPresent() && files.size() > 1) {
      throw Problem.of(
          Problem.Kind.USAGE, "--narration is for one post, but " + files.size() + " are named");
    }
    Map<ShowFolder, List<Path>> shows = Run.byShow(folders, terminal, files);
    return Run.eachShow(terminal, shows, this::write).code();
  }

  private ExitCode write(ShowFolder show, List<Path> files) throws IOException {
    Workspace workspace = folders.workspace(terminal, show);
    Stages stages = Stages.open(workspace);
    ScriptOptions options = options(Settings.of(show.root()).script());
    if (explain) {
      return Run.each(
          terminal, files, post -> explained(stages, post, options), this::printExplained);
    }
    if (!dryRun) {
      workspace.ignoreOut();
    }
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    try (Parallel<Path, Written> written =
        Parallel.over(files, threads, post -> write(stages, post, options))) {
      return Run.each(terminal, files, post -> written.next(), this::print);
    }
  }

  private ScriptOptions options(ScriptOptions settings) {
    ScriptOptions options = writing.over(settings);
    return narration.map(file -> options.withNarration(terminal.resolve(file))).orElse(options);
  }

  /** One post's script, how long it takes to hear, and which of its readings are guesses. */
  private record Written(Path post, ScriptUpdate update, Duration estimate, List<Guess> guesses) {}

  private Written write(Stages stages, Path file, ScriptOptions options) throws IOException {
    Post post = Posts.read(file);
    Show show = Shows.find(file, folders.site(terminal));
    Path script = stages.workspace().ownScript(file, show.root());
    ScriptUpdate update = stages.scripts().update(post, show, script, options);
    if (!dryRun) {
      stages.scripts().save(update);
    }
    List<Guess> guesses = stages.readings().guesses(update.script().lines().toList());
    return new Written(file, update, stages.scripts().estimate(update.script()), guesses);
  }

  private List<Explained> explained(Stages stages, Path file, ScriptOptions options)
      throws IOException {
    Post post = Posts.read(file);
    Show show = Shows.find(file, folders.site(terminal));
    return stages.scripts().explain(post, show, stages.workspace().script(file), options);
  }

  /** Each line with its rules below it; # stands before what is left out. */
  private void printExplained(List<Explained> lines) {
    for (Explained line : lines) {
      terminal.print((line.said() ? "" : "# ") + line.text());
      terminal.print("    " + String.join(", ", line.rules()));
    }
  }

  private void print(Written written) {
    if (json) {
      terminal.json(asJson(written));
      return;
    }
    ScriptUpdate update = written.update();
    boolean isNew = update.diff().startsWith("--- /dev/null");
    if (dryRun || !isNew) {
      terminal.out().print(Reporter.clean(update.diff()));
    }
    update.notes().forEach(note -> terminal.print("  " + note));
    terminal.print(summary(update, written.estimate(), isNew));
    printGuesses(written.guesses());
  }

  /** Readings that a person should look at before anyone hears them. */
  private void printGuesses(List<Guess> guesses) {
    if (!guesses.isEmpty()) {
      terminal.print("  readings that are guesses; confirm or mend each for good:");
    }
    for (Guess guess : guesses) {
      String word = guess.entry().written() + "  " + guess.entry().reading();
      terminal.print("  " + guess.line().id() + "  " + word + "  " + guess.command());
    }
  }

  private String summary(ScriptUpdate update, Duration estimate, boolean isNew) {
    String done = isNew ? "new" : update.changes() ? "changed" : "up to date";
    long seconds = (estimate.toMillis() + 500) / 1000;
    return String.format(
        Locale.ROOT,
        "%s: %s, %d lines, about %d:%02d min%s",
        terminal.shown(update.script().file()),
        done,
        update.script().lines().count(),
        seconds / 60,
        seconds % 60,
        dryRun && update.changes() ? " (not written)" : "");
  }

  @JsonNaming(SnakeCaseStrategy.class)
  private record ScriptJson(
      String post,
      String script,
      boolean changed,
      boolean written,
      long lines,
      long estimateMs,
      String diff,
      List<String> notes,
      List<GuessJson> guesses) {}

  private record GuessJson(String line, String written, String reading) {
    static GuessJson of(Guess guess) {
      return new GuessJson(guess.line().id(), guess.entry().written(), guess.entry().reading());
    }
  }

  private ScriptJson asJson(Written written) {
    ScriptUpdate update = written.update();
    Path script = update.script().file();
    return new ScriptJson(
        written.post().toString(),
        script.toString(),
        update.changes(),
        !dryRun && Files.exists(script),
        update.script().lines().count(),
        written.estimate().toMillis(),
        update.diff(),
        update.notes(),
        written.guesses().stream().map(GuessJson::of).toList());
  }
}
