package dev.zundacast.reading;

import dev.zundacast.disk.Resource;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Brings characters into the forms that engines know, without touching words or signs. */
final class Characters {
  private static final Replacements FORMS = Replacements.of("forms.tsv");

  /** What the eye alone sees, and what is read instead. */
  private static final Replacements MARKS = Replacements.of("marks.tsv");

  private static final Pattern EMPTY_BRACKETS =
      Pattern.compile("\\(\\s*\\)|（\\s*）|「\\s*」|『\\s*』|\\[\\s*\\]|【\\s*】|<\\s*>|“\\s*”");

  /**
   * Full-width Latin, half-width kana, ligatures, Roman numerals in one sign, squared units,
   * mathematical letters, CJK doubles. Ⅰ stays: as a letter it would be the English word.
   */
  private static final Pattern COMPATIBILITY_FORM =
      Pattern.compile(
          "[０-９Ａ-Ｚａ-ｚ\\uFF65-\\uFF9F\\u2161-\\u217F\\u2460-\\u2473\\u3300-\\u33FF\\uF900-\\uFAFF"
              + "\\uFB00-\\uFB06\\x{1D400}-\\x{1D7FF}\\u2F00-\\u2FDF]");

  private Characters() {}

  /** The text composed, with half-width kana and full-width Latin made ordinary. */
  static String normal(String text) {
    String ordinary =
        COMPATIBILITY_FORM
            .matcher(FORMS.in(Normalizer.normalize(text, Normalizer.Form.NFC)))
            .replaceAll(it -> Normalizer.normalize(it.group(), Normalizer.Form.NFKC));
    // A half-width ﾞ or ﾟ has become a combining mark behind its kana.
    return Normalizer.normalize(ordinary, Normalizer.Form.NFC);
  }

  /** A text in these forms, without addresses and marks of Markdown and HTML. */
  static String spoken(String written) {
    String text = normal(written);
    String plain = MARKS.in(text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text);
    // Brackets may stand in brackets, so until none is left.
    for (String before = ""; !plain.equals(before); ) {
      before = plain;
      plain = EMPTY_BRACKETS.matcher(before).replaceAll("");
    }
    return plain;
  }

  /** What stands for each pattern of a table, one row after the other. */
  private record Replacements(List<Map.Entry<Pattern, String>> rows) {
    /** A table of this package: a pattern, and what stands for it. */
    static Replacements of(String table) {
      return new Replacements(
          Resource.rows(Characters.class, table).stream()
              .map(row -> row.split("\t", -1))
              .map(row -> Map.entry(Pattern.compile(row[0]), row[1]))
              .toList());
    }

    String in(String text) {
      String replaced = text;
      for (Map.Entry<Pattern, String> row : rows) {
        replaced = row.getKey().matcher(replaced).replaceAll(row.getValue());
      }
      return replaced;
    }
  }
}
