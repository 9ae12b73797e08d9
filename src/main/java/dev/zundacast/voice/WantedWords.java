package dev.zundacast.voice;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.SpokenLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The dictionary entries that a run's lines ask for.
 *
 * @param words each once
 * @param texts every text of the run, which tells whose words are no longer wanted
 */
record WantedWords(Set<DictionaryWord> words, Set<String> texts) {

  static WantedWords of(List<SpokenLine> lines) {
    Set<DictionaryWord> words = new LinkedHashSet<>();
    Set<String> texts = new LinkedHashSet<>();
    for (SpokenLine line : lines) {
      words.addAll(line.words());
      texts.add(line.spoken());
    }
    return new WantedWords(words, texts);
  }
}
