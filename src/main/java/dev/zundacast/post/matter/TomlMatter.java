package dev.zundacast.post.matter;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A front matter in TOML. */
record TomlMatter(SpannedText text, int bodyStart, int bodyLine) implements SplicedMatter {
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

  @Override
  public Optional<String> changedBeside(Set<String> keys, Matter after) {
    return changed(keys, after, "+++");
  }
}
