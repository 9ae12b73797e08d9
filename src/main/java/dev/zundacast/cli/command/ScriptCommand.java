package dev.zundacast.cli.command;

import dev.zundacast.cli.option.PostOptions;
import dev.zundacast.cli.option.ShardOptions;
import dev.zundacast.cli.option.WritingOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.ScriptPrinter;
import dev.zundacast.cli.terminal.ScriptPrinter.Written;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.episode.NumberedArticle;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Sites;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.reading.Readings;
import dev.zundacast.rewrite.Prompt;
import dev.zundacast.rewrite.RewriteSettings;
import dev.zundacast.rewrite.Rewriter;
import dev.zundacast.rewrite.Rewriter.Network;
import dev.zundacast.script.Estimate;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.script.NarrationSource.Take;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.ScriptUpdate;
import dev.zundacast.script.ScriptWriter;
import dev.zundacast.script.file.ScriptDraft.DraftLine;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.Parallel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code script POST|DIR…}: posts to scripts, or scripts that follow their changed posts. */
@Command(name = "script")
public final class ScriptCommand extends PostsCommand {
  /** More threads than this wait for the disk. */
  private static final int MOST_THREADS = 4;

  /** Told with a comparison and a word of the host's, an article takes so much longer. */
  private static final double TOLD = 1.5;

  /** A greeting, a recap and a goodbye take about a minute. */
  private static final double AROUND_MINUTES = 1;

  private final Sites sites = new Sites();

  @Option(names = "--narration", paramLabel = "FILE|DIR|-")
  Optional<String> narration = Optional.empty();

  @Option(names = "--narration-partly")
  boolean partly;

  @Option(names = "--narration-prompt")
  boolean prompt;

  @Option(names = "--narration-review")
  boolean review;

  @Option(names = "--dry-run")
  boolean dryRun;

  @Option(names = "--explain")
  boolean explain;

  @Option(names = "--json")
  boolean json;

  @Mixin final PostOptions posts = new PostOptions();
  @Mixin final ShardOptions shards = new ShardOptions();

  @Option(names = "--no-rewrite")
  boolean noRewrite;

  @Option(names = "--offline")
  boolean offline;

  @Option(names = "--allow-key")
  boolean allowKey;

  @Mixin final WritingOptions writing = new WritingOptions();

  @Override
  protected ExitCode run() throws IOException {
    List<Path> named = posts.named();
    List<Path> all = postsOf(named);
    List<Path> files = posts.latest() ? all : shards.part(named, all);
    Map<ShowFolder, List<Path>> shows = byShow(files);
    posts.choose(shows);
    int count = shows.values().stream().mapToInt(List::size).sum();
    boolean folder =
        narration.filter(it -> Files.isDirectory(terminal.resolve(Path.of(it)))).isPresent();
    if (narration.isPresent() && !folder && count > 1) {
      throw Problem.usage("script.narrationOfOne", count);
    }
    if (partly && narration.isEmpty()) {
      throw Problem.usage("script.partlyAlone");
    }
    // The first post needs it: one script is there 0.1 s sooner, 549 of them 0.2 s.
    try (BackgroundTask<?> dictionary = BackgroundTask.start("dictionary", Readings::loaded)) {
      return eachShow(shows, this::write);
    }
  }

  private ExitCode write(ShowFolder show, List<Path> files) throws IOException {
    Workspace workspace = folders.workspace(show);
    try {
      return write(show, workspace, files);
    } finally {
      if (!dryRun) {
        AtomicFile.flushNames(workspace.script(files.get(0)).resolveSibling(""));
      }
    }
  }

  private ExitCode write(ShowFolder show, Workspace workspace, List<Path> files)
      throws IOException {
    Stages stages = Stages.open(workspace);
    Settings settings = Settings.of(show.root());
    ScriptOptions options = options(settings.script());
    if (explain) {
      return each(files, post -> writer(stages, post, options).explain(), this::printExplained);
    }
    if (prompt) {
      return each(files, post -> prompt(stages, post, options), terminal::print);
    }
    if (review) {
      return each(files, post -> review(stages, post, options), this::printReview);
    }
    if (!dryRun) {
      workspace.ignoreOut();
    }
    Optional<RewriteSettings> rewriting = settings.rewrite().filter(it -> !noRewrite);
    if (rewriting.isPresent()) {
      try (Rewriter model = rewriter(rewriting.get(), workspace)) {
        return each(files, post -> narrate(stages, post, options, model), printer()::print);
      }
    }
    // One more than there are cores: each waits for the disk while its script is flushed. Another
    // one takes 4 % longer on two cores.
    int threads = Math.min(MOST_THREADS, 1 + Runtime.getRuntime().availableProcessors());
    try (Parallel<Path, Written> written =
        Parallel.over(files, threads, post -> write(stages, post, options, Optional.empty()))) {
      return each(files, post -> written.next(), printer()::print);
    }
  }

