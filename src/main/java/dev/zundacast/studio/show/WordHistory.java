package dev.zundacast.studio.show;

import dev.zundacast.disk.CacheFile;
import dev.zundacast.reading.ReadingEntry;
import dev.zundacast.reading.ReadingList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The last changes of the reading lists, word by word, so that they can be taken back and done
 * again whatever else was done to a list meanwhile. Kept beside what is made, with a checksum.
 */
record WordHistory(Path file) {
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

  /** The change that would be taken back. */
  Optional<Change> undoable() {
    return last(read().done());
  }

  /** The change that would be done again. */
  Optional<Change> redoable() {
    return last(read().undone());
  }

  private static Optional<Change> last(List<Change> all) {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Takes the last change back. */
  Change undo(Change last) throws IOException {
    Content now = read();
    save(now.done().subList(0, now.done().size() - 1), with(now.undone(), last));
    return apply(last.back());
  }

  /** Does the change again that was taken back last. */
  Change redo(Change last) throws IOException {
    Content now = read();
    save(with(now.done(), last), now.undone().subList(0, now.undone().size() - 1));
    return apply(last);
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
