package dev.zundacast.cli.command;

import dev.zundacast.cli.command.ProgramCommand.WithoutOptions;
import dev.zundacast.cli.option.EngineOptions;
import dev.zundacast.cli.option.FolderOptions;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.ReadingChange;
import dev.zundacast.pipeline.ReadingImpact;
import dev.zundacast.pipeline.ReadingImpact.Changed;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.reading.DictionaryFile;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dict list|add|remove|import|export|clean|impact}: the reading lists. */
@Command(name = "dict")
public final class DictCommand extends ProgramCommand {

  /** All lists as a build reads them. */
  private ReadingList all(FolderOptions folders) throws IOException {
    return ReadingList.load(folders.workspace().readings());
  }

  /** What those take that change a list. */
  static final class ChangeOptions {
    @Option(names = "--shared")
    boolean shared;

    @Mixin final FolderOptions folders = new FolderOptions();

    private ReadingList list() throws IOException {
      return folders.workspace().readingList(shared);
    }

    private void save(ReadingList list) throws IOException {
      if (!shared) {
        folders.workspace().ignoreOut();
      }
      list.save();
    }
  }

  @WithoutOptions({"--scripts", "--out"})
  @Command
  void list(@Mixin FolderOptions folders) throws IOException {
    List<Path> lists = folders.workspace().readings();
    Set<String> given = new HashSet<>();
    for (Path file : lists) {
      ReadingList words = ReadingList.load(file);
      if (lists.size() > 1) {
        terminal.print(Message.plain("# " + file));
      }
      if (words.entries().isEmpty()) {
        terminal.say(Message.of("dict.noWords", file));
      }
      for (ReadingEntry entry : words.entries()) {
        terminal.print(
            given.add(entry.written())
                ? Message.plain(entry.line())
                : Message.of("dict.notUsed", entry.line()));
      }
    }
  }

  @WithoutOptions({"--scripts", "--out"})
  @Command
  void add(
      @Parameters(paramLabel = "WORD") String word,
      @Parameters(paramLabel = "READING") String reading,
      @Option(names = "--accent", paramLabel = "N") Optional<Integer> accent,
      @Option(names = "--note", paramLabel = "TEXT") Optional<String> note,
      @Mixin ChangeOptions options)
      throws IOException {
    OptionalInt core = accent.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    ReadingList before = options.list();
    ReadingEntry given = ReadingEntry.of(word, reading, core, note.orElse(""));
    ReadingEntry entry = note.isPresent() ? given : before.noted(given);
    options.save(before.with(List.of(entry)));
    terminal.say(
        before
            .find(entry.written())
            .map(
                was ->
                    Message.of(
                        "dict.noLongerRead", entry.written(), entry.reading(), was.reading()))
            .orElseGet(() -> Message.of("dict.nowRead", entry.written(), entry.reading())));
  }

  @WithoutOptions({"--scripts", "--out"})
  @Command
  void remove(
      @Parameters(paramLabel = "WORD", arity = "1..*") List<String> words,
      @Mixin ChangeOptions options)
      throws IOException {
    ReadingList list = options.list();
    for (String word : words) {
      if (list.find(word).isEmpty()) {
        boolean shared =
            all(options.folders).all().stream().anyMatch(entry -> entry.written().equals(word));
        throw Problem.input(shared ? "dict.inSharedList" : "dict.notInList", word, list.file());
      }
      list = list.without(word);
    }
    options.save(list);
    terminal.say(Message.of("dict.removed", String.join(", ", words), list.file()));
  }

  @WithoutOptions({"--scripts", "--out"})
  @Command(name = "import")
  void take(
      @Parameters(paramLabel = "FILE") Path source,
      @Option(names = "--dry-run") boolean dryRun,
      @Mixin ChangeOptions options)
      throws IOException {
    ReadingList list = options.list();
    List<ReadingEntry> words = DictionaryFile.read(terminal.folder().resolve(source));
    ReadingList after = list.with(words.stream().map(list::noted).toList());
    List<ReadingChange.Row> come = ReadingChange.between(list, after).come();
    Set<String> before =
        list.entries().stream().map(ReadingEntry::written).collect(Collectors.toSet());
    long added = come.stream().filter(it -> !before.contains(it.word())).count();
    long changed = come.size() - added;
    if (!dryRun) {
      options.save(after);
    }
    terminal.say(
        Message.of(dryRun ? "dict.wouldBeAdded" : "dict.added", added, changed, list.file()));
  }

  @WithoutOptions({"--scripts", "--out"})
  @Command
  void export(
      @Parameters(paramLabel = "FILE", arity = "0..1") Optional<Path> target,
      @Mixin FolderOptions folders)
      throws IOException {
    String csv = DictionaryFile.csv(all(folders).all());
    if (target.isEmpty()) {
      terminal.out().print(csv);
    } else {
      AtomicFile.write(terminal.folder().resolve(target.get()), csv);
    }
  }

  @WithoutOptions({"--voices", "--scripts", "--out"})
  @Command
  void clean(@Mixin EngineOptions engines, @Mixin FolderOptions folders) throws IOException {
    try (EnginePool pool = engines.open(folders.settings())) {
      int gone = pool.clean();
      terminal.say(Message.of("dict.cleaned", gone));
    }
  }

  @WithoutOptions("--out")
  @Command
  void impact(
      @Parameters(paramLabel = "WORD=READING", arity = "1..*") List<String> words,
      @Option(names = "--json") boolean json,
      @Mixin FolderOptions folders)
      throws IOException {
    Stages stages = Stages.open(folders.workspace());
    ReadingList changed = stages.readings().list();
    for (String word : words) {
      int equals = word.lastIndexOf('=');
      if (equals < 1) {
        throw Problem.usage("dict.noPair", word);
      }
      changed =
          changed.with(
              List.of(
                  ReadingEntry.of(
                      word.substring(0, equals),
                      word.substring(equals + 1),
                      OptionalInt.empty(),
                      "")));
    }
    List<Problem> unreadable = new ArrayList<>();
    List<Changed> lines = new ReadingImpact(stages).of(changed, unreadable::add);
    if (!unreadable.isEmpty()) {
      throw unreadable.get(0);
    }
    lines.forEach(line -> print(line, json));
    long scripts = lines.stream().map(Changed::script).distinct().count();
    terminal.say(Message.of("dict.impact", lines.size(), scripts));
  }

  private void print(Changed changed, boolean json) {
    Path name = changed.script().getFileName();
    String id = changed.line().id();
    if (json) {
      terminal.json(
          Json.with("script", String.valueOf(name))
              .with("line", id)
              .with("before", changed.before())
              .with("after", changed.after()));
      return;
    }
    terminal.out().println(name + " " + id);
    terminal.out().println("  - " + changed.before());
    terminal.out().println("  + " + changed.after());
  }
}
