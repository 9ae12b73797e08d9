package dev.zundacast.voice;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.SpokenLine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The dictionary entries that a run's lines ask for.
 *
 * @param words each once
 * @param texts every text of the run, which tells whose words are no longer wanted
 */
record WantedWords(List<DictionaryWord> words, Set<String> texts) {

  static WantedWords of(List<SpokenLine> lines) {
    // By a text: comparing records links them at run time, which a short run feels.
    Map<String, DictionaryWord> words = new LinkedHashMap<>();
    Set<String> texts = new LinkedHashSet<>();
    for (SpokenLine line : lines) {
      for (DictionaryWord word : line.words()) {
        words.putIfAbsent(
            String.join("\t", word.surface(), word.reading(), Integer.toString(word.accent())),
            word);
      }
      texts.add(line.spoken());
    }
    return new WantedWords(List.copyOf(words.values()), texts);
  }
}
