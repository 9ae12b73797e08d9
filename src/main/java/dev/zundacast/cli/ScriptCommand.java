package dev.zundacast.cli;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.ScriptUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code script POST|DIR…}: posts to scripts, or scripts that follow their changed posts. */
@Command(
    addMethodSubcommands = false,
    name = "script",
    description = {
      "Writes the script of each post, in the character's way of speaking.",
      "A script that is there keeps every edit; what is new in the post is added."
    })
final class ScriptCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "POST|DIR", arity = "1..*", description = "Posts, or folders of posts.")
  List<Path> posts = new ArrayList<>();

  @Option(
      names = "--narration",
      paramLabel = "FILE",
      description = "Take what someone else wrote: a line an utterance, ---- between sections.")
  @Nullable Path narration;

  @Option(names = "--dry-run", description = "Show the difference; write nothing.")
  boolean dryRun;

  @Option(names = "--json", description = "One JSON object a post on standard output.")
  boolean json;

  @Mixin GlobalOptions global = new GlobalOptions();
  @Mixin FolderOptions folders = new FolderOptions();
  @Mixin WritingOptions writing = new WritingOptions();

  ScriptCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = PostArguments.files(terminal, posts);
    if (narration != null && files.size() > 1) {
      throw Problem.of(
          Problem.Kind.USAGE, "--narration is for one post, but " + files.size() + " are named");
    }
    Stages stages = Stages.open(folders.workspace(terminal));
    Settings settings = Run.settings(folders, terminal, files.get(0));
    ScriptOptions options = options(settings.script());
    ScriptPrinter printer = new ScriptPrinter(terminal, json, dryRun);
    try (Ahead<Done> ahead = new Ahead<>(files, post -> write(stages, post, options))) {
      return Run.each(terminal, files, post -> printer.print(post, ahead.next())).code();
    }
  }

  /** One post's script, and how long it takes to hear. */
  record Done(ScriptUpdate update, Duration estimate) {}

  private Done write(Stages stages, Path file, ScriptOptions options) throws IOException {
    Post post = Posts.read(file);
    Show show = Shows.find(file, folders.site(terminal));
    Path script = stages.workspace().script(file);
    ScriptUpdate update = stages.scripts().update(post, show, script, options);
    if (!dryRun) {
      stages.scripts().save(update);
    }
    return new Done(update, stages.scripts().estimate(update.script()));
  }

  private ScriptOptions options(ScriptOptions set) {
    ScriptOptions options = writing.over(set);
    return narration == null
        ? options
        : options.withNarration(terminal.folder().resolve(narration).normalize());
  }
}
