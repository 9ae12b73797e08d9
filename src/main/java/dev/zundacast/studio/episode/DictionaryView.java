package dev.zundacast.studio.episode;

import dev.zundacast.reading.ReadingEntry;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the page asks of the words that a show has readings of. */
public final class DictionaryView {
  private DictionaryView() {}

  /** A change of them. */
  public record Request(
      @Nullable String word,
      @Nullable String reading,
      @Nullable Integer accent,
      @Nullable String note,
      @Nullable String remove,
      @Nullable List<Row> imports,
      @Nullable Only only,
      boolean shared,
      boolean dryRun) {}

  /** A row of a file that is taken in. */
  public record Row(@Nullable String word, @Nullable String reading, @Nullable Integer accent) {}

  /** The lines that a reading is for, where it is not for all. */
  public record Only(@Nullable String key, @Nullable List<String> ids) {}

  /**
   * A word that somebody wants to hear.
   *
   * @param reading absent where the lists are to say it
   * @param accent the mora of its core, 0 for flat, absent where the engine is to choose
   * @param speaker who says it, absent for the show's first voice
   */
  public record Word(
      String word, @Nullable String reading, @Nullable Integer accent, @Nullable String speaker) {
    /** The reading as lists have it, "" for none. */
    public String katakana() {
      return reading == null
          ? ""
          : ReadingEntry.of(word, reading, OptionalInt.empty(), "").reading();
    }
  }
}
