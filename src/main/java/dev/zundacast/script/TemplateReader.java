package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.script.Template.Position;
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
      Map.of("title", Use.TITLE, "each", Use.EACH, "code", Use.CODE, "image", Use.IMAGE);
  private static final Set<String> LABELS =
      new java.util.TreeSet<>(
          List.of("title", "each", "code", "image", "first", "middle", "last", "only"));

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
    return new Template(file, parts);
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
      add(number, raw, new Template.Phrase(Use.REMARK, Set.of(), text.substring(2).strip()));
    } else if (text.startsWith("#")) {
      return;
    } else if (text.startsWith("==")) {
      head(number, raw, text);
    } else if (text.startsWith(TITLE_KEY)) {
      title(number, raw, text.substring(TITLE_KEY.length()).strip());
    } else if (!text.isEmpty()) {
      add(number, raw, line(number, raw, text));
    } else if (!part.isEmpty()) {
      add(number, raw, new Template.Phrase(Use.PARAGRAPH, Set.of(), ""));
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
      return new Template.Phrase(Use.BODY, Set.of(), "");
    }
    if (text.equals("{guests}")) {
      return new Template.Phrase(Use.GUESTS, Set.of(), "");
    }
    Matcher labelled = LABELLED.matcher(text);
    if (!labelled.matches()) {
      placeholders(number, raw, text);
      return new Template.Phrase(Use.LINE, Set.of(), unescape(text));
    }
    placeholders(number, raw, labelled.group(2));
    return labelled(number, raw, labelled.group(1), unescape(labelled.group(2)));
  }

  private static String unescape(String text) {
    return text.startsWith("\\") ? text.substring(1) : text;
  }

  private Template.Phrase labelled(int number, String raw, String labels, String text) {
    Use use = Use.LINE;
    Set<Position> positions = EnumSet.noneOf(Position.class);
    Matcher words = WORD.matcher(labels);
    while (words.find()) {
      String word = words.group();
      if (USES.containsKey(word)) {
        use = USES.getOrDefault(word, Use.LINE);
      } else if (LABELS.contains(word)) {
        positions.add(Position.valueOf(word.toUpperCase(Locale.ROOT)));
      } else {
        String known = String.join(", ", LABELS);
        int at = raw.indexOf('[') + 1 + words.start();
        finding(number, raw, at, "unknown label '" + word + "'; known are " + known);
      }
    }
    return new Template.Phrase(use, positions, text);
  }

  private void placeholders(int number, String raw, String text) {
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      if (!Placeholders.KNOWN.contains(matcher.group(1))) {
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
