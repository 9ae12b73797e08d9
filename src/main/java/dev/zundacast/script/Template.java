package dev.zundacast.script;

import dev.zundacast.episode.Section;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fixed parts of an episode in one character's words, read from a text file by {@link
 * TemplateReader}.
 *
 * @param parts by the word that heads them: opening, article, recap, letters, closing, guest
 */
record Template(Map<String, Part> parts) {

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

  /** What the show has to announce: the one value that may have several sentences, a line each. */
  static final String INFORMATION = "information";

  /** What may stand in {@code {}}, in the order in which people read about it. */
  static final List<String> PLACEHOLDERS =
      List.of(
          "show",
          "date",
          "year",
          "month",
          "day",
          "weekday",
          "number",
          "count",
          INFORMATION,
          "name",
          "title",
          "about",
          "ordinal",
          "index",
          "language",
          "text");

  /** The labels of rows for an article by its place among those of its post. */
  static final List<String> PLACES = List.of("first", "middle", "last", "only");

  /** Of titles that listeners would not understand: the row says what the article is about. */
  static final String ABOUT = "about";

  /** Of posts that link to a form for letters. */
  static final String FORM = "form";

  private static final List<String> WEEKDAYS =
      Stream.of(DayOfWeek.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();

  /** Three months each, from December on. */
  private static final List<String> SEASONS = List.of("winter", "spring", "summer", "autumn");

  /** The labels that tell when a row is said. */
  static final Set<String> CONDITIONS =
      Stream.of(PLACES, List.of(ABOUT, FORM), WEEKDAYS, SEASONS)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** One of them; a template with any other is refused. */
  static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}|]*)}");

  /**
   * One part of the template.
   *
   * @param title the chapter's title
   */
  record Part(String title, List<Row> rows) {
    static final Part EMPTY = new Part("", List.of());
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
    /** The show says that its voice is artificial, in the part where its settings want that. */
    DISCLOSURE,
    /** The article's sentences. */
    BODY,
    /** The other characters say hello. */
    GUESTS,
    /** A comment in the script, for the person who edits it. */
    REMARK,
    /** An empty row: the end of a paragraph. */
    PARAGRAPH;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One row of a template.
   *
   * @param use what it becomes
   * @param when the articles and days that it is for; of each kind, none for all
   * @param text as it stands in the template
   * @param wordings what it may say, with placeholders; one of them is said
   */
  record Row(Use use, Set<String> when, String text, List<String> wordings) {

    static Row of(Use use, String text) {
      return new Row(use, Set.of(), text, List.of(text));
    }

    private boolean suits(List<String> kind, String now) {
      return when.contains(now) || when.stream().noneMatch(kind::contains);
    }

    /** Whether it is a row for an article in this place. */
    boolean suits(String place) {
      return suits(PLACES, place);
    }

    /** Whether it is a row for this day: one of its weekdays, and one of its seasons. */
    boolean suits(LocalDate date) {
      return suits(WEEKDAYS, WEEKDAYS.get(date.getDayOfWeek().getValue() - 1))
          && suits(SEASONS, SEASONS.get(date.getMonthValue() % 12 / 3));
    }

    /** Whether it says what an article is about in the place of a foreign title. */
    boolean isAbout() {
      return when.contains(ABOUT);
    }

    /**
     * One of its wordings with these values: the same for the same number, another one for the
     * next; empty when a placeholder has no value, so that its line is left out.
     */
    Optional<String> fill(long number, Map<String, String> values) {
      String wording = wordings.get(Math.floorMod(number, wordings.size()));
      boolean hasAll =
          PLACEHOLDER
              .matcher(wording)
              .results()
              .noneMatch(it -> values.getOrDefault(it.group(1), "").isEmpty());
      return hasAll
          ? Optional.of(
              PLACEHOLDER
                  .matcher(wording)
                  .replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), ""))))
          : Optional.empty();
    }
  }

  /** The part with this heading; empty when the template has none. */
  Part part(String word) {
    return parts.getOrDefault(word, Part.EMPTY);
  }
}
