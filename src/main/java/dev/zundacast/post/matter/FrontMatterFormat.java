package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A front matter in one of the notations that site generators read: YAML between {@code ---}, TOML
 * between {@code +++}, or one JSON object. A key of an inner table is written with dots.
 */
public interface FrontMatterFormat {
  /**
   * A single value.
   *
   * @param text what it says, without quotes
   * @param form how it is written
   */
  record Scalar(String text, Form form) {

    /** How a value is written. */
    public enum Form {
      QUOTED,
      /** As it is: a word, a number, a date. */
      PLAIN
    }

    /** Whether it is written as a whole number. */
    public boolean isNumber() {
      return form == Form.PLAIN && text.matches("[+-]?\\d+");
    }
  }

  /**
   * Reads the front matter that a file begins with.
   *
   * @throws Problem when there is none, or it is broken or holds a key twice
   */
  static FrontMatterFormat parse(Path file, byte[] bytes) {
    int at = FrontMatterText.first(bytes);
    int begin = at < bytes.length ? bytes[at] : 0;
    return switch (begin) {
      case '-' -> YamlMatter.parse(file, bytes);
      case '+' -> TomlMatter.parse(file, bytes);
      case '{' -> JsonMatter.parse(file, bytes);
      default -> throw FrontMatterText.missing(file);
    };
  }

  /**
   * The single values of a settings file in TOML or JSON, those of inner tables with dots; JSON is
   * told by the file's name.
   *
   * @throws Problem with its place when the text is broken
   */
  static Map<String, String> settings(Path file, byte[] bytes) {
    Map<String, Span> spans =
        file.toString().endsWith(".json")
            ? JsonMatter.parse(file, bytes).text().values()
            : TomlReader.read(
                file,
                FrontMatterText.decode(file, bytes, FrontMatterText.first(bytes), bytes.length),
                1);
    Map<String, String> values = new LinkedHashMap<>();
    spans.forEach(
        (key, span) -> {
          if (span.isSingle()) {
            values.put(key, span.text());
          }
        });
    return values;
  }

  /** The text in which it is known where each value stands, so that only its bytes change. */
  SpannedText text();

  /** What stands in place of a value that is there. */
  default SpannedText.Edit replacement(String key, Span span, String value) {
    return new SpannedText.Edit(span.from(), span.to(), value);
  }

  /** Where a key that is absent goes, and what is written there. */
  SpannedText.Edit insertion(String key, String value, String after);

  /** Where the body begins, in bytes. */
  int bodyStart();

  /** The file's line that the body begins in. */
  int bodyLine();

  /** The single value of a key; empty when the key is absent or holds a list or a table. */
  default Optional<Scalar> scalar(String key) {
    return text().scalar(key);
  }

  /** The single values of a key that holds a list; empty when it holds anything else. */
  default List<String> list(String key) {
    return text().span(key).map(Span::items).orElse(List.of());
  }

  /** Whether the key is there, whatever it holds. */
  default boolean has(String key) {
    return text().span(key).isPresent();
  }

  /** A finding at a key's value, or at the front matter where the key is absent. */
  default Diagnostic at(String key, Message message) {
    return text().at(key, message);
  }

  /**
   * The whole file with other values in the place of these, each a number or a quoted text; all
   * other bytes stay.
   *
   * @param values by key; a key that is absent gets a line of its own
   * @param after the key behind which a new one goes, where that is there
   * @throws Problem when a value cannot be put in without touching anything else
   */
  default byte[] with(Map<String, String> values, String after) {
    List<SpannedText.Edit> edits = new ArrayList<>();
    values.forEach(
        (key, value) ->
            edits.add(
                text()
                    .span(key)
                    .map(span -> replacement(key, span, value))
                    .orElseGet(() -> insertion(key, value, after))));
    return text().with(edits);
  }

  /** The key of a value that another one changed, when it is none of these. */
  default Optional<String> changedBeside(Set<String> keys, FrontMatterFormat after) {
    return text().changedBeside(keys, after.text());
  }

  /** A front matter in TOML. */
  record TomlMatter(SpannedText text, int bodyStart, int bodyLine) implements FrontMatterFormat {
    private static final Pattern TABLE = Pattern.compile("(?m)^[ \\t]*\\[");

    static TomlMatter parse(Path file, byte[] bytes) {
      FrontMatterText found = FrontMatterText.toml(file, bytes);
      Map<String, Span> values = TomlReader.read(file, found.source(), 2);
      SpannedText text = new SpannedText(file, bytes, found.source(), found.start(), 2, values);
      return new TomlMatter(text, found.bodyStart(), found.bodyLine());
    }

    /** On a line of its own behind another value, else before the first table. */
    @Override
    public SpannedText.Edit insertion(String key, String value, String after) {
      Optional<Span> before = text.span(after);
      if (before.isEmpty()) {
        Matcher table = TABLE.matcher(text.text());
        int at = table.find() ? table.start() : text.text().length();
        return new SpannedText.Edit(at, at, key + " = " + value + lineEnd());
      }
      Span span = before.get();
      int line = text.text().lastIndexOf('\n', span.key()) + 1;
      String written = text.text().substring(line, span.key());
      int end = text.text().indexOf('\n', span.to());
      String last = key.substring(key.lastIndexOf('.') + 1);
      if (!written.isBlank()) {
        // Inside of an inline table, which may not hold line ends.
        return new SpannedText.Edit(span.to(), span.to(), ", " + last + " = " + value);
      }
      int at = end < 0 ? text.text().length() : end + 1;
      String name = dotted(span) ? key : last;
      return new SpannedText.Edit(at, at, written + name + " = " + value + lineEnd());
    }

    /** Whether the key is written with the dots of its path. */
    private boolean dotted(Span span) {
      return text.text().substring(span.key(), span.from()).contains(".");
    }

    private String lineEnd() {
      return text.text().contains("\r\n") ? "\r\n" : "\n";
    }
  }
}
