package dev.zundacast.voice;

import dev.zundacast.episode.Progress;
import dev.zundacast.episode.QueryReview;
import java.util.Set;

/**
 * How a run of lines is spoken.
 *
 * @param remake ids of lines that are asked for again although their clips are there
 * @param review what compares the engine's understanding with what was meant
 * @param progress hears of each line that is there
 */
public record SpeakOptions(Set<String> remake, QueryReview review, Progress progress) {}
