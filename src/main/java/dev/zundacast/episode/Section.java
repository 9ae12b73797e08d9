package dev.zundacast.episode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A part of a script that becomes a chapter, with the address of its article, "" for none. */
public record Section(String id, Kind kind, String title, String source, List<Item> items) {

  public Section {
    items = List.copyOf(items);
  }

  /** The parts of an episode; the word in a script file is the name in lower case. */
  public enum Kind {
    OPENING,
    ARTICLE,
    RECAP,
    LETTERS,
    CLOSING,
    /** A part that a person added. */
    SECTION;

    /** The word that stands for this kind in a script file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a section is made of. */
  public sealed interface Item permits Line, Pause, Paragraph {}

  /** Silence in ms that the script asks for by {@code ~}, beside the pauses that are there. */
  public record Pause(int millis) implements Item {}

  /** The end of a paragraph: an empty line in the script file. */
  public record Paragraph() implements Item {}

  /** The section's lines in their order. */
  public Stream<Line> lines() {
    return items.stream().filter(Line.class::isInstance).map(Line.class::cast);
  }
}
