package dev.zundacast.reading;

/**
 * A place where an engine's answer differs from the reading that was meant.
 *
 * @param found what is wrong, for a person
 * @param write the whole spoken text that mends it, "" when only a person can tell
 */
public record Misreading(String found, String write) {}
