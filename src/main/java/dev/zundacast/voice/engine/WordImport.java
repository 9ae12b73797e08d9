package dev.zundacast.voice.engine;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.voice.engine.EngineDictionary.Required;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Words into an engine's dictionary. Engines take all of them or none, and do not say which one
 * they refuse: it is found by halves, left out, and remembered with the engine's reason.
 */
final class WordImport {
  private final EngineClient client;
  private final Map<DictionaryWord, String> refused = new ConcurrentHashMap<>();
  private final Map<DictionaryWord, String> inQueries = new ConcurrentHashMap<>();

  WordImport(EngineClient client) {
    this.client = client;
  }

  /** The words that the engine refused, each with the engine's reason. */
  Map<DictionaryWord, String> refused() {
    Map<DictionaryWord, String> all = new LinkedHashMap<>(refused);
    all.putAll(inQueries);
    return all;
  }

  /** The engine took these words and has lost them. */
  void lost(List<DictionaryWord> words, String reason) {
    words.forEach(word -> refused.put(word, reason));
  }

  /** Whether the dictionary lacks words for it. */
  boolean hasRefused() {
    return !refused.isEmpty();
  }

  /** With these words in its dictionary the engine refused a query, and did not without them. */
  void refusedInQuery(List<DictionaryWord> words, EngineFault why) {
    words.forEach(word -> inQueries.put(word, String.valueOf(why.getMessage())));
  }

  /** Each word by itself, and, where there are several, all of them. */
  static List<List<DictionaryWord>> oneByOneThenAll(List<DictionaryWord> words) {
    List<List<DictionaryWord>> tries = new ArrayList<>();
    words.forEach(word -> tries.add(List.of(word)));
    if (words.size() > 1) {
      tries.add(words);
    }
    return tries;
  }

  /** The text as it is said, but written so that these words of the dictionary do not match it. */
  static String keptOut(String text, List<DictionaryWord> words) {
    String written = text;
    for (DictionaryWord word : words) {
      written = written.replace(word.surface(), hiragana(word.surface()));
    }
    return written;
  }

  private static String hiragana(String katakana) {
    StringBuilder hiragana = new StringBuilder();
    katakana.chars().forEach(c -> hiragana.append((char) (c >= 'ァ' && c <= 'ヶ' ? c - 0x60 : c)));
    return hiragana.toString();
  }

  /** What a run can have of the words that it requires. */
  Required accepted(Required required) {
    return required.without(refused.keySet());
  }

  /**
   * Writes these words but those that are refused.
   *
   * @throws EngineFault of kind REFUSED when it is all of several words
   */
  void write(List<DictionaryWord> words) throws IOException {
    boolean any = writeByHalves(words);
    if (!any && words.size() > 1) {
      String reason = String.valueOf(refused.get(words.get(0)));
      refused.keySet().removeAll(words);
      throw EngineFault.of(EngineFault.Kind.REFUSED, reason);
    }
  }

  /** Whether any word was taken. */
  private boolean writeByHalves(List<DictionaryWord> words) throws IOException {
    try {
      client.importWords(EngineDictionary.asJson(words));
      return true;
    } catch (EngineFault e) {
      if (e.kind() != EngineFault.Kind.REFUSED || e.isForbidden() || e.isMissingFeature()) {
        throw e;
      }
      if (words.size() == 1) {
        refused.put(words.get(0), String.valueOf(e.getMessage()));
        return false;
      }
    }
    int half = words.size() / 2;
    boolean first = writeByHalves(words.subList(0, half));
    return writeByHalves(words.subList(half, words.size())) || first;
  }
}
