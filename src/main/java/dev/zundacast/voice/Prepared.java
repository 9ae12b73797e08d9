package dev.zundacast.voice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An utterance that can be spoken at once.
 *
 * @param utterance what is said
 * @param by the engine that was asked
 * @param role who speaks
 * @param queries the query of each part
 */
record Prepared(Utterance utterance, PoolEngine by, Role role, List<ObjectNode> queries) {

  /** Whether {@code engine} would ask for the same, word for word. */
  boolean isFor(PoolEngine engine) {
    return by == engine
        || (by.info().speaksLike(engine.info())
            && by.roster().role(utterance.line()).equals(engine.roster().role(utterance.line())));
  }
}
