package dev.zundacast.script.length;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How much of a post is said.
 *
 * @param maxSentences most sentences of one article
 * @param minutes of its articles, 0 for all; without it as long as the shows are that people listen
 *     to, but where sentences are counted
 */
public record Length(OptionalInt maxSentences, OptionalDouble minutes) {
  /** The median of 222 episodes that were published is 7.4 minutes. */
  private static final double USUAL = 8;

  /** Characters that are said in a second: eight minutes are some 2,750 of them. */
  private static final double A_SECOND = 5.75;

  /** How long the articles may take, without end where everything is said. */
  public double seconds() {
    double wanted = minutes.orElse(maxSentences.isPresent() ? 0 : USUAL);
    return wanted == 0 ? Double.MAX_VALUE : wanted * 60;
  }

  /** Most sentences of one article. */
  public int sentences() {
    return maxSentences.orElse(Integer.MAX_VALUE);
  }

  /** How many characters of its articles an episode says. */
  public int characters() {
    double seconds = seconds();
    return seconds == Double.MAX_VALUE ? Integer.MAX_VALUE : (int) (seconds * A_SECOND);
  }
}
