package dev.zundacast.audio;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.SpokenLine;

/**
 * A line that is heard.
 *
 * @param section where it stands
 * @param line the script's line
 * @param spoken what is said, by whom
 * @param clip its sound
 * @param silenceBefore milliseconds between the speech before it, or the start, and its own
 */
record Utterance(Section section, Line line, SpokenLine spoken, Clip clip, int silenceBefore) {}
