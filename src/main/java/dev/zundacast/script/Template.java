package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fixed parts of an episode in one character's words.
 *
 * @param parts by the word that heads them: opening, article, recap, letters, closing, guest
 */
record Template(Map<String, Part> parts) {

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
  private static final List<String> PLACEHOLDERS =
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
  private static final List<String> PLACES = List.of("first", "middle", "last", "only");

  /** Of titles that listeners would not understand: the row says what the article is about. */
  private static final String ABOUT = "about";

  /** Of posts that link to a form for letters. */
  static final String FORM = "form";

  private static final List<String> WEEKDAYS =
      Stream.of(DayOfWeek.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();

  /** Three months each, from December on. */
  private static final List<String> SEASONS = List.of("winter", "spring", "summer", "autumn");

  /** The labels that tell when a row is said. */
  private static final Set<String> CONDITIONS =
      Stream.of(PLACES, List.of(ABOUT, FORM), WEEKDAYS, SEASONS)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  /** One of them; a template with any other is refused. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}|]*)}");

  private static final Pattern HEAD = Pattern.compile("==\\s*(\\S+)\\s*");
  private static final Pattern LABELLED = Pattern.compile("\\[([a-z ]+)]\\s*(.*)");
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final String TITLE_KEY = "@title";
  private static final String REMARK_MARK = "#+";
  private static final String VARY = "{vary}";

  private static final List<String> PARTS =
      Stream.concat(ORDER.stream().map(kind -> kind.word()), Stream.of(GUEST)).toList();
  private static final Map<String, Use> USES =
      EnumSet.range(Use.TITLE, Use.DISCLOSURE).stream()
          .collect(Collectors.toMap(Use::word, Function.identity()));
  private static final Message KNOWN_LABELS =
      Message.of(
          "template.labels",
          Stream.of(USES.keySet(), PLACES, List.of(ABOUT, FORM))
              .flatMap(Collection::stream)
              .sorted()
              .collect(Collectors.joining(", ")));

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
      Matcher named = PLACEHOLDER.matcher(wordings.get(Math.floorMod(number, wordings.size())));
      Function<MatchResult, String> value = it -> values.getOrDefault(it.group(1), "");
      return named.results().map(value).anyMatch(String::isEmpty)
          ? Optional.empty()
          : Optional.of(named.reset().replaceAll(value.andThen(Matcher::quoteReplacement)));
    }
  }

  /** The part with this heading; empty when the template has none. */
  Part part(String word) {
    return parts.getOrDefault(word, Part.EMPTY);
  }

  /**
   * Reads a template.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  static Template read(Path file, String text) {
    Reader reader = new Reader(file);
    text.replaceFirst("^\uFEFF", "").lines().forEach(reader::row);
    return reader.finish();
  }

  /** A template's text to its parts, or all that is wrong with it. */
  private static final class Reader {
    private final Path file;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private String part = "";
    private boolean paragraphEnds;

    // The row that is being read.
    private int number;
    private String raw = "";

    private Reader(Path file) {
      this.file = file;
    }

    private Template finish() {
      Part article = parts.getOrDefault(Section.Kind.ARTICLE.word(), Part.EMPTY);
      if (article.rows().stream().noneMatch(row -> row.use() == Use.BODY)) {
        findings.add(Diagnostic.at(file, 1, "template.noBody"));
      }
      if (!findings.isEmpty()) {
        throw Problem.in(findings);
      }
      return new Template(parts);
    }

    private void row(String row) {
      number++;
      raw = row;
      String text = raw.strip();
      if (text.startsWith(REMARK_MARK)) {
        add(Row.of(Use.REMARK, text.substring(REMARK_MARK.length()).strip()));
      } else if (text.startsWith("==")) {
        head(text);
      } else if (text.startsWith(TITLE_KEY)) {
        title(text.substring(TITLE_KEY.length()).strip());
      } else if (text.isEmpty()) {
        paragraphEnds = true;
      } else if (text.equals("{body}") || text.equals("{guests}")) {
        add(Row.of(text.equals("{body}") ? Use.BODY : Use.GUESTS, ""));
      } else if (!text.startsWith("#")) {
        add(phrase(text));
      }
    }

    private void head(String text) {
      Matcher matcher = HEAD.matcher(text);
      String name = matcher.matches() ? matcher.group(1) : "";
      if (!PARTS.contains(name)) {
        String known = String.join(", ", PARTS);
        find(
            Math.max(0, raw.indexOf(name, raw.indexOf("==") + 2)),
            Message.of("template.unknownPart", name, known));
      } else if (parts.containsKey(name)) {
        find(raw.indexOf("=="), Message.of("template.partTwice", name));
      }
      part = name.isEmpty() ? "?" : name;
      parts.putIfAbsent(part, new Part("", new ArrayList<>()));
    }

    private void title(String title) {
      if (isInPart()) {
        checkPlaceholders(title);
        parts.computeIfPresent(part, (name, it) -> new Part(title, it.rows()));
      }
    }

    private void add(Row row) {
      if (isInPart()) {
        List<Row> all = parts.getOrDefault(part, Part.EMPTY).rows();
        if (paragraphEnds && !all.isEmpty()) {
          all.add(Row.of(Use.PARAGRAPH, ""));
        }
        all.add(row);
        paragraphEnds = false;
      }
    }

    private boolean isInPart() {
      if (part.isEmpty()) {
        find(0, Message.of("template.lineBeforePart"));
      }
      return !part.isEmpty();
    }

    private Row phrase(String text) {
      Matcher labelled = LABELLED.matcher(text);
      boolean hasLabels = labelled.matches();
      String said = hasLabels ? labelled.group(2) : text;
      checkPlaceholders(said);
      return labelled(hasLabels ? labelled.group(1) : "", said.replaceFirst("^\\\\", ""));
    }

    /** A row's wordings stand behind {vary}, with | between them. */
    private Row labelled(String labels, String text) {
      Use use = Use.LINE;
      Set<String> when = new HashSet<>();
      Matcher words = WORD.matcher(labels);
      while (words.find()) {
        String word = words.group();
        use = USES.getOrDefault(word, use);
        if (CONDITIONS.contains(word)) {
          when.add(word);
        } else if (!USES.containsKey(word)) {
          int at = raw.indexOf('[') + 1 + words.start();
          find(at, Message.of("template.unknownLabel", word, KNOWN_LABELS));
        }
      }
      Stream<String> wordings =
          text.startsWith(VARY)
              ? Stream.of(text.substring(VARY.length()).split("\\|", -1)).map(String::strip)
              : Stream.of(text);
      return new Row(use, when, text, wordings.toList());
    }

    private void checkPlaceholders(String text) {
      Matcher matcher = PLACEHOLDER.matcher(text);
      while (matcher.find()) {
        boolean vary = matcher.group().equals(VARY) && text.startsWith(VARY);
        if (!vary && !PLACEHOLDERS.contains(matcher.group(1))) {
          String known = String.join("} {", PLACEHOLDERS);
          Message message = Message.of("template.unknownPlaceholder", matcher.group(), known);
          find(raw.indexOf(matcher.group()), message);
        }
      }
    }

    /** Notes what is wrong from this character of the row on. */
    private void find(int offset, Message message) {
      int column = raw.codePointCount(0, Math.max(0, offset)) + 1;
      findings.add(new Diagnostic(file, number, column, message, Message.plain(raw)));
    }
  }
}
