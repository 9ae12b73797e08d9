package dev.zundacast.episode;

import java.util.Map;

/**
 * Which articles of a post are said in a language model's words.
 *
 * @param memory what holds for the articles that are not named
 * @param accepted by {@link RewriteSource#article}, the words
 * @param refused by the same, why the rules' own words are said
 */
public record Rewrites(Memory memory, Map<String, Rewrite> accepted, Map<String, String> refused) {

  /** Nobody was asked: what the script remembers of an unchanged article is said. */
  public static final Rewrites REMEMBERED = new Rewrites(Memory.KEPT, Map.of(), Map.of());

  /** Every article in the rules' own words. */
  public static final Rewrites NONE = new Rewrites(Memory.DROPPED, Map.of(), Map.of());

  /** What becomes of the rewrites that a script holds. */
  public enum Memory {
    KEPT,
    DROPPED
  }

  public Rewrites {
    accepted = Map.copyOf(accepted);
    refused = Map.copyOf(refused);
  }
}
