package dev.zundacast.pipeline;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import dev.zundacast.script.ScriptHistory.Step;
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

/** A change of the reading list in this file: words that go, and entries in their places. */
public record ReadingChange(String list, List<String> gone, List<Row> come) {
  private static final int SHOWN = 3;

  /** What makes a list the other one. */
  public static ReadingChange between(ReadingList list, ReadingList other) {
    Set<ReadingEntry> before = new HashSet<>(list.entries());
    Set<String> after = new HashSet<>();
    other.entries().forEach(entry -> after.add(entry.written()));
    return new ReadingChange(
        list.file().toString(),
        list.entries().stream()
            .map(ReadingEntry::written)
            .filter(it -> !after.contains(it))
            .toList(),
        other.entries().stream().filter(it -> !before.contains(it)).map(Row::of).toList());
  }

  /** A list with the change in it. */
  public ReadingList in(ReadingList before) {
    ReadingList left = before;
    for (String word : gone) {
      left = left.without(word);
    }
    return come.isEmpty() ? left : left.with(come.stream().map(it -> it.entry(before)).toList());
  }

  Message words() {
    List<String> words = new ArrayList<>(gone);
    come.forEach(row -> words.add(String.valueOf(row.word())));
    String first = String.join(", ", words.subList(0, Math.min(SHOWN, words.size())));
    return Message.plain(first + (words.size() > SHOWN ? ", …" : ""));
  }

  /** An entry of a list as JSON; without a note it has the one that the list has of its word. */
  public record Row(
      @Nullable String word,
      @Nullable String reading,
      @Nullable Integer accent,
      @Nullable String note) {
    private static Row of(ReadingEntry entry) {
      Integer accent = entry.accent().isPresent() ? entry.accent().getAsInt() : null;
      return new Row(entry.written(), entry.reading(), accent, entry.note());
    }

    private ReadingEntry entry(ReadingList list) {
      ReadingEntry entry =
          ReadingEntry.of(
              Objects.requireNonNullElse(word, ""),
              Objects.requireNonNullElse(reading, ""),
              accent == null ? OptionalInt.empty() : OptionalInt.of(accent),
              Objects.requireNonNullElse(note, ""));
      return note == null ? list.noted(entry) : entry;
    }
  }

  /**
   * The last changes of the reading lists, word by word, so that they can be taken back and done
   * again whatever else was done to a list meanwhile. Kept beside what is made, with a checksum.
   */
  public record History(Path file) {
    private static final int KEPT = 50;

    /** What each step would do, the next one last. */
    private record Content(Map<Step, List<ReadingChange>> steps) {}

    private Map<Step, List<ReadingChange>> read() {
      return CacheFile.read(file, Content.class).map(Content::steps).orElseGet(HashMap::new);
    }

    private static List<ReadingChange> of(Step step, Map<Step, List<ReadingChange>> steps) {
      return steps.computeIfAbsent(step, none -> new ArrayList<>());
    }

    /** Remembers how what was done is taken back; nothing where nothing was done. */
    public void add(ReadingChange back) throws IOException {
      if (!back.gone().isEmpty() || !back.come().isEmpty()) {
        List<ReadingChange> undo = of(Step.UNDO, read());
        undo.add(back);
        List<ReadingChange> kept = undo.subList(Math.max(0, undo.size() - KEPT), undo.size());
        CacheFile.write(file, new Content(Map.of(Step.UNDO, kept)));
      }
    }

    /** What a step would change. */
    public Optional<Message> next(Step step) {
      List<ReadingChange> all = of(step, read());
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1).words());
    }

    /** Makes the next step and says which words it changed; a problem where there is none. */
    public Message step(Step step) throws IOException {
      Map<Step, List<ReadingChange>> steps = read();
      List<ReadingChange> all = of(step, steps);
      if (all.isEmpty()) {
        throw Problem.of(
            Problem.Kind.INPUT,
            step == Step.UNDO ? Message.of("undo.none") : Message.of("undo.noRedo"));
      }
      ReadingChange last = all.remove(all.size() - 1);
      ReadingList before = ReadingList.load(Path.of(last.list()));
      ReadingList after = last.in(before);
      after.save();
      of(step == Step.UNDO ? Step.REDO : Step.UNDO, steps)
          .add(ReadingChange.between(after, before));
      CacheFile.write(file, new Content(steps));
      return last.words();
    }
  }
}
