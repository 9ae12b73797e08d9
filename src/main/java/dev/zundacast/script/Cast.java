package dev.zundacast.script;

import dev.zundacast.episode.Voice;
import java.util.function.UnaryOperator;

/**
 * One character of an episode and the words that it has.
 *
 * @param label the speaker written before its lines, "" for the one who opens the episode
 * @param voice who it is
 * @param template its fixed phrases
 * @param speech a sentence in its way of speaking
 */
record Cast(String label, Voice voice, Template template, UnaryOperator<String> speech) {}
