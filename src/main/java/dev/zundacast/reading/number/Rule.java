package dev.zundacast.reading.number;

import dev.zundacast.reading.number.NumberReader.NumberMatch;
import dev.zundacast.words.Search;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;

/**
 * One way to write a number that engines misread, and how it is said.
 *
 * @param written what stands in the text; it may look behind and ahead
 * @param spoken the replacement, empty when the numbers make no sense for this rule (32:75 is no
 *     time)
 */
record Rule(Search written, Function<MatchResult, Optional<String>> spoken) {

  static Rule of(String written, Function<MatchResult, String> spoken) {
    return new Rule(Search.of(written), found -> Optional.of(spoken.apply(found)));
  }

  static Rule when(String written, Function<MatchResult, Optional<String>> spoken) {
    return new Rule(Search.of(written), spoken);
  }

  Optional<NumberMatch> at(String text, int from) {
    return written
        .at(text, from)
        .flatMap(found -> spoken.apply(found).map(said -> new NumberMatch(found.end(), said)));
  }
}
