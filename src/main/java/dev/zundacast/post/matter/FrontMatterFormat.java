package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A front matter in one of the notations that site generators read: YAML between {@code ---}, TOML
 * between {@code +++}, or one JSON object. A key of an inner table is written with dots. Of each
 * value it is known where it stands, so that only its bytes change.
 */
public final class FrontMatterFormat {
  private static final Pattern TOML_TABLE = Pattern.compile("(?m)^[ \\t]*\\[");

  private final Notation notation;
  private final FrontMatterText text;
  private final Map<String, Span> values;

  private enum Notation {
    YAML,
    TOML,
    JSON
  }

  /** Characters to put in the place of those from here to there. */
  private record Edit(int from, int to, String text) {}

  private FrontMatterFormat(Notation notation, FrontMatterText text, Map<String, Span> values) {
    this.notation = notation;
    this.text = text;
    this.values = values;
  }

  /** Reads the front matter that a file begins with, a problem when it is missing or broken. */
  public static FrontMatterFormat parse(Path file, byte[] bytes) {
    String post = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = FrontMatterText.first(post);
    switch (at < post.length() ? post.charAt(at) : ' ') {
      case '-' -> {
        FrontMatterText yaml = FrontMatterText.fenced(file, post, "---|\\.\\.\\.", "---");
        return new FrontMatterFormat(Notation.YAML, yaml, new YamlReader(yaml).read());
      }
      case '+' -> {
        FrontMatterText toml = FrontMatterText.fenced(file, post, "\\+\\+\\+", "+++");
        Map<String, Span> values = TomlReader.read(file, toml.source(), toml.line());
        return new FrontMatterFormat(Notation.TOML, toml, values);
      }
      case '{' -> {
        Map<String, Span> values = new LinkedHashMap<>();
        String source = FrontMatterText.decode(file, post, at, post.length());
        int length = JsonReader.read(file, source, values);
        FrontMatterText json = FrontMatterText.whole(file, post, source, length);
        return new FrontMatterFormat(Notation.JSON, json, values);
      }
      default -> throw FrontMatterText.missing(file);
    }
  }

