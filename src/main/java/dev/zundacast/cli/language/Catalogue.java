package dev.zundacast.cli.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * English texts to those of another language, by one table: {@code ja.tsv} has the English with
 * {@code {1}}, {@code {2}} … for what differs from run to run, and the translation with the same.
 */
public final class Catalogue {
  private final Map<String, String> whole = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();

  private Catalogue(List<String> rows) {
    for (String row : rows) {
      int tab = row.indexOf('\t');
      if (tab < 0 || row.startsWith("#")) {
        continue;
      }
      String english = row.substring(0, tab).strip();
      String other = row.substring(tab + 1).strip();
      if (Template.isOne(english)) {
        templates.add(Template.of(english, other));
      } else {
        whole.put(english, other);
      }
    }
    // What says more is tried first.
    templates.sort(Comparator.comparingInt(Template::letters).reversed());
  }

  /** Read when the first text is asked for, and never by a run in English. */
  private static final class Japanese {
    private static final Catalogue CATALOGUE = new Catalogue(rows("ja.tsv"));
  }

  /** The Japanese one. */
  public static Catalogue japanese() {
    return Japanese.CATALOGUE;
  }

  private static List<String> rows(String name) {
    try (InputStream file = Catalogue.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The translation, line by line; a line that the table does not have stays as it is. */
  public String of(String english) {
    if (english.indexOf('\n') < 0) {
      return find(english).orElse(english);
    }
    StringBuilder all = new StringBuilder();
    for (String line : english.split("\n", -1)) {
      all.append(all.isEmpty() ? "" : "\n").append(find(line).orElse(line));
    }
    return all.toString();
  }

  /** What stands before a text: spaces, and the signs of a comment in a file. */
  private static String indent(String line) {
    int from = 0;
    while (from < line.length() && (line.charAt(from) == ' ' || line.charAt(from) == '#')) {
      from++;
    }
    return line.substring(0, from);
  }

  /** The translation of one line, where the table has it. */
  public Optional<String> find(String english) {
    String indent = indent(english);
    String text = english.substring(indent.length()).strip();
    String end = english.substring(english.stripTrailing().length());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String same = whole.get(text);
    return same != null
        ? Optional.of(indent + same + end)
        : templates.stream()
            .flatMap(template -> template.fill(text, this::of).stream())
            .findFirst()
            .map(found -> indent + found + end);
  }
}
