package dev.zundacast.reading.number;

/**
 * A number found in a text.
 *
 * @param end offset behind it
 * @param spoken what an engine is sent for it; digits that engines read right stay digits
 */
public record NumberMatch(int end, String spoken) {}
