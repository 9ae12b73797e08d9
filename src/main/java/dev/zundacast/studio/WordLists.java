package dev.zundacast.studio;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.ReadingImpact;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.script.ScriptHistory.Step;
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

/**
 * The reading lists of a show: their words, changes, and which lines a change would change.
 *
 * @param episodes hear of each change
 */
public record WordLists(Episodes episodes) {
  /** What the page asks of them. */
  public record Request(
      @Nullable String word,
      @Nullable String reading,
      @Nullable Integer accent,
      @Nullable String remove,
      @JsonProperty("import") @Nullable List<Row> imports,
      @Nullable Only only,
      boolean shared,
      boolean dryRun) {
    private Change change() {
      List<Row> rows = new ArrayList<>(Objects.requireNonNullElse(imports, List.of()));
      if (word != null) {
        rows.add(new Row(word, reading, accent, ""));
      }
      return new Change("", remove == null ? List.of() : List.of(remove), rows);
    }
  }

  /** An entry of a list as JSON. */
  public record Row(
      @Nullable String word,
      @Nullable String reading,
      @Nullable Integer accent,
      @Nullable String note) {
    private static Row of(ReadingEntry entry) {
      Integer accent = entry.accent().isPresent() ? entry.accent().getAsInt() : null;
      return new Row(entry.written(), entry.reading(), accent, entry.note());
    }

    private ReadingEntry entry() {
      return ReadingEntry.of(
          Objects.requireNonNullElse(word, ""),
          Objects.requireNonNullElse(reading, ""),
          accent == null ? OptionalInt.empty() : OptionalInt.of(accent),
          Objects.requireNonNullElse(note, ""));
    }
  }

  /** The lines that a reading is for, where it is not for all. */
  public record Only(@Nullable String key, @Nullable List<String> ids) {}

  private WordHistory history() throws IOException {
    Path out = episodes.stages().workspace().out();
    return new WordHistory(out.resolve("studio").resolve("dictionary.json"));
  }

  /** The words of all lists, the show's own first. */
  public Fields all() throws IOException {
    List<Path> files = episodes.stages().workspace().readings();
    List<Fields> entries = new ArrayList<>();
    for (Path file : files) {
      boolean shared = file.equals(files.get(files.size() - 1)) && files.size() > 1;
      for (ReadingEntry entry : ReadingList.load(file).entries()) {
        entries.add(
            Json.with("word", entry.written())
                .with("reading", entry.reading())
                .with("accent", entry.accent())
                .with("shared", shared)
                .with("place", file.toString()));
      }
    }
    return Json.with("entries", entries)
        .with("undo", history().next(Step.UNDO))
        .with("redo", history().next(Step.REDO));
  }

  /**
   * Writes a change into its list, or into the lines that it is for alone, and shows all words; or
   * shows what it would change.
   *
   * @throws Problem when a word or reading is none
   */
  public Fields take(Request request) throws IOException {
    if (request.dryRun()) {
      return impact(request);
    }
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
    Workspace workspace = episodes.stages().workspace();
    if (!request.shared()) {
      workspace.ignoreOut();
    }
    List<Path> files = workspace.readings();
    ReadingList before = ReadingList.load(files.get(request.shared() ? files.size() - 1 : 0));
    if (request.remove() != null && before.find(request.remove()).isEmpty()) {
      throw Problem.input(Message.of("studio.not", request.remove(), before.file()));
    }
    ReadingList after = request.change().in(before);
    after.save();
    history().add(Change.between(after, before));
  }

  /**
   * Takes the last change of a list back, or does one again that was taken back.
   *
   * @return the words that it changed
   * @throws Problem when there is none
   */
  public Sentence step(Step step) throws IOException {
    Sentence words = history().step(step);
    episodes.readingsChanged();
    return words;
  }

