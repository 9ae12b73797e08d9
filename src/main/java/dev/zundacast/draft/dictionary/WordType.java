package dev.zundacast.draft.dictionary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of words that can be added: part of speech, connections, cost by priority. */
public enum WordType {
  PROPER_NOUN(1348, "名詞,固有名詞,一般,*", "-988 3488 4768 6048 7328 8609 8734 8859 8984 9110 14176"),

  COMMON_NOUN(1345, "名詞,一般,*,*", "-4445 49 1473 2897 4321 5746 6554 7362 8170 8979 15001"),
  VERB(642, "動詞,自立,*,*", "3100 6160 6360 6561 6761 6962 7414 7866 8318 8771 13433"),
  ADJECTIVE(20, "形容詞,自立,*,*", "1527 3266 3561 3857 4153 4449 5149 5849 6549 7250 10001"),
  SUFFIX(1358, "名詞,接尾,一般,*", "4399 5373 6041 6710 7378 8047 9440 10834 12228 13622 15847");

  /** The priority of a word that names none. */
  public static final int USUAL_PRIORITY = 5;

  public static final int HIGHEST_PRIORITY = 10;

  private final int contextId;
  private final String speech;
  private final String costs;

  /** {@code costs} go from the highest priority to the lowest. */
  WordType(int contextId, String speech, String costs) {
    this.contextId = contextId;
    this.speech = speech;
    this.costs = costs;
  }

  public int contextId() {
    return contextId;
  }

  /** Part of speech and its three details. */
  public List<String> speech() {
    return List.of(speech.split(","));
  }

  /** The lower, the likelier the word is taken. */
  int cost(int priority) {
    return Integer.parseInt(costs.split(" ", -1)[HIGHEST_PRIORITY - priority]);
  }

  /** Whether the accent of such a word may join that of the word before by this rule. */
  boolean allows(String accentRule) {
    return accentRule.equals("*") || (speech.startsWith("名詞") && accentRule.matches("C[1-5]"));
  }

  /** The kind of words with this context. */
  public static Optional<WordType> ofContext(int contextId) {
    return Stream.of(values()).filter(type -> type.contextId == contextId).findFirst();
  }
}
