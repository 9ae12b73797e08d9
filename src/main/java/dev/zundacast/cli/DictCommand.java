package dev.zundacast.cli;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.DictionaryFile;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code dict list|add|remove|import|export|impact}: the reading list, voices/readings.tsv. */
final class DictCommand {
  private DictCommand() {}

  static CommandSpec spec(Terminal terminal) {
    CommandSpec dict =
        Menu.spec(
            "dict",
            "Keeps the reading list, voices/readings.tsv, and shows what a word changes.",
            "expected one of list, add, remove, import, export, impact",
            new GlobalOptions());
    return Specs.over(
        dict,
        new Add(terminal).spec(),
        new Export(terminal).spec(),
        new Impact(terminal).spec(),
        new Show(terminal).spec(),
        new Remove(terminal).spec(),
        new Import(terminal).spec());
  }

  /** What all of them take. */
  private static final class DictOptions implements Options {
    private final GlobalOptions global = new GlobalOptions();
    private final FolderOptions folders = new FolderOptions();

    @Override
    public void addTo(CommandSpec command) {
      global.addTo(command);
      folders.addTo(command);
    }

    ReadingList list(Terminal terminal) throws IOException {
      return ReadingList.load(folders.workspace(terminal).readingList());
    }
  }

  /** {@code dict list}. */
  private static final class Show implements Callable<Integer> {
    private final Terminal terminal;
    private final DictOptions options = new DictOptions();

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this, "list", List.of("Prints the words: written, reading, accent, note."), options);
    }

    @Override
    public Integer call() throws IOException {
      ReadingList words = options.list(terminal);
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
  }

  /** {@code dict add}. */
  private static final class Add implements Callable<Integer> {
    private final Terminal terminal;

    private final Value<String> word =
        Value.parameter(0, "WORD", String.class, "As texts write it.");

    private final Value<String> reading =
        Value.parameter(1, "READING", String.class, "In katakana or hiragana.");

    private final Value<Integer> accent =
        Value.option("--accent", "N", Integer.class, "Mora of the core, 0 for flat.");

    private final Value<String> note = Value.optionOr("", "--note", "TEXT", String.class, "Why.");

    private final DictOptions options = new DictOptions();

    Add(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this,
          "add",
          List.of("Adds a word, or gives a word another reading."),
          word,
          reading,
          accent,
          note,
          options);
    }

    @Override
    public Integer call() throws IOException {
      OptionalInt core =
          accent.get().isPresent() ? OptionalInt.of(accent.value()) : OptionalInt.empty();
      ReadingEntry entry = ReadingEntry.of(word.value(), reading.value(), core, note.value());
      ReadingList before = options.list(terminal);
      before.with(entry).save();
      String was = before.find(entry.written()).map(it -> ", no longer " + it.reading()).orElse("");
      terminal.err().println(entry.written() + " is now read " + entry.reading() + was);
      return ExitCode.DONE.code();
    }
  }

  /** {@code dict remove}. */
  private static final class Remove implements Callable<Integer> {
    private final Terminal terminal;

    private final Values<String> words =
        Values.some("WORD", String.class, "As the list writes it.");

    private final DictOptions options = new DictOptions();

    Remove(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(this, "remove", List.of("Takes words off the list."), words, options);
    }

    @Override
    public Integer call() throws IOException {
      ReadingList list = options.list(terminal);
      for (String word : words.get()) {
        if (list.find(word).isEmpty()) {
          throw Problem.of(
              Problem.Kind.INPUT, "'" + word + "' is not in " + list.file() + "; see 'dict list'");
        }
        list = list.without(word);
      }
      list.save();
      terminal.err().println(String.join(", ", words.get()) + " removed from " + list.file());
      return ExitCode.DONE.code();
    }
  }

  /** {@code dict import}. */
  private static final class Import implements Callable<Integer> {
    private final Terminal terminal;

    private final Value<Path> source =
        Value.parameter(0, "FILE", Path.class, "CSV, or the JSON of /user_dict.");

    private final Flag dryRun = new Flag("--dry-run", "Say what would come in; write nothing.");

    private final DictOptions options = new DictOptions();

    Import(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this,
          "import",
          List.of("Takes in a VOICEVOX dictionary (CSV or JSON) or CSV of word,reading,accent."),
          source,
          dryRun,
          options);
    }

    @Override
    public Integer call() throws IOException {
      ReadingList list = options.list(terminal);
      int added = 0;
      int changed = 0;
      for (ReadingEntry entry : DictionaryFile.read(terminal.folder().resolve(source.value()))) {
        Optional<ReadingEntry> before = list.find(entry.written());
        if (before.isEmpty()) {
          added++;
        } else if (!before.get().equals(entry)) {
          changed++;
        }
        list = list.with(entry);
      }
      if (!dryRun.isGiven()) {
        list.save();
      }
      String words = added == 1 ? " word" : " words";
      String done = dryRun.isGiven() ? " would be added, " : " added, ";
      terminal.err().println(added + words + done + changed + " changed in " + list.file());
      return ExitCode.DONE.code();
    }
  }

  /** {@code dict export}. */
  private static final class Export implements Callable<Integer> {
    private final Terminal terminal;

    private final Value<Path> target =
        Value.optional(0, "FILE", Path.class, "Else standard output.");

    private final DictOptions options = new DictOptions();

    Export(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this,
          "export",
          List.of("Writes the list as the CSV of a VOICEVOX dictionary."),
          target,
          options);
    }

    @Override
    public Integer call() throws IOException {
      String csv = DictionaryFile.csv(options.list(terminal).entries());
      if (target.get().isEmpty()) {
        terminal.out().print(csv);
      } else {
        AtomicFile.write(terminal.folder().resolve(target.value()), csv);
      }
      return ExitCode.DONE.code();
    }
  }

  /** {@code dict impact}. */
  private static final class Impact implements Callable<Integer> {
    private final Terminal terminal;

    private final Values<String> words = Values.some("WORD=READING", String.class, "To try.");

    private final Flag json = new Flag("--json", "One JSON object a line that changes.");

    private final DictOptions options = new DictOptions();

    Impact(Terminal terminal) {
      this.terminal = terminal;
    }

    CommandSpec spec() {
      return Specs.of(
          this,
          "impact",
          List.of("Shows which lines of which scripts a reading would change; changes nothing."),
          words,
          json,
          options);
    }

    @Override
    public Integer call() throws IOException {
      Stages stages = Stages.open(options.folders.workspace(terminal));
      ReadingList changed = stages.readings().list();
      for (String word : words.get()) {
        int equals = word.lastIndexOf('=');
        if (equals < 1) {
          throw Problem.of(Problem.Kind.USAGE, "found '" + word + "'; expected WORD=READING");
        }
        changed =
            changed.with(
                ReadingEntry.of(
                    word.substring(0, equals),
                    word.substring(equals + 1),
                    OptionalInt.empty(),
                    ""));
      }
      return new DictImpact(terminal, stages, json.isGiven()).print(changed).code();
    }
  }
}
