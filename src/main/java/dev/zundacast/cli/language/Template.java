package dev.zundacast.cli.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An English text with gaps, and the same in another language. {@code {1}} is a gap, {@code {1!}}
 * one whose own text is translated, too, and {@code <s>} may be there or not.
 *
 * @param longest the longest piece between gaps, without which nothing fits
 * @param english what fits
 * @param other the translation with the same gaps
 * @param letters how much of the text is given
 */
record Template(String longest, Pattern english, String other, int letters) {
  private static final Pattern GAP = Pattern.compile("\\{(\\d)(!?)\\}|<(e?s)>");

  static boolean isOne(String english) {
    return GAP.matcher(english).find();
  }

  static Template of(String english, String other) {
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
    return new Template(
        longest, Pattern.compile(regex.toString(), Pattern.DOTALL), other, letters + end.length());
  }

  private static String gap(Matcher gap) {
    return gap.group(1) == null
        ? "(?:" + Pattern.quote(gap.group(3)) + ")?"
        : "(?<g" + gap.group(1) + ">.+?)";
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
