package dev.zundacast.pipeline;

import dev.zundacast.episode.Diagnostic;

/**
 * Something that should not be published as it is.
 *
 * @param rule which rule found it, in a word
 * @param place file, line, what was found, and how to mend it
 */
public record CheckFinding(String rule, Diagnostic place) {}
