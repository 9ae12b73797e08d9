package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.script.Template.Day;
import dev.zundacast.script.Template.Position;
import dev.zundacast.script.Template.Titled;
import dev.zundacast.script.Template.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A template's text to its parts, or all that is wrong with it. Lives for one call. */
final class TemplateReader {
  private static final Pattern HEAD = Pattern.compile("==\\s*(\\S+)\\s*");
  private static final Pattern LABELLED = Pattern.compile("\\[([a-z ]+)]\\s*(.*)");
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}|]*)}");
  private static final String TITLE_KEY = "@title";
  private static final String REMARK_MARK = "#+";

  private static final List<String> PARTS =
      Stream.concat(Template.ORDER.stream().map(kind -> kind.word()), Stream.of(Template.GUEST))
          .toList();
  private static final Map<String, Use> USES =
      Map.of(
          "title", Use.TITLE,
          "each", Use.EACH,
          "code", Use.CODE,
          "image", Use.IMAGE,
          "disclosure", Use.DISCLOSURE);
  private static final Set<String> LABELS =
      new java.util.TreeSet<>(
          List.of(
              "title",
              "each",
              "code",
              "image",
              "disclosure",
              "first",
              "middle",
              "last",
              "only",
              "about"));
  private static final Map<String, Day> DAYS =
      Stream.of(Day.values())
          .collect(
              java.util.stream.Collectors.toMap(
                  day -> day.name().toLowerCase(Locale.ROOT), day -> day));
  private static final String VARY = "{vary}";

  private final Path file;
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, List<Template.Phrase>> rows = new LinkedHashMap<>();
  private String part = "";

  private TemplateReader(Path file) {
    this.file = file;
  }

  /**
   * Reads a template.
   *
   * @throws Problem with every finding when something in it is wrong
   */
  static Template read(Path file, String text) {
    TemplateReader reader = new TemplateReader(file);
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      reader.row(number, number == 1 && raw.startsWith("\uFEFF") ? raw.substring(1) : raw);
    }
    return reader.finish();
  }

  private Template finish() {
    List<Template.Phrase> article = rows.getOrDefault(Section.Kind.ARTICLE.word(), List.of());
    if (article.stream().noneMatch(row -> row.use() == Use.BODY)) {
      findings.add(
          Diagnostic.at(file, 1, "the template has no place for an article's text")
              .withNext("write a line '{body}' under '== article'"));
    }
    if (!findings.isEmpty()) {
      throw Problem.in(findings);
    }
    Map<String, Template.Passage> parts = new LinkedHashMap<>();
    rows.forEach(
        (name, list) ->
            parts.put(name, new Template.Passage(titles.getOrDefault(name, ""), trimmed(list))));
    return new Template(parts);
  }

  private static List<Template.Phrase> trimmed(List<Template.Phrase> rows) {
    int from = 0;
    int to = rows.size();
    while (from < to && rows.get(from).use() == Use.PARAGRAPH) {
      from++;
    }
    while (to > from && rows.get(to - 1).use() == Use.PARAGRAPH) {
      to--;
    }
    return rows.subList(from, to);
  }

  private void row(int number, String raw) {
    String text = raw.strip();
    if (text.startsWith(REMARK_MARK)) {
      add(number, raw, Template.Phrase.of(Use.REMARK, text.substring(2).strip()));
    } else if (text.startsWith("#")) {
      return;
    } else if (text.startsWith("==")) {
      head(number, raw, text);
    } else if (text.startsWith(TITLE_KEY)) {
      title(number, raw, text.substring(TITLE_KEY.length()).strip());
    } else if (!text.isEmpty()) {
      add(number, raw, line(number, raw, text));
    } else if (!part.isEmpty()) {
      add(number, raw, Template.Phrase.of(Use.PARAGRAPH, ""));
    }
  }

  private void head(int number, String raw, String text) {
    Matcher matcher = HEAD.matcher(text);
    String name = matcher.matches() ? matcher.group(1) : "";
    if (!PARTS.contains(name)) {
      String known = String.join(", ", PARTS);
      finding(
          number,
          raw,
          Math.max(0, raw.indexOf(name, raw.indexOf("==") + 2)),
          "unknown part '" + name + "'; known are " + known);
    } else if (rows.containsKey(name)) {
      finding(number, raw, raw.indexOf("=="), "a second part '" + name + "'");
    }
    part = name.isEmpty() ? "?" : name;
    rows.putIfAbsent(part, new ArrayList<>());
  }

  private void title(int number, String raw, String title) {
    if (part.isEmpty()) {
      finding(number, raw, raw.indexOf('@'), "'@title' stands before the first part");
      return;
    }
    placeholders(number, raw, title);
    titles.put(part, title);
  }

  private void add(int number, String raw, Template.Phrase row) {
    if (part.isEmpty()) {
      finding(number, raw, 0, "a line before the first part; begin with '== opening'");
      return;
    }
    rows.getOrDefault(part, new ArrayList<>()).add(row);
  }

  private Template.Phrase line(int number, String raw, String text) {
    if (text.equals("{body}")) {
      return Template.Phrase.of(Use.BODY, "");
    }
    if (text.equals("{guests}")) {
      return Template.Phrase.of(Use.GUESTS, "");
    }
    Matcher labelled = LABELLED.matcher(text);
    if (!labelled.matches()) {
      placeholders(number, raw, text);
      return row(Use.LINE, Set.of(), Set.of(), Titled.ANY, unescape(text));
    }
    placeholders(number, raw, labelled.group(2));
    return labelled(number, raw, labelled.group(1), unescape(labelled.group(2)));
  }

  /** A row's wordings stand behind {vary}, with | between them. */
  private static Template.Phrase row(
      Use use, Set<Position> positions, Set<Day> days, Titled titled, String text) {
    List<String> wordings =
        text.startsWith(VARY)
            ? Stream.of(text.substring(VARY.length()).split("\\|", -1)).map(String::strip).toList()
            : List.of(text);
    return new Template.Phrase(use, positions, days, titled, text, wordings);
  }

  private static String unescape(String text) {
    return text.startsWith("\\") ? text.substring(1) : text;
  }

  private Template.Phrase labelled(int number, String raw, String labels, String text) {
    Use use = Use.LINE;
    Set<Position> positions = EnumSet.noneOf(Position.class);
    Set<Day> days = EnumSet.noneOf(Day.class);
    Titled titled = Titled.ANY;
    Matcher words = WORD.matcher(labels);
    while (words.find()) {
      String word = words.group();
      if (USES.containsKey(word)) {
        use = USES.getOrDefault(word, Use.LINE);
      } else if (word.equals("about")) {
        titled = Titled.FOREIGN;
      } else if (DAYS.containsKey(word)) {
        days.add(DAYS.getOrDefault(word, Day.MONDAY));
      } else if (LABELS.contains(word)) {
        positions.add(Position.valueOf(word.toUpperCase(Locale.ROOT)));
      } else {
        String known = String.join(", ", LABELS) + ", monday … sunday, spring … winter";
        int at = raw.indexOf('[') + 1 + words.start();
        finding(number, raw, at, "unknown label '" + word + "'; known are " + known);
      }
    }
    return row(use, positions, days, titled, text);
  }

  private void placeholders(int number, String raw, String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      boolean vary = matcher.group().equals(VARY) && text.startsWith(VARY);
      if (!vary && !Placeholders.KNOWN.contains(matcher.group(1))) {
        String known = String.join("} {", Placeholders.KNOWN);
        String message = "unknown placeholder '" + matcher.group() + "'; known are {" + known + "}";
        finding(number, raw, raw.indexOf(matcher.group()), message);
      }
    }
  }

  private void finding(int number, String raw, int offset, String message) {
    int column = raw.codePointCount(0, Math.max(0, offset)) + 1;
    findings.add(new Diagnostic(file, number, column, message, raw, ""));
  }
}
