package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.DictionaryWord;
import java.text.Normalizer;

/** A word of a dictionary as the JSON that engines import. */
final class UserDictWord {
  private static final String SMALL_KANA = "ァィゥェォャュョヮ";

  private UserDictWord() {}

  static ObjectNode of(DictionaryWord word, int priority, int contextId) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("surface", fullWidth(word.surface())).put("priority", priority);
    json.put("context_id", contextId).put("part_of_speech", "名詞");
    json.put("part_of_speech_detail_1", "固有名詞").put("part_of_speech_detail_2", "一般");
    json.put("part_of_speech_detail_3", "*").put("inflectional_type", "*");
    json.put("inflectional_form", "*").put("stem", "*").put("yomi", word.reading());
    json.put("pronunciation", word.reading()).put("accent_type", word.accent());
    json.put("mora_count", morae(word.reading())).put("accent_associative_rule", "*");
    return json;
  }

  static int morae(String reading) {
    return (int) reading.chars().filter(c -> SMALL_KANA.indexOf(c) < 0).count();
  }

  /** Engines keep surfaces in full width. */
  private static String fullWidth(String surface) {
    StringBuilder wide = new StringBuilder();
    for (char c : Normalizer.normalize(surface, Normalizer.Form.NFKC).toCharArray()) {
      boolean ascii = c > ' ' && c < 0x7F;
      wide.append(ascii ? (char) (c + 0xFEE0) : c == ' ' ? '\u3000' : c);
    }
    return wide.toString();
  }
}
