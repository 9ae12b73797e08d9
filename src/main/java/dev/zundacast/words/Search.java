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
 * @param needs words of which one stands wherever it is found, none where that is not known
 */
public record Search(Pattern pattern, List<String> needs) {
  public Search {
    needs = List.copyOf(needs);
  }

  /**
   * A search for this expression.
   *
   * @throws java.util.regex.PatternSyntaxException when it is no expression
   */
  public static Search of(String regex) {
    return new Search(Pattern.compile(regex), Literals.of(regex));
  }

  /** Whether it is found anywhere in the text. */
  public boolean in(String text) {
    return mayBeIn(text) && pattern.matcher(text).find();
  }

  private boolean mayBeIn(String text) {
    for (String need : needs) {
      if (text.contains(need)) {
        return true;
      }
    }
    return needs.isEmpty();
  }

  /** Its first match; empty when there is none. */
  public Optional<Matcher> first(String text) {
    return Optional.of(pattern.matcher(text)).filter(it -> mayBeIn(text) && it.find());
  }

  /** All its matches in the text's order, as they stand there. */
  public List<String> all(String text) {
    return mayBeIn(text)
        ? pattern.matcher(text).results().map(MatchResult::group).toList()
        : List.of();
  }

  /** Its match that begins at this place, which may look behind and ahead of it. */
  public Optional<Matcher> at(String text, int place) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    return Optional.of(matcher.region(place, text.length())).filter(Matcher::lookingAt);
  }

  /** The text with something in the place of its first match. */
  public String replaceFirst(String text, String replacement) {
    return mayBeIn(text) ? pattern.matcher(text).replaceFirst(replacement) : text;
  }

  /** The text with something in the place of each match. */
  public String replaceAll(String text, String replacement) {
    return mayBeIn(text) ? pattern.matcher(text).replaceAll(replacement) : text;
  }
}
