package dev.zundacast.script;

import dev.zundacast.episode.Section;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The fixed parts of an episode in one character's words, read from a text file by {@link
 * TemplateReader}.
 *
 * @param parts by the word that heads them: opening, article, recap, letters, closing, guest
 */
record Template(Map<String, Passage> parts) {

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
    /** The show says that its voice is artificial, in the part where its settings want that. */
    DISCLOSURE,
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

  /** The days that a row is for. */
  enum Day {
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    THURSDAY,
    FRIDAY,
    SATURDAY,
    SUNDAY,
    SPRING,
    SUMMER,
    AUTUMN,
    WINTER;

    boolean isWeekday() {
      return EnumSet.range(MONDAY, SUNDAY).contains(this);
    }

    /** March begins the spring. */
    static Day season(LocalDate date) {
      return switch (date.getMonth()) {
        case MARCH, APRIL, MAY -> SPRING;
        case JUNE, JULY, AUGUST -> SUMMER;
        case SEPTEMBER, OCTOBER, NOVEMBER -> AUTUMN;
        case DECEMBER, JANUARY, FEBRUARY -> WINTER;
      };
    }

    static Day weekday(LocalDate date) {
      return valueOf(date.getDayOfWeek().name());
    }
  }

  /** Which titles a row announces. */
  enum Titled {
    ANY,
    /** Only those that listeners would not understand: the row says what the article is about. */
    FOREIGN
  }

  /**
   * One row of a template.
   *
   * @param use what it becomes
   * @param positions the articles that it is for, empty for all
   * @param days the days that it is for, empty for all
   * @param titled which titles it is for
   * @param text as it stands in the template
   * @param wordings what it may say, with placeholders; one of them is said
   */
  record Phrase(
      Use use,
      Set<Position> positions,
      Set<Day> days,
      Titled titled,
      String text,
      List<String> wordings) {

    Phrase {
      positions = Set.copyOf(positions);
      days = Set.copyOf(days);
      wordings = List.copyOf(wordings);
    }

    static Phrase of(Use use, String text) {
      return new Phrase(use, Set.of(), Set.of(), Titled.ANY, text, List.of(text));
    }

    boolean suits(Position position) {
      return positions.isEmpty() || positions.contains(position);
    }

    /** Whether it is a row for this day: one of its weekdays, and one of its seasons. */
    boolean suits(LocalDate date) {
      Day weekday = Day.weekday(date);
      Day season = Day.season(date);
      boolean week = days.stream().noneMatch(Day::isWeekday) || days.contains(weekday);
      boolean year = days.stream().allMatch(Day::isWeekday) || days.contains(season);
      return week && year;
    }

    /** One of its wordings: the same for the same number, another one for the next. */
    String wording(long number) {
      return wordings.get(Math.floorMod(number, wordings.size()));
    }
  }

  /** The part with this heading; empty when the template has none. */
  Passage part(String word) {
    return parts.getOrDefault(word, Passage.EMPTY);
  }
}
