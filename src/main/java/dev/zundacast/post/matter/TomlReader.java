package dev.zundacast.post.matter;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * TOML to its values, each with the characters that it is written in: the library tells where a key
 * begins, from which its value is found. Tables of a list are numbered in the keys: {@code
 * links.0.title}.
 */
final class TomlReader {
  /**
   * A text in any of the four kinds of quotes; up to two may stand before three that close it. No
   * loop gives anything back, so that long texts need no stack.
   */
  private static final String QUOTED =
      "\"\"\"(?:[^\"\\\\]++|\\\\.|\"{1,2}+(?!\"))*+\"{3,5}+|'''(?:[^']++|'{1,2}+(?!'))*+'{3,5}+"
          + "|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"|'[^'\\n]*+'";

  private static final Pattern KEY =
      Pattern.compile("((?:" + QUOTED + "|[^=\"'\\n]++)*+)=[ \\t]*", Pattern.DOTALL);

  private static final Pattern SINGLE =
      Pattern.compile(QUOTED + "|[^,\\]}#\\r\\n]*[^,\\]}#\\s]", Pattern.DOTALL);

  /** What a list or a table inside of a line consists of. */
  private static final Pattern PIECE =
      Pattern.compile(QUOTED + "|#[^\\n]*|[\\[\\]{}]|.", Pattern.DOTALL);

  /** How deep lists, tables and keys may lie in others: a post's lie in two or three. */
  private static final int DEEPEST = 50;

  private final String text;
  private final int first;
  private final int[] begins;
  private final Map<String, Span> values = new LinkedHashMap<>();

  private TomlReader(String text, int first) {
    this.text = text;
    this.first = first;
    IntStream ends = IntStream.range(0, text.length()).filter(it -> text.charAt(it) == '\n');
    this.begins = IntStream.concat(IntStream.of(0), ends.map(end -> end + 1)).toArray();
  }

  /** Reads a text whose first line has this number in the file; a problem with its place. */
  static Map<String, Span> read(Path file, String text, int line) {
    int deep = tooDeep(text);
    if (deep >= 0) {
      Message what = Message.of("frontMatter.deepToml");
      throw wrong(FrontMatterText.at(file, text, line, deep, what));
    }
    // The library's messages name lines of the file, too.
    TomlParseResult toml = Toml.parse("\n".repeat(line - 1) + text);
    TomlReader reader = new TomlReader(text, line);
    if (toml.hasErrors()) {
      TomlParseError first = toml.errors().get(0);
      Message what =
          Message.of("frontMatter.noToml", Message.library(String.valueOf(first.getMessage())));
      throw wrong(FrontMatterText.at(file, text, line, reader.offset(first.position()), what));
    }
    reader.table("", toml);
    return reader.values;
  }

  private static Problem wrong(Diagnostic found) {
    return Problem.in(found.withNext("frontMatter.writeToml"));
  }

  /** Where reading it begins to need more stack than there may be, -1 when nowhere. */
  private static int tooDeep(String text) {
    Matcher piece = PIECE.matcher(text);
    int open = 0;
    int dots = 0;
    while (piece.find()) {
      char first = text.charAt(piece.start());
      open += opened(first);
      dots = first == '.' ? dots + 1 : "=,\n".indexOf(first) >= 0 ? 0 : dots;
      if (open > DEEPEST || dots > DEEPEST) {
        return piece.start();
      }
    }
    return -1;
  }

  private static int opened(char piece) {
    return piece == '[' || piece == '{' ? 1 : piece == ']' || piece == '}' ? -1 : 0;
  }

  private void table(String path, TomlTable table) {
    for (String name : table.keySet()) {
      Object value = Objects.requireNonNull(table.get(List.of(name)));
      written(path + name, name, value, offset(table.inputPositionOf(List.of(name))));
      if (value instanceof TomlTable inner) {
        table(path + name + ".", inner);
      } else if (value instanceof TomlArray list) {
        for (int i = 0; i < list.size(); i++) {
          if (list.get(i) instanceof TomlTable inner) {
            table(path + name + "." + i + ".", inner);
          }
        }
      }
    }
  }

  /** Keeps a value that is written behind its key; tables with a head of their own have none. */
  private void written(String path, String name, Object value, int key) {
    Matcher before = KEY.matcher(text).region(key, text.length());
    if (text.charAt(key) == '[' || !before.lookingAt()) {
      return;
    }
    int from = before.end();
    if (value instanceof TomlTable) {
      // The table before a dot is the key's, not the value's.
      String keys = before.group(1).strip().replaceAll("[\"']$", "");
      if (text.charAt(from) == '{' && keys.endsWith(name)) {
        values.put(path, new Span(Span.Kind.TABLE, "", List.of(), key, from, closed(from)));
      }
    } else if (value instanceof TomlArray list) {
      int to = closed(from);
      values.put(
          path, new Span(Span.Kind.LIST, text.substring(from, to), items(list), key, from, to));
    } else {
      Matcher single = SINGLE.matcher(text).region(from, text.length());
      int to = single.lookingAt() ? single.end() : from;
      values.put(
          path,
          value instanceof String said
              ? new Span(Span.Kind.TEXT, said, List.of(), key, from, to)
              : new Span(Span.Kind.PLAIN, text.substring(from, to), List.of(), key, from, to));
    }
  }

  private static List<String> items(TomlArray list) {
    return list.toList().stream()
        .filter(item -> !(item instanceof TomlTable || item instanceof TomlArray))
        .map(String::valueOf)
        .toList();
  }

  /** The character behind the bracket that closes the one here. */
  private int closed(int from) {
    Matcher piece = PIECE.matcher(text).region(from, text.length());
    int open = 0;
    while (piece.find()) {
      open += opened(text.charAt(piece.start()));
      if (open == 0) {
        return piece.end();
      }
    }
    return text.length();
  }

  /** The character of a place, which the library counts in code points. */
  private int offset(@Nullable TomlPosition place) {
    if (place == null) {
      return 0;
    }
    int line = Math.min(place.line() - first, begins.length - 1);
    int begin = begins[line];
    int end = line + 1 < begins.length ? begins[line + 1] - 1 : text.length();
    int points = Math.min(place.column() - 1, text.codePointCount(begin, end));
    return text.offsetByCodePoints(begin, points);
  }
}
