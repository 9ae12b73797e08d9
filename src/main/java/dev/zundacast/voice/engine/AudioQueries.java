package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What an engine's AudioQuery says, and the same query with a voice's parameters in it. */
final class AudioQueries {
  private static final double FRAMES_PER_SECOND = 93.75;

  /** What interrogative upspeak adds to a phrase that asks, in seconds. */
  private static final double UPSPEAK = 0.15;

  private AudioQueries() {}

  /**
   * The query with the voice's scales, mono at {@code rate}; every other field stays as it came,
   * since engines keep things of their own in it.
   */
  static ObjectNode with(ObjectNode query, Voice.Parameters voice, int rate) {
    ObjectNode changed = query.deepCopy();
    changed.put("speedScale", voice.speed());
    changed.put("pitchScale", voice.pitch());
    changed.put("intonationScale", voice.intonation());
    changed.put("volumeScale", voice.volume());
    if (query.has("pauseLengthScale")) {
      changed.put("pauseLengthScale", voice.pauseScale());
    }
    changed.put("outputSamplingRate", rate);
    changed.put("outputStereo", false);
    return changed;
  }

  /** The morae of each accent phrase; a phrase that a pause follows ends with 、. */
  static List<String> phrases(JsonNode query) {
    List<String> phrases = new ArrayList<>();
    for (JsonNode phrase : query.path("accent_phrases")) {
      StringBuilder morae = new StringBuilder();
      phrase.path("moras").forEach(mora -> morae.append(isPause(mora) ? "、" : text(mora)));
      if (phrase.path("pause_mora").isObject()) {
        morae.append('、');
      }
      phrases.add(morae.toString());
    }
    return phrases;
  }

  private static String text(JsonNode mora) {
    return mora.path("text").asText();
  }

  static boolean isPause(JsonNode mora) {
    return mora.path("vowel").asText().equals("pau");
  }

  /** Whether the engine found anything to say. */
  static boolean hasWords(JsonNode query) {
    for (JsonNode phrase : query.path("accent_phrases")) {
      for (JsonNode mora : phrase.path("moras")) {
        if (!isPause(mora)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * How many seconds the query will sound, as VOICEVOX counts its frames; empty for engines that
   * decide on lengths only while they speak, and say 0 for every mora.
   */
  static OptionalDouble seconds(JsonNode query) {
    Count count = new Count(query);
    if (count.speed <= 0 || count.spoken == 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(count.frames / FRAMES_PER_SECOND);
  }

  /** The longest silence that the query asks for, in seconds. */
  static double longestPause(JsonNode query) {
    return new Count(query).longestPause;
  }

  /** One walk over a query's lengths. */
  private static final class Count {
    private final double speed;
    private final JsonNode query;
    private long frames;
    private long spoken;
    private double longestPause;

    Count(JsonNode query) {
      this.query = query;
      speed = query.path("speedScale").asDouble(1);
      frames += frames(query.path("prePhonemeLength")) + frames(query.path("postPhonemeLength"));
      query.path("accent_phrases").forEach(this::phrase);
    }

    private void phrase(JsonNode phrase) {
      JsonNode last = null;
      for (JsonNode mora : phrase.path("moras")) {
        long length = frames(mora.path("consonant_length")) + frames(mora.path("vowel_length"));
        spoken += isPause(mora) ? 0 : length;
        frames += length;
        last = mora;
      }
      boolean asks = phrase.path("is_interrogative").asBoolean();
      if (asks && last != null && last.path("pitch").asDouble() > 0) {
        frames += round(UPSPEAK);
      }
      pause(phrase.path("pause_mora").path("vowel_length"));
    }

    private void pause(JsonNode length) {
      if (!length.isNumber()) {
        return;
      }
      JsonNode fixed = query.path("pauseLength");
      double seconds = fixed.isNumber() ? fixed.asDouble() : length.asDouble();
      seconds *= query.path("pauseLengthScale").asDouble(1);
      frames += round(seconds);
      longestPause = Math.max(longestPause, seconds / speed);
    }

    private long frames(JsonNode seconds) {
      return round(seconds.asDouble(0));
    }

    private long round(double seconds) {
      return Math.round(Math.rint(seconds / speed * FRAMES_PER_SECOND));
    }
  }
}
