package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An AudioQuery's accent phrases to VOICEVOX's kana notation. The query's own kana are not it on
 * every engine: some leave the text there as it was sent.
 */
final class QueryKana {
  private static final String DEVOICED = "AIUEO";

  private QueryKana() {}

  /** The phrases of several queries, with a pause between two of them. */
  static String of(List<? extends JsonNode> queries) {
    return queries.stream().map(QueryKana::of).collect(Collectors.joining("、"));
  }

  private static String of(JsonNode query) {
    return phrases(query.path("accent_phrases")).replaceFirst("[、/]$", "");
  }

  /** Each phrase with what parts it from the next, / or 、, behind it. */
  static String phrases(JsonNode phrases) {
    return StreamSupport.stream(phrases.spliterator(), false)
        .map(QueryKana::phrase)
        .collect(Collectors.joining());
  }

  /** A mora's katakana, with _ before one that is whispered. */
  static String mora(JsonNode mora) {
    boolean devoiced = DEVOICED.contains(mora.path("vowel").asText());
    return (devoiced ? "_" : "") + mora.path("text").asText();
  }

  /** Whether pauses are moras of their phrases there. */
  static boolean hasPauseMoras(JsonNode query) {
    return StreamSupport.stream(query.path("accent_phrases").spliterator(), false)
        .flatMap(phrase -> StreamSupport.stream(phrase.path("moras").spliterator(), false))
        .anyMatch(AudioQueries::isPause);
  }

  private static String phrase(JsonNode phrase) {
    StringBuilder kana = new StringBuilder();
    int accent = phrase.path("accent").asInt();
    int position = 0;
    boolean paused = phrase.path("pause_mora").isObject();
    for (JsonNode mora : phrase.path("moras")) {
      position++;
      if (AudioQueries.isPause(mora)) {
        // Engines whose pauses are moras have them at the end of a phrase.
        paused = true;
        continue;
      }
      kana.append(mora(mora));
      kana.append(position == accent ? "'" : "");
    }
    kana.append(phrase.path("is_interrogative").asBoolean() ? "？" : "");
    return kana.append(paused ? '、' : '/').toString();
  }
}
