package dev.zundacast.rewrite;

import java.util.Objects;

/**
 * What a model answered.
 *
 * @param cut whether the answer ended because it got too long
 * @param promptTokens what the question cost, 0 when the server does not say
 * @param completionTokens what the answer cost
 */
record Completion(String content, boolean cut, long promptTokens, long completionTokens) {
  Completion {
    Objects.requireNonNull(content);
  }
}
