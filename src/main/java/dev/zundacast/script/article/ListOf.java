package dev.zundacast.script.article;

import java.util.List;
import java.util.OptionalInt;

/**
 * A list of an article by the places of its statements.
 *
 * @param lead what leads to it
 * @param items the statements of each item
 * @param names the one statement that says the names of all items
 */
record ListOf(OptionalInt lead, List<List<Integer>> items, OptionalInt names) {}
