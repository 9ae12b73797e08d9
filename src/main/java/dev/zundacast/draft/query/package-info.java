/**
 * What an engine's clients send and get: accent phrases, moras, audio queries, the kana notation.
 */
@NullMarked
package dev.zundacast.draft.query;

import org.jspecify.annotations.NullMarked;
