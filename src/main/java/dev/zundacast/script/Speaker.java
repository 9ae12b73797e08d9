package dev.zundacast.script;

import dev.zundacast.episode.Voice;
import dev.zundacast.script.speech.EndingVariation;
import dev.zundacast.script.speech.Reactions;
import dev.zundacast.script.speech.Styled;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One character of an episode and the words that it has.
 *
 * @param label the speaker written before its lines, "" for the one who opens the episode
 * @param voice who it is
 * @param template its fixed phrases
 * @param speech a sentence in its way of speaking
 * @param variation its other ends of sentences, by the choice to make
 * @param reactions what it says to an article
 */
record Speaker(
    String label,
    Voice voice,
    Template template,
    Function<String, Styled> speech,
    IntFunction<EndingVariation> variation,
    Reactions reactions) {}
