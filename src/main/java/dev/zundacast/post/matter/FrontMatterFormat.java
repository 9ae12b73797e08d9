package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
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
public abstract class FrontMatterFormat {
  final FrontMatterText text;
  final Map<String, Span> values;

  /**
   * @param values by their keys, those of inner tables with dots
   */
  FrontMatterFormat(FrontMatterText text, Map<String, Span> values) {
    this.text = text;
    this.values = values;
  }

  /** Characters to put in the place of those from here to there. */
  record Edit(int from, int to, String text) {}

  /**
   * Reads the front matter that a file begins with.
   *
   * @throws Problem when there is none, or it is broken or holds a key twice
   */
  public static FrontMatterFormat parse(Path file, byte[] bytes) {
    int at = FrontMatterText.first(bytes);
    int begin = at < bytes.length ? bytes[at] : 0;
    return switch (begin) {
      case '-' -> new YamlMatter(FrontMatterText.yaml(file, bytes));
      case '+' -> new TomlMatter(FrontMatterText.toml(file, bytes));
      case '{' -> JsonMatter.of(file, bytes);
      default -> throw FrontMatterText.missing(file);
    };
  }

  /**
   * The single values of a settings file in TOML or JSON, those of inner tables with dots; JSON is
   * told by the file's name.
   *
   * @throws Problem with its place when the text is broken
   */
  public static Map<String, String> settings(Path file, byte[] bytes) {
    Map<String, Span> spans =
        file.toString().endsWith(".json")
            ? JsonMatter.of(file, bytes).values
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

  /** What stands in place of a value that is there. */
  Edit replacement(String key, Span span, String value) {
    return new Edit(span.from(), span.to(), value);
  }

  /** Where a key that is absent goes, and what is written there. */
  abstract Edit insertion(String key, String value, String after);

  /** The whole file. */
  public byte[] bytes() {
    return text.bytes();
  }

  /** The text below it. */
  public String body() {
    return FrontMatterText.decode(text.file(), text.bytes(), text.bodyStart(), text.bytes().length);
  }

  /** The file's line that the body begins in. */
  public int bodyLine() {
    return text.bodyLine();
  }

  Optional<Span> span(String key) {
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
   * other bytes stay.
   *
   * @param values by key; a key that is absent gets a line of its own
   * @param after the key behind which a new one goes, where that is there
   * @throws Problem when a value cannot be put in without touching anything else
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
    byte[] bytes = text.bytes();
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 100);
    out.write(bytes, 0, text.start());
    int done = 0;
    for (Edit edit : edits) {
      out.writeBytes(utf8(text.source().substring(done, edit.from) + edit.text));
      done = edit.to;
    }
    int rest = text.start() + utf8(text.source().substring(0, done)).length;
    out.write(bytes, rest, bytes.length - rest);
    return out.toByteArray();
  }

  private static byte[] utf8(String characters) {
    return characters.getBytes(StandardCharsets.UTF_8);
  }

  /** The key of a value that another one changed, when it is none of these. */
  public Optional<String> changedBeside(Set<String> keys, FrontMatterFormat after) {
    return values.entrySet().stream()
        .filter(it -> !keys.contains(it.getKey()) && it.getValue().kind() != Span.Kind.TABLE)
        .filter(it -> after.span(it.getKey()).filter(it.getValue()::saysTheSame).isEmpty())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A front matter in TOML. */
  private static final class TomlMatter extends FrontMatterFormat {
    private static final Pattern TABLE = Pattern.compile("(?m)^[ \\t]*\\[");

    private TomlMatter(FrontMatterText text) {
      super(text, TomlReader.read(text.file(), text.source(), text.line()));
    }

    /** On a line of its own behind another value, else before the first table. */
    @Override
    Edit insertion(String key, String value, String after) {
      Optional<Span> before = span(after);
      if (before.isEmpty()) {
        Matcher table = TABLE.matcher(text.source());
        int at = table.find() ? table.start() : text.source().length();
        return new Edit(at, at, key + " = " + value + lineEnd());
      }
      Span span = before.get();
      int line = text.source().lastIndexOf('\n', span.key()) + 1;
      String written = text.source().substring(line, span.key());
      int end = text.source().indexOf('\n', span.to());
      String last = key.substring(key.lastIndexOf('.') + 1);
      if (!written.isBlank()) {
        // Inside of an inline table, which may not hold line ends.
        return new Edit(span.to(), span.to(), ", " + last + " = " + value);
      }
      int at = end < 0 ? text.source().length() : end + 1;
      String name = dotted(span) ? key : last;
      return new Edit(at, at, written + name + " = " + value + lineEnd());
    }

    /** Whether the key is written with the dots of its path. */
    private boolean dotted(Span span) {
      return text.source().substring(span.key(), span.from()).contains(".");
    }

    private String lineEnd() {
      return text.source().contains("\r\n") ? "\r\n" : "\n";
    }
  }
}
