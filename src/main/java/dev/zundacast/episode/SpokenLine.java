package dev.zundacast.episode;

import java.util.List;

/**
 * A line with the text that an engine is sent for it.
 *
 * @param line the script's line
 * @param voice who speaks it
 * @param spoken plain text for {@code /audio_query}, "" when nothing of the line can be spoken
 * @param words dictionary entries that touch the spoken text; part of the clip's identity
 */
public record SpokenLine(Line line, Voice voice, String spoken, List<DictionaryWord> words) {

  public SpokenLine {
    words = List.copyOf(words);
  }
}
