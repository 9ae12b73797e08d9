package dev.zundacast.cli;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.reading.EngineWords;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dict list|add|remove|import|export|impact}: the reading list, voices/readings.tsv. */
@Command(
    name = "dict",
    description = "Keeps the reading list, voices/readings.tsv, and shows what a word changes.")
final class DictCommand implements Runnable {
  private final Terminal terminal;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before run
  private CommandSpec spec;

  @Mixin GlobalOptions global = new GlobalOptions();

  DictCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "expected one of list, add, remove, import, export, impact");
  }

  @Command(name = "list", description = "Prints the words: written, reading, accent, note.")
  int list(@Mixin GlobalOptions options, @Mixin FolderOptions folders) throws IOException {
    ReadingList words = ReadingList.load(file(folders));
    if (words.entries().isEmpty()) {
      terminal.err().println(words.file() + " has no words yet; see 'dict add --help'");
    }
    for (ReadingEntry entry : words.entries()) {
      String accent = entry.accent().isPresent() ? "" + entry.accent().getAsInt() : "";
      String row = entry.written() + "\t" + entry.reading() + "\t" + accent + "\t" + entry.note();
      terminal.out().println(row.stripTrailing());
    }
    return ExitCode.DONE.code();
  }

  @Command(name = "add", description = "Adds a word, or gives a word another reading.")
  int add(
      @Parameters(paramLabel = "WORD", description = "As texts write it.") String word,
      @Parameters(paramLabel = "READING", description = "In katakana or hiragana.") String reading,
      @Option(names = "--accent", paramLabel = "N", description = "Mora of the core, 0 for flat.")
          @Nullable Integer accent,
      @Option(names = "--note", paramLabel = "TEXT", description = "Why.", defaultValue = "")
          String note,
      @Mixin GlobalOptions options,
      @Mixin FolderOptions folders)
      throws IOException {
    OptionalInt core = accent == null ? OptionalInt.empty() : OptionalInt.of(accent);
    ReadingEntry entry = ReadingEntry.of(word, reading, core, note);
    ReadingList before = ReadingList.load(file(folders));
    before.with(entry).save();
    String was = before.find(entry.written()).map(it -> ", no longer " + it.reading()).orElse("");
    terminal.err().println(entry.written() + " is now read " + entry.reading() + was);
    return ExitCode.DONE.code();
  }

  @Command(name = "remove", description = "Takes words off the list.")
  int remove(
      @Parameters(paramLabel = "WORD", arity = "1..*", description = "As the list writes it.")
          List<String> words,
      @Mixin GlobalOptions options,
      @Mixin FolderOptions folders)
      throws IOException {
    ReadingList list = ReadingList.load(file(folders));
    for (String word : words) {
      if (list.find(word).isEmpty()) {
        throw Problem.of(
            Problem.Kind.INPUT, "'" + word + "' is not in " + list.file() + "; see 'dict list'");
      }
      list = list.without(word);
    }
    list.save();
    terminal.err().println(String.join(", ", words) + " removed from " + list.file());
    return ExitCode.DONE.code();
  }

  @Command(
      name = "import",
      description = "Takes in a VOICEVOX dictionary (CSV or JSON) or CSV of word,reading,accent.")
  int take(
      @Parameters(paramLabel = "FILE", description = "CSV, or the JSON of /user_dict.") Path source,
      @Option(names = "--dry-run", description = "Say what would come in; write nothing.")
          boolean dryRun,
      @Mixin GlobalOptions options,
      @Mixin FolderOptions folders)
      throws IOException {
    ReadingList list = ReadingList.load(file(folders));
    int added = 0;
    int changed = 0;
    for (ReadingEntry entry : EngineWords.read(terminal.folder().resolve(source))) {
      Optional<ReadingEntry> before = list.find(entry.written());
      if (before.isEmpty()) {
        added++;
      } else if (!before.get().equals(entry)) {
        changed++;
      }
      list = list.with(entry);
    }
    if (!dryRun) {
      list.save();
    }
    String words = added == 1 ? " word" : " words";
    String done = dryRun ? " would be added, " : " added, ";
    terminal.err().println(added + words + done + changed + " changed in " + list.file());
    return ExitCode.DONE.code();
  }

  @Command(name = "export", description = "Writes the list as the CSV of a VOICEVOX dictionary.")
  int give(
      @Parameters(paramLabel = "FILE", arity = "0..1", description = "Else standard output.")
          @Nullable Path target,
      @Mixin GlobalOptions options,
      @Mixin FolderOptions folders)
      throws IOException {
    String csv = EngineWords.csv(ReadingList.load(file(folders)).entries());
    if (target == null) {
      terminal.out().print(csv);
    } else {
      AtomicFile.write(terminal.folder().resolve(target), csv);
    }
    return ExitCode.DONE.code();
  }

  @Command(
      name = "impact",
      description = "Shows which lines of which scripts a reading would change; changes nothing.")
  int impact(
      @Parameters(paramLabel = "WORD=READING", arity = "1..*", description = "To try.")
          List<String> words,
      @Option(names = "--json", description = "One JSON object a line that changes.") boolean json,
      @Mixin GlobalOptions options,
      @Mixin FolderOptions folders)
      throws IOException {
    Stages stages = Stages.open(folders.workspace(terminal));
    ReadingList changed = stages.readings().list();
    for (String word : words) {
      int equals = word.lastIndexOf('=');
      if (equals < 1) {
        throw Problem.of(Problem.Kind.USAGE, "found '" + word + "'; expected WORD=READING");
      }
      changed =
          changed.with(
              ReadingEntry.of(
                  word.substring(0, equals), word.substring(equals + 1), OptionalInt.empty(), ""));
    }
    return new DictImpact(terminal, stages, json).print(changed).code();
  }

  private Path file(FolderOptions folders) {
    Workspace workspace = folders.workspace(terminal);
    return workspace.readingList();
  }
}
