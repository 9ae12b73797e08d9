package dev.zundacast.reading.number;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to write a number that engines misread, and how it is said.
 *
 * @param written what stands in the text; it may look behind and ahead
 * @param spoken the replacement, empty when the numbers make no sense for this rule (32:75 is no
 *     time)
 */
record Rule(Pattern written, Function<MatchResult, Optional<String>> spoken) {

  static Rule of(String written, Function<MatchResult, String> spoken) {
    return new Rule(Pattern.compile(written), found -> Optional.of(spoken.apply(found)));
  }

  static Rule when(String written, Function<MatchResult, Optional<String>> spoken) {
    return new Rule(Pattern.compile(written), spoken);
  }

  Optional<NumberMatch> at(String text, int from) {
    Matcher found = written.matcher(text).region(from, text.length()).useTransparentBounds(true);
    found.useAnchoringBounds(false);
    return found.lookingAt()
        ? spoken.apply(found).map(said -> new NumberMatch(found.end(), said))
        : Optional.empty();
  }
}
