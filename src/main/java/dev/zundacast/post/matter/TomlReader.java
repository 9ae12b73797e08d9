package dev.zundacast.post.matter;

import dev.zundacast.episode.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * TOML 1.0 to its values, each with the characters that it is written in, which no TOML library
 * tells: a value can then be replaced without touching anything else. Tables of a list are numbered
 * in the keys: {@code links.0.title}.
 */
final class TomlReader {
  private final Path file;
  private final String text;
  private final int line;
  private final TomlScanner in;
  private final Map<String, Span> values = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> tables = new HashSet<>();
  private String table = "";

  private TomlReader(Path file, String text, int line) {
    this.file = file;
    this.text = text;
    this.line = line;
    this.in = new TomlScanner(text, this::wrong);
  }

  /**
   * Reads a text whose first line has this number in the file.
   *
   * @throws Problem with its place when it is no TOML or holds a key twice
   */
  static Map<String, Span> read(Path file, String text, int line) {
    TomlReader reader = new TomlReader(file, text, line);
    reader.document();
    return reader.values;
  }

  private void document() {
    in.skipLines();
    while (!in.atEnd()) {
      if (in.take("[[")) {
        nextOfList(key("]]"));
      } else if (in.take("[")) {
        open(key("]"));
      } else {
        pair(table);
      }
      in.endLine();
      in.skipLines();
    }
  }

  private List<String> key(String close) {
    in.skipSpaces();
    List<String> key = in.key();
    in.require(close);
    return key;
  }

  private void open(List<String> key) {
    table = path("", key) + ".";
    if (!tables.add(table)) {
      throw wrong(in.position(), "the table [" + String.join(".", key) + "] stands twice");
    }
  }

  private void nextOfList(List<String> key) {
    String last = key.get(key.size() - 1);
    String outer = key.size() == 1 ? "" : path("", key.subList(0, key.size() - 1)) + ".";
    int number = counts.merge(outer + last, 1, Integer::sum) - 1;
    table = outer + last + "." + number + ".";
  }

  /** The path of a key, through the newest table of each list that it leads through. */
  private String path(String outer, List<String> key) {
    String path = outer;
    for (String part : key) {
      if (!path.isEmpty() && !path.endsWith(".")) {
        path += ".";
      }
      path += part;
      Integer count = counts.get(path);
      if (count != null) {
        path += "." + (count - 1);
      }
    }
    return path;
  }

  private void pair(String outer) {
    int start = in.position();
    List<String> key = in.key();
    in.require("=");
    in.skipSpaces();
    String path = path(outer, key);
    Span first = values.get(path);
    if (first != null) {
      throw twice(path, start, first);
    }
    values.put(path, value(path, start));
  }

  private Problem twice(String path, int start, Span first) {
    int before = line + (int) text.substring(0, first.key()).chars().filter(c -> c == '\n').count();
    String what = "the key '" + path + "' stands twice, first in line " + before;
    return Problem.in(
        SpannedText.at(file, text, line, start, what).withNext("remove one of the two"));
  }

  private Span value(String path, int key) {
    int from = in.position();
    if (in.take("{")) {
      inlineTable(path + ".");
      return new Span(Span.Kind.TABLE, "", List.of(), key, from, in.position());
    }
    if (in.take("[")) {
      List<String> items = list(path);
      String written = text.substring(from, in.position());
      return new Span(Span.Kind.LIST, written, items, key, from, in.position());
    }
    Span.Kind kind = in.isQuote() ? Span.Kind.TEXT : Span.Kind.PLAIN;
    String said = kind == Span.Kind.TEXT ? in.quoted() : in.plain();
    return new Span(kind, said, List.of(), key, from, in.position());
  }

  private void inlineTable(String path) {
    in.skipSpaces();
    if (in.take("}")) {
      return;
    }
    do {
      in.skipSpaces();
      pair(path);
      in.skipSpaces();
    } while (in.take(","));
    in.require("}");
  }

  /** The single values of a list; what is in its tables and lists is read for its end alone. */
  private List<String> list(String path) {
    List<String> items = new ArrayList<>();
    in.skipLines();
    for (int number = 0; !in.take("]"); number++) {
      Span item = value(path + "." + number, in.position());
      if (item.isSingle()) {
        items.add(item.text());
      }
      in.skipLines();
      if (!in.take(",")) {
        in.require("]");
        return items;
      }
      in.skipLines();
    }
    return items;
  }

  private Problem wrong(int offset, String what) {
    return Problem.in(
        SpannedText.at(file, text, line, offset, "the front matter is not valid TOML: " + what)
            .withNext("write values like: title = \"…\""));
  }
}