  /** The lines that a change would have spoken anew; changes nothing. */
  private Fields impact(Request request) throws IOException {
    Stages now = episodes.stages();
    ReadingList after = request.change().in(now.readings().list());
    List<ReadingImpact.Changed> lines = new ReadingImpact(now).of(after, unreadable -> {});
    Map<Path, String> keys = new HashMap<>();
    episodes.posts().forEach((key, post) -> keys.put(now.workspace().script(post), key));
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
        seconds += line.after().length() * episodes.engines().secondsALetter();
      }
    }
    return Json.with("lines", views)
        .with("episodes", lines.stream().map(ReadingImpact.Changed::script).distinct().count())
        .with("clips", texts.size())
        .with("seconds", seconds);
  }

  /**
   * A change of a list.
   *
   * @param list its file
   * @param gone words that go
   * @param come entries that come, in the places of those of the same words
   */
  private record Change(String list, List<String> gone, List<Row> come) {
    private static final int SHOWN = 3;

    /** What makes a list the other one. */
    static Change between(ReadingList list, ReadingList other) {
      Set<ReadingEntry> before = new HashSet<>(list.entries());
      Set<String> after = new HashSet<>();
      other.entries().forEach(entry -> after.add(entry.written()));
      return new Change(
          list.file().toString(),
          list.entries().stream()
              .map(ReadingEntry::written)
              .filter(it -> !after.contains(it))
              .toList(),
          other.entries().stream().filter(it -> !before.contains(it)).map(Row::of).toList());
    }

    ReadingList in(ReadingList before) {
      ReadingList left = before;
      for (String word : gone) {
        left = left.without(word);
      }
      return come.isEmpty() ? left : left.with(come.stream().map(Row::entry).toList());
    }

    /** Which words it changes, for people. */
    Sentence shown() {
      List<String> words = new ArrayList<>(gone);
      come.forEach(row -> words.add(row.entry().written()));
      String first = String.join(", ", words.subList(0, Math.min(SHOWN, words.size())));
      return new Sentence(Message.plain(first + (words.size() > SHOWN ? ", …" : "")));
    }
  }

  /**
   * The last changes of the reading lists, word by word, so that they can be taken back and done
   * again whatever else was done to a list meanwhile. Kept beside what is made, with a checksum.
   */
  private record WordHistory(Path file) {
    private static final int KEPT = 50;

    /** What each step would do, the next one last. */
    private record Content(Map<Step, List<Change>> steps) {}

    private Map<Step, List<Change>> read() {
      return CacheFile.read(file, Content.class).map(Content::steps).orElseGet(HashMap::new);
    }

    private static List<Change> of(Step step, Map<Step, List<Change>> steps) {
      return steps.computeIfAbsent(step, none -> new ArrayList<>());
    }

    /** Remembers how what was done is taken back; nothing where nothing was done. */
    void add(Change back) throws IOException {
      if (!back.gone().isEmpty() || !back.come().isEmpty()) {
        List<Change> undo = of(Step.UNDO, read());
        undo.add(back);
        List<Change> kept = undo.subList(Math.max(0, undo.size() - KEPT), undo.size());
        CacheFile.write(file, new Content(Map.of(Step.UNDO, kept)));
      }
    }

    /** What a step would change. */
    Optional<Sentence> next(Step step) {
      List<Change> all = of(step, read());
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).shown());
    }

    Sentence step(Step step) throws IOException {
      Map<Step, List<Change>> steps = read();
      List<Change> all = of(step, steps);
      if (all.isEmpty()) {
        throw Problem.input(
            step == Step.UNDO
                ? Message.of("script.thereNothingTakeBack")
                : Message.of("script.thereNothingDoAgain"));
      }
      Change last = all.remove(all.size() - 1);
      ReadingList before = ReadingList.load(Path.of(last.list()));
      ReadingList after = last.in(before);
      after.save();
      of(step == Step.UNDO ? Step.REDO : Step.UNDO, steps).add(Change.between(after, before));
      CacheFile.write(file, new Content(steps));
      return last.shown();
    }
  }
}
