package dev.zundacast.script;

import dev.zundacast.episode.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fixed parts of an episode in one character's words, read from a text file by {@link
 * TemplateReader}.
 *
 * @param file for messages
 * @param parts by the word that heads them: opening, article, recap, letters, closing, guest
 */
record Template(Path file, Map<String, Passage> parts) {

  Template {
    parts = Map.copyOf(parts);
  }

  /** The order of an episode. */
  static final List<Section.Kind> ORDER =
      List.of(
          Section.Kind.OPENING,
          Section.Kind.ARTICLE,
          Section.Kind.RECAP,
          Section.Kind.LETTERS,
          Section.Kind.CLOSING);

  /** How a character says hello in an episode that another one opens. */
  static final String GUEST = "guest";

  /**
   * One part of the template.
   *
   * @param title the chapter's title
   */
  record Passage(String title, List<Phrase> rows) {
    static final Passage EMPTY = new Passage("", List.of());

    Passage {
      rows = List.copyOf(rows);
    }
  }

  /** What a row of a template becomes. */
  enum Use {
    LINE,
    /** The line that announces an article. */
    TITLE,
    /** Once for each article. */
    EACH,
    /** In the place of a block of code. */
    CODE,
    /** In the place of a picture. */
    IMAGE,
    /** The article's sentences. */
    BODY,
    /** The other characters say hello. */
    GUESTS,
    /** A comment in the script, for the person who edits it. */
    REMARK,
    /** An empty row: the end of a paragraph. */
    PARAGRAPH
  }

  /** Where an article stands among those of its post. */
  enum Position {
    FIRST,
    MIDDLE,
    LAST,
    ONLY;

    static Position of(int index, int count) {
      if (count == 1) {
        return ONLY;
      }
      if (index == 0) {
        return FIRST;
      }
      return index == count - 1 ? LAST : MIDDLE;
    }
  }

  /**
   * One row of a template.
   *
   * @param use what it becomes
   * @param positions the articles that it is for, empty for all
   * @param text with placeholders
   */
  record Phrase(Use use, Set<Position> positions, String text) {

    Phrase {
      positions = Set.copyOf(positions);
    }

    boolean suits(Position position) {
      return positions.isEmpty() || positions.contains(position);
    }
  }

  /** The part with this heading; empty when the template has none. */
  Passage part(String word) {
    return parts.getOrDefault(word, Passage.EMPTY);
  }
}
