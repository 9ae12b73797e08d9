package dev.zundacast.cli.scale;

import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.option.Without;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.scale.CataloguePlan;
import dev.zundacast.pipeline.scale.CataloguePlanner;
import dev.zundacast.pipeline.show.ShowFolder;
import dev.zundacast.reading.DictionaryFile;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.tasks.IoFunction;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.SpeakOptions;
import dev.zundacast.voice.store.ClipStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan SITE}: what a catalogue takes, before a word of it is spoken. */
@Without("--quiet")
@Command(
    name = "plan",
    description = {
      "How long all episodes of a site take to make, over how many machines, at what price.",
      "Of a large site a few hundred posts are looked at closely. Nothing is written; an engine"
          + " that answers is asked for a few lines, to measure how fast it is."
    })
public final class PlanCommand implements Callable<Integer> {
  /** Half a minute of speech tells an engine's speed to a few in a hundred. */
  private static final int MEASURED_LINES = 7;

  private final Terminal terminal;

  @Parameters(paramLabel = "SITE", description = "The folder of a site, or of posts.")
  Path site = Path.of("");

  @Option(
      names = "--over",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many machines with an engine each share the work, from 1 to 10000.")
  int over = 1;

  @Option(
      names = "--engine-speed",
      paramLabel = "X",
      description = "Seconds of speech that an engine makes in a second, instead of measuring it.")
  Optional<Double> speed = Optional.empty();

  @Option(
      names = "--price",
      paramLabel = "P",
      description = "What an hour of one machine costs, to say what all cost.")
  Optional<Double> price = Optional.empty();

  @Option(
      names = "--words",
      paramLabel = "FILE|WORD=READING",
      description =
          "Also say what a change of readings touches: a reading list, a VOICEVOX dictionary, or a"
              + " word; may be repeated.")
  List<String> words = List.of();

  @Option(names = "--json", description = "A JSON object on standard output.")
  boolean json;

  @Mixin final StoreOptions stores = new StoreOptions();
  @Mixin final FolderOptions folders = new FolderOptions();
  @Mixin final EngineOptions engines = new EngineOptions();
  @Mixin final GlobalOptions global = new GlobalOptions();

  public PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    requireSensible();
    List<Path> posts = PostFiles.of(List.of(terminal.resolve(site)));
    if (posts.isEmpty()) {
      throw Problem.of(Problem.Kind.USAGE, site + ": no post in this folder");
    }
    ShowFolder show = folders.show(terminal, posts.get(0));
    Settings settings = Settings.of(show.root());
    Workspace workspace = folders.workspace(terminal, show);
    Stages stages = Stages.open(workspace);
    CataloguePlanner planner = CataloguePlanner.of(stages, settings.script(), posts);
    List<ReadingEntry> changed = changed();
    try (SharedStore shared = stores.open(terminal, settings);
        EngineOptions.@Nullable Open open = engines(settings)) {
      Optional<EnginePool> pool = Optional.ofNullable(open).map(EngineOptions.Open::pool);
      EngineSpeed factor = speed(planner, pool);
      ClipStore store = ClipStore.open(workspace.clips(), shared);
      CataloguePlan plan = planner.plan(over, factor.factor(), missing(pool, store, stages));
      Optional<CataloguePlan.Impact> impact =
          changed.isEmpty()
              ? Optional.empty()
              : Optional.of(planner.impact(changed, factor.factor()));
      PlanPrinter printer = new PlanPrinter(terminal, plan, factor, price, impact);
      if (json) {
        printer.json();
      } else {
        printer.rows();
      }
    }
    return ExitCode.DONE.code();
  }

  private void requireSensible() {
    if (over < 1 || over > 10_000) {
      throw Problem.of(Problem.Kind.USAGE, "--over " + over + ": expected 1 to 10000");
    }
    if (speed.isPresent() && !(speed.get() > 0)) {
      throw Problem.of(
          Problem.Kind.USAGE, "--engine-speed " + speed.get() + ": expected more than 0");
    }
  }

  /** The engines that answer; a plan can be made without any. */
  private EngineOptions.@Nullable Open engines(Settings settings) throws IOException {
    try {
      return engines.open(terminal, settings);
    } catch (Problem e) {
      if (e.kind() != Problem.Kind.NO_ENGINE) {
        throw e;
      }
      terminal.say(
          "note: no engine answers, so its speed is a guess, and a line counts as made where a clip"
              + " of this machine says the same");
      return null;
    }
  }

  private EngineSpeed speed(CataloguePlanner planner, Optional<EnginePool> pool)
      throws IOException {
    if (speed.isPresent()) {
      return new EngineSpeed(speed.get(), "--engine-speed");
    }
    List<SpokenLine> lines = pool.isPresent() ? planner.someLines(MEASURED_LINES) : List.of();
    return lines.size() > 1 ? EngineSpeed.measured(pool.orElseThrow(), lines) : EngineSpeed.USUAL;
  }

  /**
   * Which lines have no clip: an engine tells exactly, else the same words in the same voice do.
   */
  private static IoFunction<List<SpokenLine>, Set<SpokenLine>> missing(
      Optional<EnginePool> pool, ClipStore store, Stages stages) {
    return lines -> {
      Set<SpokenLine> missing = new HashSet<>(lines);
      if (pool.isPresent()) {
        SpeakOptions options = SpeakOptions.USUAL.withReview(stages.readings().review());
        List<String> names = pool.get().plan(lines, options).identities();
        Set<String> there = store.among(names);
        for (int i = 0; i < lines.size(); i++) {
          if (there.contains(names.get(i))) {
            missing.remove(lines.get(i));
          }
        }
      } else {
        Set<String> said = new HashSet<>();
        store.clips().forEach(clip -> said.add(clip.speaker() + "\n" + clip.text()));
        missing.removeIf(line -> said.contains(line.voice().name() + "\n" + line.spoken()));
      }
      return missing;
    };
  }

  /** The words of {@code --words}. */
  private List<ReadingEntry> changed() throws IOException {
    List<ReadingEntry> all = new ArrayList<>();
    for (String word : words) {
      Path file = terminal.resolve(Path.of(word));
      int equals = word.lastIndexOf('=');
      if (Files.isRegularFile(file)) {
        all.addAll(
            word.endsWith(".tsv") ? ReadingList.load(file).entries() : DictionaryFile.read(file));
      } else if (equals > 0) {
        String reading = word.substring(equals + 1);
        all.add(ReadingEntry.of(word.substring(0, equals), reading, OptionalInt.empty(), ""));
      } else {
        throw Problem.of(
            Problem.Kind.USAGE, "--words " + word + ": expected a file, or WORD=READING");
      }
    }
    return all;
  }
}
