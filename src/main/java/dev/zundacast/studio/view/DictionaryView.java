package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.zundacast.reading.ReadingEntry;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The words that a show has readings of.
 *
 * @param undo the words whose change undoing would take back
 * @param redo the words whose change redoing would bring back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DictionaryView(
    List<Entry> entries, @Sentence @Nullable String undo, @Sentence @Nullable String redo) {

  /**
   * A word.
   *
   * @param accent the mora of its core, 0 for flat, absent where none is given
   * @param shared whether it stands in the program's list and not in the show's own
   * @param used whether no list before gives the same word
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Entry(
      String word,
      String reading,
      @Nullable Integer accent,
      String note,
      boolean shared,
      boolean used,
      String place) {}

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
   * What a change would change.
   *
   * @param seconds that the engines would speak for, as fast as they were lately
   */
  public record Impact(List<ImpactLine> lines, int episodes, int clips, double seconds) {}

  /** A line that would be spoken anew. */
  public record ImpactLine(
      String key, String id, String title, String written, String before, String after) {}

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

    /**
     * How it sounds.
     *
     * @param said what the engine was sent
     */
    public record Sample(String said, String clip, long millis) {}
  }
}
