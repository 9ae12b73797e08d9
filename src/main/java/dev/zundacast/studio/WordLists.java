package dev.zundacast.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.ReadingImpact;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.studio.EngineKeeper.SpeakingPace;
import dev.zundacast.studio.episode.Episodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The reading lists of a show: their words, changes, and which lines a change would change. */
public final class WordLists {
  private final CurrentStages stages;
  private final KnownPosts posts;
  private final Episodes episodes;
  private final SpeakingPace pace;
  private final WordHistory history;

  /** What the page asks of them. */
  public record Request(
      @Nullable String word,
      @Nullable String reading,
      @Nullable Integer accent,
      @Nullable String note,
      @Nullable String remove,
      @JsonProperty("import") @Nullable List<ImportedRow> imports,
      @Nullable Only only,
      boolean shared,
      boolean dryRun) {}

  /** A row of a file that is taken in. */
  public record ImportedRow(
      @Nullable String word, @Nullable String reading, @Nullable Integer accent) {}

  /** The lines that a reading is for, where it is not for all. */
  public record Only(@Nullable String key, @Nullable List<String> ids) {}

  /**
   * The lists of this show.
   *
   * @param episodes hear of each change
   */
  public WordLists(CurrentStages stages, KnownPosts posts, Episodes episodes, SpeakingPace pace)
      throws IOException {
    this.stages = stages;
    this.posts = posts;
    this.episodes = episodes;
    this.pace = pace;
    Path out = stages.get().workspace().out();
    this.history = new WordHistory(out.resolve("studio").resolve("words.json"));
  }

  /** The words of all lists, the show's own first. */
  public Fields all() throws IOException {
    List<Path> files = stages.get().workspace().readings();
    List<Fields> entries = new ArrayList<>();
    Set<String> given = new HashSet<>();
    for (Path file : files) {
      boolean shared = file.equals(files.get(files.size() - 1)) && files.size() > 1;
      for (ReadingEntry entry : ReadingList.load(file).entries()) {
        entries.add(
            Json.with("word", entry.written())
                .with("reading", entry.reading())
                .with("accent", entry.accent())
                .with("note", entry.note())
                .with("shared", shared)
                .with("used", given.add(entry.written()))
                .with("place", file.toString()));
      }
    }
    return Json.with("entries", entries)
        .with("undo", history.next(Step.UNDO).map(WordHistory.Change::shown).map(Sentence::new))
        .with("redo", history.next(Step.REDO).map(WordHistory.Change::shown).map(Sentence::new));
  }

  /**
   * Writes a change into its list, or into the lines that it is for alone.
   *
   * @throws Problem when a word or reading is none
   */
  public Fields change(Request request) throws IOException {
    Only only = request.only();
    if (only != null && only.key() != null) {
      episodes
          .open(only.key())
          .read(
              Optional.ofNullable(only.ids()),
              String.valueOf(request.word()),
              String.valueOf(request.reading()));
    } else {
      changeList(request);
      episodes.readingsChanged();
    }
    return all();
  }

  private void changeList(Request request) throws IOException {
    Workspace workspace = stages.get().workspace();
    if (!request.shared()) {
      workspace.ignoreOut();
    }
    ReadingList before = ReadingList.load(file(request));
    if (request.remove() != null && before.find(request.remove()).isEmpty()) {
      throw Problem.input("'" + request.remove() + "' is not in " + before.file());
    }
    ReadingList after = changed(before, request);
    after.save();
    history.add(before, after);
  }

  /**
   * Takes the last change of a list back, or does one again that was taken back.
   *
   * @return the words that it changed
   * @throws Problem when there is none
   */
  public String step(Step step) throws IOException {
    String words = history.step(step).shown();
    episodes.readingsChanged();
    return words;
  }

  private Path file(Request request) throws IOException {
    List<Path> files = stages.get().workspace().readings();
    return files.get(request.shared() ? files.size() - 1 : 0);
  }

  private static ReadingList changed(ReadingList list, Request request) {
    ReadingList changed = list;
    if (request.remove() != null) {
      changed = changed.without(request.remove());
    }
    for (ImportedRow row : request.imports() == null ? List.<ImportedRow>of() : request.imports()) {
      changed = changed.with(entry(row.word(), row.reading(), row.accent(), ""));
    }
    if (request.word() != null) {
      String note = request.note() == null ? "" : request.note();
      changed = changed.with(entry(request.word(), request.reading(), request.accent(), note));
    }
    return changed;
  }

  private static ReadingEntry entry(
      @Nullable String word, @Nullable String reading, @Nullable Integer accent, String note) {
    OptionalInt core = accent == null ? OptionalInt.empty() : OptionalInt.of(accent);
    return ReadingEntry.of(word == null ? "" : word, reading == null ? "" : reading, core, note);
  }

