package dev.zundacast.episode;

import java.util.List;

/**
 * A line with the text that an engine is sent for it, "" when nothing of it can be spoken, and the
 * dictionary entries that touch that text; both are part of the clip's identity.
 */
public record SpokenLine(Line line, Voice voice, String spoken, List<DictionaryWord> words) {

  public SpokenLine {
    words = List.copyOf(words);
  }
}
