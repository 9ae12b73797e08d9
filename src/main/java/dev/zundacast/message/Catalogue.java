package dev.zundacast.message;

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
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sentences without a key to those of another language, by their words: what libraries say of
 * files, comments and rows of the program's own files, and what was kept as text. {@code ja.tsv}
 * has the English with {@code {1}}, {@code {2}} … for what differs, and the translation with them.
 */
public final class Catalogue {
  private final Map<String, String> whole = new HashMap<>();
  private final List<GappedText> templates = new ArrayList<>();

  private Catalogue(List<String> rows) {
    for (String row : rows) {
      int tab = row.indexOf('\t');
      if (tab < 0) {
        continue;
      }
      String english = row.substring(0, tab).strip();
      String other = row.substring(tab + 1).strip();
      if (GappedText.isOne(english)) {
        templates.add(GappedText.of(english, other));
      } else {
        whole.put(english, other);
      }
    }
    // What says more is tried first.
    templates.sort(Comparator.comparingInt(GappedText::letters).reversed());
  }

  /** Read when the first text is asked for, and never by a run in English. */
  private static final class Japanese {
    private static final Catalogue CATALOGUE = new Catalogue(rows());
  }

  private static List<String> rows() {
    try (InputStream in =
        Objects.requireNonNull(Catalogue.class.getResourceAsStream("ja.tsv"), "ja.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(it -> !it.isBlank() && !it.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Japanese one. */
  public static Catalogue japanese() {
    return Japanese.CATALOGUE;
  }

  /** The translation, line by line; a line that the table does not have stays as it is. */
  public String of(String english) {
    return Stream.of(english.split("\n", -1))
        .map(line -> find(line).or(() -> behindName(line)).orElse(line))
        .collect(Collectors.joining("\n"));
  }

  /** The translation of what is said of a file or a line that stands before it. */
  private Optional<String> behindName(String line) {
    int said = line.indexOf(' ', indent(line).length()) + 1;
    String name = line.substring(0, said);
    return name.endsWith(": ")
        ? find(line.substring(said)).map(found -> name + found)
        : Optional.empty();
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

  /**
   * An English text with gaps, and the same in another language. {@code {1}} is a gap, {@code {1!}}
   * one whose own text is translated, too, and {@code <s>} may be there or not. A first gap holds
   * no colon with a space, or it would take the name of a file with the message behind it.
   *
   * @param longest the longest piece between gaps, without which nothing fits
   * @param english what fits
   * @param other the translation with the same gaps
   * @param letters how much of the text is given
   */
  private record GappedText(String longest, Pattern english, String other, int letters) {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)(!?)\\}|<(e?s)>");

    static boolean isOne(String english) {
      return GAP.matcher(english).find();
    }

    static GappedText of(String english, String other) {
      Matcher gap = GAP.matcher(english);
      StringBuilder regex = new StringBuilder();
      String longest = "";
      int letters = 0;
      int from = 0;
      while (gap.find()) {
        String piece = english.substring(from, gap.start());
        longest = piece.length() > longest.length() ? piece : longest;
        letters += piece.length();
        regex.append(Pattern.quote(piece)).append(gap(gap));
        from = gap.end();
      }
      String end = english.substring(from);
      longest = end.length() > longest.length() ? end : longest;
      regex.append(Pattern.quote(end));
      return new GappedText(
          longest,
          Pattern.compile(regex.toString(), Pattern.DOTALL),
          other,
          letters + end.length());
    }

    private static String gap(Matcher gap) {
      if (gap.group(1) == null) {
        return "(?:" + Pattern.quote(gap.group(3)) + ")?";
      }
      boolean isName = gap.start() == 0 && gap.group(2).isEmpty();
      return "(?<g" + gap.group(1) + (isName ? ">(?:(?!: ).)+?)" : ">.+?)");
    }

    /** The translation of a text that fits. */
    Optional<String> fill(String text, UnaryOperator<String> translation) {
      if (!text.contains(longest)) {
        return Optional.empty();
      }
      Matcher fits = english.matcher(text);
      return fits.matches() ? Optional.of(filled(fits, translation)) : Optional.empty();
    }

    private String filled(Matcher fits, UnaryOperator<String> translation) {
      Matcher gap = GAP.matcher(other);
      List<String> pieces = new ArrayList<>();
      int from = 0;
      while (gap.find()) {
        pieces.add(other.substring(from, gap.start()));
        if (gap.group(1) == null) {
          pieces.add(gap.group());
        } else {
          String there = fits.group("g" + gap.group(1));
          pieces.add(gap.group(2).isEmpty() ? there : translation.apply(there));
        }
        from = gap.end();
      }
      pieces.add(other.substring(from));
      return String.join("", pieces);
    }
  }
}