  /** The lines that a change would have spoken anew; changes nothing. */
  public Fields impact(Request request) throws IOException {
    Stages now = stages.get();
    ReadingList after = changed(now.readings().list(), request);
    List<ReadingImpact.Changed> lines = new ReadingImpact(now).of(after, unreadable -> {});
    Map<Path, String> keys = keysByScript(now.workspace());
    List<Fields> views = new ArrayList<>();
    Set<String> texts = new HashSet<>();
    double seconds = 0;
    for (ReadingImpact.Changed line : lines) {
      views.add(
          Json.with("key", keys.getOrDefault(line.script(), ""))
              .with("id", line.line().id())
              .with("title", Workspace.stem(line.script()))
              .with("written", line.line().display())
              .with("before", line.before())
              .with("after", line.after()));
      if (texts.add(line.line().speaker() + "\t" + line.after())) {
        seconds += line.after().length() * pace.secondsALetter();
      }
    }
    int episodes = (int) lines.stream().map(ReadingImpact.Changed::script).distinct().count();
    return Json.with("lines", views)
        .with("episodes", episodes)
        .with("clips", texts.size())
        .with("seconds", seconds);
  }

  private Map<Path, String> keysByScript(Workspace workspace) throws IOException {
    Map<Path, String> keys = new HashMap<>();
    posts.all().forEach((key, post) -> keys.put(workspace.script(post), key));
    return keys;
  }

  /**
   * The last changes of the reading lists, word by word, so that they can be taken back and done
   * again whatever else was done to a list meanwhile. Kept beside what is made, with a checksum.
   */
  private record WordHistory(Path file) {
    private static final int KEPT = 50;

    /** An entry as JSON. */
    record Row(String reading, @Nullable Integer accent, String note) {
      static @Nullable Row of(Optional<ReadingEntry> entry) {
        return entry.map(it -> new Row(it.reading(), orNull(it.accent()), it.note())).orElse(null);
      }

      private static @Nullable Integer orNull(OptionalInt accent) {
        return accent.isPresent() ? accent.getAsInt() : null;
      }

      ReadingEntry entry(String word) {
        OptionalInt core = accent == null ? OptionalInt.empty() : OptionalInt.of(accent);
        return ReadingEntry.of(word, reading, core, note);
      }
    }

    /** What became of a word; absent where a list does not have it. */
    record Word(String word, @Nullable Row before, @Nullable Row after) {
      Word back() {
        return new Word(word, /* before= */ after, /* after= */ before);
      }
    }

    /** A change of a list. */
    record Change(String list, List<Word> words) {
      private static final int SHOWN = 3;

      /** The same the other way round. */
      Change back() {
        return new Change(list, words.stream().map(Word::back).toList());
      }

      /** Which words it changed, for people. */
      String shown() {
        List<String> first = words.stream().limit(SHOWN).map(Word::word).toList();
        return String.join(", ", first) + (words.size() > SHOWN ? ", …" : "");
      }
    }

    private record Content(List<Change> done, List<Change> undone) {
      static final Content NONE = new Content(List.of(), List.of());
    }

    /** Remembers what a change of a list did; one that did nothing is none. */
    void add(ReadingList before, ReadingList after) throws IOException {
      List<Word> words = new ArrayList<>();
      for (ReadingEntry entry : after.entries()) {
        add(words, entry.written(), before, after);
      }
      for (ReadingEntry entry : before.entries()) {
        if (after.find(entry.written()).isEmpty()) {
          add(words, entry.written(), before, after);
        }
      }
      if (!words.isEmpty()) {
        save(with(read().done(), new Change(after.file().toString(), words)), List.of());
      }
    }

    private static void add(List<Word> words, String word, ReadingList before, ReadingList after) {
      Row old = Row.of(before.find(word));
      Row now = Row.of(after.find(word));
      if (!Objects.equals(old, now)) {
        words.add(new Word(word, old, now));
      }
    }

    private static List<Change> with(List<Change> all, Change one) {
      List<Change> more = new ArrayList<>(all);
      more.add(one);
      return more.subList(Math.max(0, more.size() - KEPT), more.size());
    }

    /** The change that a step would concern. */
    Optional<Change> next(Step step) {
      List<Change> all = step == Step.UNDO ? read().done() : read().undone();
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    Change step(Step step) throws IOException {
      boolean undo = step == Step.UNDO;
      String nothing = undo ? "there is nothing to take back" : "there is nothing to do again";
      Change last = next(step).orElseThrow(() -> Problem.input(nothing));
      Content now = read();
      if (undo) {
        save(withoutLast(now.done()), with(now.undone(), last));
      } else {
        save(with(now.done(), last), withoutLast(now.undone()));
      }
      return apply(undo ? last.back() : last);
    }

    private static List<Change> withoutLast(List<Change> all) {
      return all.subList(0, all.size() - 1);
    }

    private static Change apply(Change change) throws IOException {
      ReadingList list = ReadingList.load(Path.of(change.list()));
      for (Word word : change.words()) {
        Row after = word.after();
        list = after == null ? list.without(word.word()) : list.with(after.entry(word.word()));
      }
      list.save();
      return change;
    }

    private Content read() {
      return CacheFile.read(file, Content.class).orElse(Content.NONE);
    }

    private void save(List<Change> done, List<Change> undone) throws IOException {
      CacheFile.write(file, new Content(done, undone));
    }
  }
}