  /**
   * The single values of a settings file in JSON, told by its name, or TOML, those of inner tables
   * with dots; a problem with its place when the text is broken.
   */
  public static Map<String, String> settings(Path file, byte[] bytes) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    String text = FrontMatterText.decode(file, all, FrontMatterText.first(all), all.length());
    Map<String, Span> spans = new LinkedHashMap<>();
    if (file.toString().endsWith(".json")) {
      JsonReader.read(file, text, spans);
    } else {
      spans.putAll(TomlReader.read(file, text, 1));
    }
    Map<String, String> values = new LinkedHashMap<>();
    spans.forEach(
        (key, span) -> {
          if (span.isSingle()) {
            values.put(key, span.text());
          }
        });
    return values;
  }

  /** The whole file. */
  public byte[] bytes() {
    return text.post().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The text below it. */
  public String body() {
    return FrontMatterText.decode(text.file(), text.post(), text.bodyStart(), text.post().length());
  }

  /** The file's line that the body begins in. */
  public int bodyLine() {
    return text.bodyLine();
  }

  private Optional<Span> span(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The single value of a key; empty when the key is absent or holds a list or a table. */
  public Optional<Span> single(String key) {
    return span(key).filter(Span::isSingle);
  }

  /** The single values of a key that holds a list; empty when it holds anything else. */
  public List<String> list(String key) {
    return span(key).map(Span::items).orElse(List.of());
  }

  /** Whether the key is there, whatever it holds. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** A finding at a key's value, or at the front matter where the key is absent. */
  public Diagnostic at(String key, Message message) {
    return span(key)
        .map(it -> text.at(it.from(), message))
        .orElseGet(() -> Diagnostic.at(text.file(), 1, message));
  }

  /**
   * The whole file with other values in the place of these, each a number or a quoted text; all
   * other bytes stay, or it is a problem. A key that is absent gets a line of its own, behind the
   * key {@code after} where that is there.
   */
  public byte[] with(Map<String, String> values, String after) {
    List<Edit> edits = new ArrayList<>();
    values.forEach(
        (key, value) ->
            edits.add(
                span(key)
                    .map(span -> replacement(key, span, value))
                    .orElseGet(() -> insertion(key, value, after))));
    edits.sort(Comparator.comparingInt(Edit::from));
    // From the last on, so that the places of those before stay.
    Collections.reverse(edits);
    StringBuilder source = new StringBuilder(text.source());
    edits.forEach(edit -> source.replace(edit.from, edit.to, edit.text));
    int end = text.start() + FrontMatterText.bytes(text.source()).length();
    return new StringBuilder(text.post())
        .replace(text.start(), end, FrontMatterText.bytes(source.toString()))
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private Edit replacement(String key, Span span, String value) {
    // What an alias names stands before it.
    if (notation == Notation.YAML && (!span.isSingle() || span.from() < span.key())) {
      throw Problem.in(text.at(span.key(), Message.of("frontMatter.noSingleValue", key, value)));
    }
    int from = span.from();
    if (from < span.to()) {
      return new Edit(from, span.to(), value);
    }
    // Of an empty value, the space behind the colon stays; a comment keeps its own before the #.
    boolean space = text.source().startsWith(" ", from) || text.source().startsWith("\t", from);
    return space && !text.source().startsWith("#", from + 1)
        ? new Edit(from + 1, from + 1, value)
        : new Edit(from, from, " " + value);
  }

  /** A key that is absent, behind another one, or else where one of the outermost table may go. */
  private Edit insertion(String key, String value, String after) {
    String source = text.source();
    Optional<Span> behind =
        span(after).or(() -> notation == Notation.JSON ? last() : Optional.empty());
    if (behind.isEmpty()) {
      Matcher table = TOML_TABLE.matcher(source);
      int at = notation == Notation.TOML && table.find() ? table.start() : source.length();
      String equals = notation == Notation.TOML ? " = " : ": ";
      return new Edit(at, at, key + equals + value + lineEnd(at));
    }
    Span before = behind.get();
    int line = source.lastIndexOf('\n', before.key()) + 1;
    String indent = source.substring(line, before.key());
    String name = key.substring(key.lastIndexOf('.') + 1);
    int end = source.indexOf('\n', before.to());
    int next = end < 0 ? source.length() : end + 1;
    return switch (notation) {
      case YAML -> {
        String column = " ".repeat(indent.length());
        yield new Edit(next, next, column + name + ": " + value + lineEnd(next));
      }
      case TOML -> {
        if (!indent.isBlank()) {
          // Inside of an inline table, which may not hold line ends.
          yield new Edit(before.to(), before.to(), ", " + name + " = " + value);
        }
        boolean dotted = source.substring(before.key(), before.from()).contains(".");
        String written = dotted ? key : name;
        yield new Edit(next, next, indent + written + " = " + value + lineEnd(next));
      }
      case JSON -> {
        String gap = indent.isBlank() && line > 0 ? lineEnd(line) + indent : " ";
        yield new Edit(before.to(), before.to(), "," + gap + '"' + name + "\": " + value);
      }
    };
  }

  /** The value that a JSON object ends with. */
  private Optional<Span> last() {
    return Optional.of(
        values.values().stream()
            .reduce((one, next) -> next)
            .orElseThrow(() -> Problem.in(text.at(0, Message.of("frontMatter.empty")))));
  }

  /** The line end that stands before a character: of the fence where that is the first. */
  private String lineEnd(int at) {
    String before = text.post().substring(0, text.start()) + text.source().substring(0, at);
    return before.endsWith("\r\n") ? "\r\n" : "\n";
  }

  /** The key of a value that another one changed, when it is none of these. */
  public Optional<String> changedBeside(Set<String> keys, FrontMatterFormat after) {
    return values.entrySet().stream()
        .filter(it -> !keys.contains(it.getKey()) && it.getValue().kind() != Span.Kind.TABLE)
        .filter(it -> after.span(it.getKey()).filter(it.getValue()::saysTheSame).isEmpty())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
