package dev.zundacast.script;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Section;
import dev.zundacast.message.Message;
import dev.zundacast.script.Template.Part;
import dev.zundacast.script.Template.Row;
import dev.zundacast.script.Template.Use;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template's text to its parts, or all that is wrong with it. Lives for one call. */
final class TemplateReader {
  private static final Pattern HEAD = Pattern.compile("==\\s*(\\S+)\\s*");
  private static final Pattern LABELLED = Pattern.compile("\\[([a-z ]+)]\\s*(.*)");
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final String TITLE_KEY = "@title";
  private static final String REMARK_MARK = "#+";
  private static final String VARY = "{vary}";

  private static final List<String> PARTS =
      Stream.concat(Template.ORDER.stream().map(kind -> kind.word()), Stream.of(Template.GUEST))
          .toList();
  private static final Map<String, Use> USES =
      EnumSet.range(Use.TITLE, Use.DISCLOSURE).stream()
          .collect(Collectors.toMap(Use::word, Function.identity()));
  private static final Message KNOWN_LABELS =
      Message.of(
          "template.labels",
          Stream.of(USES.keySet(), Template.PLACES, List.of(Template.ABOUT, Template.FORM))
              .flatMap(Collection::stream)
              .sorted()
              .collect(Collectors.joining(", ")));

  private final Path file;
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private String part = "";
  private boolean paragraphEnds;

  // The row that is being read.
  private int number;
  private String raw = "";

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
    text.replaceFirst("^\uFEFF", "").lines().forEach(reader::row);
    return reader.finish();
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
    if (text.equals("{body}")) {
      return Row.of(Use.BODY, "");
    }
    if (text.equals("{guests}")) {
      return Row.of(Use.GUESTS, "");
    }
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
      if (USES.containsKey(word)) {
        use = USES.getOrDefault(word, use);
      } else if (Template.CONDITIONS.contains(word)) {
        when.add(word);
      } else {
        int at = raw.indexOf('[') + 1 + words.start();
        find(at, Message.of("template.unknownLabel", word, KNOWN_LABELS));
      }
    }
    List<String> wordings =
        text.startsWith(VARY)
            ? Stream.of(text.substring(VARY.length()).split("\\|", -1)).map(String::strip).toList()
            : List.of(text);
    return new Row(use, when, text, wordings);
  }

  private void checkPlaceholders(String text) {
    Matcher matcher = Template.PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      boolean vary = matcher.group().equals(VARY) && text.startsWith(VARY);
      if (!vary && !Template.PLACEHOLDERS.contains(matcher.group(1))) {
        String known = String.join("} {", Template.PLACEHOLDERS);
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