  /** The language model that the settings name, once it is known that it may have its key. */
  private Rewriter rewriter(RewriteSettings model, Workspace workspace) throws IOException {
    if (model.unusual().isPresent()) {
      // A site that came from elsewhere must not choose which secret goes where.
      Trust trust = Trust.of(terminal.env());
      String pair = new Digest().add("key").add(model.keyEnv()).add(model.host()).hex();
      if (allowKey) {
        trust.allow(pair, model.keyEnv() + " " + model.host());
      } else if (!trust.allows(pair)) {
        throw Problem.in(model.unusual().get().withNext("rewrite.unusualKey"));
      }
    }
    String key = model.keyEnv().isEmpty() ? "" : terminal.env(model.keyEnv()).strip();
    Network network = offline || dryRun ? Network.OFFLINE : Network.ASK;
    return new Rewriter(model, key, workspace.out().resolve("rewrites"), network);
  }

  private ScriptPrinter printer() {
    return new ScriptPrinter(output(json), dryRun);
  }

  private ScriptOptions options(ScriptOptions settings) throws IOException {
    ScriptOptions options = writing.over(settings);
    if (narration.isEmpty()) {
      return options;
    }
    String place = narration.get();
    Optional<String> text =
        place.equals("-")
            ? Optional.of(new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8))
            : Optional.empty();
    Take take = partly ? Take.PARTLY : Take.ASKED;
    return options.withNarration(
        Optional.of(new NarrationSource(terminal.resolve(Path.of(place)), text, take)));
  }

  private Written write(
      Stages stages, Path file, ScriptOptions options, Optional<Rewriter.Narrated> told)
      throws IOException {
    ScriptUpdate update = writer(stages, file, options).update();
    if (!dryRun) {
      stages.scripts().saveOneOfMany(update);
    }
    List<Readings.Guess> guesses = stages.readings().guesses(update.script().lines().toList());
    Duration estimate = new Estimate(stages.voices()).of(update.script());
    return new Written(file, update, estimate, guesses, told);
  }

  /** Asks for a narration where nobody wrote one; the same question is answered by the script. */
  private Written narrate(Stages stages, Path file, ScriptOptions options, Rewriter model)
      throws IOException {
    Post post = read(file);
    Path script = stages.workspace().ownScript(file, show(file).root());
    String prompt = prompt(stages, file, options);
    String name = model.nameOf(prompt);
    boolean written = options.narration().flatMap(it -> it.file(post)).isPresent();
    // What a script tells already is not asked for again.
    if (narration.isPresent()
        || written
        || (Files.isRegularFile(script)
            && stages.scripts().open(script).narration().startsWith(name + " "))) {
      return write(stages, file, options, Optional.empty());
    }
    Rewriter.Narrated told =
        model.narrate(
            prompt,
            it ->
                review(
                    stages,
                    file,
                    options.withNarration(Optional.of(NarrationSource.of(name, it, Take.ASKED)))));
    Optional<NarrationSource> said =
        told.narration()
            .map(it -> NarrationSource.of(name, it, Take.PARTLY))
            .or(options::narration);
    return write(stages, file, options.withNarration(said), Optional.of(told));
  }

  /** What writes the script of a post. */
  private ScriptWriter writer(Stages stages, Path file, ScriptOptions options) throws IOException {
    Post post = read(file);
    Show show = show(file);
    Path script = stages.workspace().ownScript(file, show.root());
    return stages.scripts().of(post, show, script, options);
  }

  private Post read(Path file) throws IOException {
    return Posts.of(FrontMatter.read(file, sites.layout(file)));
  }

  private String prompt(Stages stages, Path file, ScriptOptions options) throws IOException {
    Post post = read(file);
    Show show = options.show(post, show(file), stages.voices());
    List<NumberedArticle> sources = stages.scripts().of(post, show, options).sources();
    double minutes = sources.stream().mapToInt(NumberedArticle::seconds).sum() / 60.0;
    return Prompt.episode(
            sources,
            show.title(),
            post,
            options
                .minutes()
                .orElse(
                    Math.ceil(
                        Math.min(ScriptOptions.USUAL_MINUTES, AROUND_MINUTES + TOLD * minutes))))
        .stripTrailing();
  }

  private List<String> review(Stages stages, Path file, ScriptOptions options) throws IOException {
    // The prompt is Japanese, whatever language its reader's messages are in.
    return writer(stages, file, options).review().stream()
        .map(it -> (it.sourceLine() + "\n  " + it.message().in(Locale.JAPANESE)).strip())
        .toList();
  }

  private void printReview(List<String> findings) {
    if (findings.isEmpty()) {
      terminal.say(Message.of("script.narrationIsRight"));
    } else {
      Prompt.review(findings).lines().forEach(terminal::print);
    }
  }

  private Show show(Path file) throws IOException {
    return sites.of(file, folders.site());
  }

  /** Each line with its rules below it; # stands before what is left out. */
  private void printExplained(List<DraftLine> lines) {
    for (DraftLine line : lines) {
      terminal.print(Message.plain((line.isSilent() ? "# " : "") + line.text()));
      List<Message> rules = line.rules().stream().map(ScriptCommand::rule).toList();
      terminal.print(Message.plain("    ", Message.join(", ", rules)));
    }
  }

  /** A rule by its name, which may say behind a colon why it was used. */
  private static Message rule(String name) {
    int at = name.indexOf(": ");
    return at < 0
        ? Message.named("rule.", name)
        : Message.plain(rule(name.substring(0, at)), ": ", rule(name.substring(at + 2)));
  }
}
