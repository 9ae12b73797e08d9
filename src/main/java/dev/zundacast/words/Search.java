package dev.zundacast.words;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is looked for in sentences.
 *
 * @param pattern the expression, for what else is asked of it
 */
public record Search(Pattern pattern) {
  /**
   * A search for this expression.
   *
   * @throws java.util.regex.PatternSyntaxException when it is no expression
   */
  public static Search of(String regex) {
    return new Search(Pattern.compile(regex));
  }

  /** Whether it is found anywhere in the text. */
  public boolean in(String text) {
    return pattern.matcher(text).find();
  }

  /** Its first match; empty when there is none. */
  public Optional<Matcher> first(String text) {
    return Optional.of(pattern.matcher(text)).filter(Matcher::find);
  }

  /** All its matches in the text's order, as they stand there. */
  public List<String> all(String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Its match that begins at this place, which may look behind and ahead of it. */
  public Optional<Matcher> at(String text, int place) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    return Optional.of(matcher.region(place, text.length())).filter(Matcher::lookingAt);
  }

  /** The text with something in the place of its first match. */
  public String replaceFirst(String text, String replacement) {
    return pattern.matcher(text).replaceFirst(replacement);
  }

  /** The text with something in the place of each match. */
  public String replaceAll(String text, String replacement) {
    return pattern.matcher(text).replaceAll(replacement);
  }
}
