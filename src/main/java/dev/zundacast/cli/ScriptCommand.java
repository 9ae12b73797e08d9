package dev.zundacast.cli;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
import dev.zundacast.reading.Guess;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.ScriptUpdate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code script POST|DIR…}: posts to scripts, or scripts that follow their changed posts. */
final class ScriptCommand implements Callable<Integer> {
  private final Terminal terminal;

  private final Values<Path> posts =
      Values.some("POST|DIR", Path.class, "Posts, or folders of posts.");

  private final Value<Path> narration =
      Value.option(
          "--narration",
          "FILE",
          Path.class,
          "Take what someone else wrote: a line an utterance, ---- between sections.");

  private final Flag dryRun = new Flag("--dry-run", "Show the difference; write nothing.");

  private final Flag json = new Flag("--json", "One JSON object a post on standard output.");

  private final GlobalOptions global = new GlobalOptions();
  private final FolderOptions folders = new FolderOptions();
  private final WritingOptions writing = new WritingOptions();

  ScriptCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  CommandSpec spec() {
    return Specs.of(
        this,
        "script",
        List.of(
            "Writes the script of each post, in the character's way of speaking.",
            "A script that is there keeps every edit; what is new in the post is added."),
        posts,
        narration,
        dryRun,
        json,
        global,
        folders,
        writing);
  }

  @Override
  public Integer call() throws IOException {
    List<Path> files = PostArguments.files(terminal, posts.get());
    if (narration.get().isPresent() && files.size() > 1) {
      throw Problem.of(
          Problem.Kind.USAGE, "--narration is for one post, but " + files.size() + " are named");
    }
    Stages stages = Stages.open(folders.workspace(terminal));
    Settings settings = Run.settings(folders, terminal, files.get(0));
    ScriptOptions options = options(settings.script());
    ScriptPrinter printer = new ScriptPrinter(terminal, json.isGiven(), dryRun.isGiven());
    try (Ahead<Done> ahead = new Ahead<>(files, post -> write(stages, post, options))) {
      return Run.each(terminal, files, post -> printer.print(post, ahead.next())).code();
    }
  }

  /** One post's script, how long it takes to hear, and which of its readings are guesses. */
  record Done(ScriptUpdate update, Duration estimate, List<Guess> guesses) {}

  private Done write(Stages stages, Path file, ScriptOptions options) throws IOException {
    Post post = Posts.read(file);
    Show show = Shows.find(file, folders.site(terminal));
    Path script = stages.workspace().script(file);
    ScriptUpdate update = stages.scripts().update(post, show, script, options);
    if (!dryRun.isGiven()) {
      stages.scripts().save(update);
    }
    List<Guess> guesses = stages.readings().guesses(update.script().lines().toList());
    return new Done(update, stages.scripts().estimate(update.script()), guesses);
  }

  private ScriptOptions options(ScriptOptions set) {
    ScriptOptions options = writing.over(set);
    return narration.get().isEmpty()
        ? options
        : options.withNarration(terminal.folder().resolve(narration.value()).normalize());
  }
}
