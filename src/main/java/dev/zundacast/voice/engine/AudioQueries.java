package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Voice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an engine's AudioQuery says, and the same query with a voice's parameters in it. */
final class AudioQueries {
  private static final double FRAMES_PER_SECOND = 93.75;

  /** What interrogative upspeak adds to a phrase that asks, in seconds. */
  private static final double UPSPEAK = 0.15;

  /** Where the pitch of VOICEVOX's editor begins; 0 would be a whispered mora. */
  private static final double LOWEST_PITCH = 3;

  private static final String DEVOICED = "AIUEO";

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

  /**
   * The query with what is set of its single moras; as it is where an engine made other moras of
   * it. What is whispered has no pitch.
   */
  static ObjectNode with(ObjectNode query, List<KanaNotation.Mora> set) {
    List<ObjectNode> moras =
        moras(query).filter(mora -> !isPause(mora)).map(ObjectNode.class::cast).toList();
    for (int i = 0; moras.size() == set.size() && i < moras.size(); i++) {
      ObjectNode mora = moras.get(i);
      double pitch = mora.path("pitch").asDouble();
      if (pitch > 0 && set.get(i).pitch() != 0) {
        mora.put("pitch", Math.max(LOWEST_PITCH, pitch + set.get(i).pitch()));
      }
      for (String length : List.of("consonant_length", "vowel_length")) {
        if (mora.path(length).isNumber() && set.get(i).length() != 1) {
          mora.put(length, mora.path(length).asDouble() * set.get(i).length());
        }
      }
    }
    return query;
  }

  /** The morae of each accent phrase; a phrase that a pause follows ends with 、. */
  static List<String> phrases(JsonNode query) {
    return accentPhrases(query).stream()
        .map(
            phrase ->
                phrase.moras().stream()
                    .map(KanaNotation.Mora::text)
                    .collect(Collectors.joining("", "", phrase.pause() ? "、" : "")))
        .toList();
  }

  private static boolean isPause(JsonNode mora) {
    return mora.path("vowel").asText().equals("pau");
  }

  private static Stream<JsonNode> moras(JsonNode query) {
    return query
        .path("accent_phrases")
        .valueStream()
        .flatMap(phrase -> phrase.path("moras").valueStream());
  }

  /** Whether the engine found anything to say. */
  static boolean hasWords(JsonNode query) {
    return !moras(query).allMatch(AudioQueries::isPause);
  }

  /** Whether pauses are moras of their phrases there. */
  static boolean hasPauseMoras(JsonNode query) {
    return moras(query).anyMatch(AudioQueries::isPause);
  }

  /**
   * The phrases of several queries in VOICEVOX's kana notation, with a pause between two queries.
   * Their own kana are not it on every engine: some leave the text there as it was sent.
   */
  static String kana(List<? extends JsonNode> queries) {
    return queries.stream()
        .map(query -> KanaNotation.print(accentPhrases(query)))
        .collect(Collectors.joining("、"));
  }

  static List<KanaNotation.Phrase> accentPhrases(JsonNode query) {
    return query.path("accent_phrases").valueStream().map(AudioQueries::accentPhrase).toList();
  }

  private static KanaNotation.Phrase accentPhrase(JsonNode phrase) {
    List<KanaNotation.Mora> moras = new ArrayList<>();
    boolean paused = phrase.path("pause_mora").isObject();
    for (JsonNode mora : phrase.path("moras")) {
      if (isPause(mora)) {
        // Engines whose pauses are moras have them at the end of a phrase.
        paused = true;
      } else {
        boolean devoiced = DEVOICED.contains(mora.path("vowel").asText());
        moras.add(new KanaNotation.Mora(mora.path("text").asText(), devoiced, 0, 1));
      }
    }
    return new KanaNotation.Phrase(
        moras, phrase.path("accent").asInt(), paused, phrase.path("is_interrogative").asBoolean());
  }

  /** What a stretch of a query's sound is. */
  enum Kind {
    SILENCE,
    CONSONANT,
    /** A vowel with a pitch, which cannot be silent. */
    VOICED,
    OTHER
  }

  record Span(Kind kind, double seconds) {
    private Span at(double speed) {
      return new Span(kind, Math.rint(seconds / speed * FRAMES_PER_SECOND) / FRAMES_PER_SECOND);
    }

    private boolean isSpoken() {
      return kind != Kind.SILENCE && seconds > 0;
    }
  }

  /**
   * The stretches of a query's sound one after the other, as VOICEVOX counts their frames; none for
   * engines that decide on lengths only while they speak, and say 0 for every mora.
   */
  static List<Span> spans(JsonNode query) {
    double speed = query.path("speedScale").asDouble(1);
    List<Span> spans = new ArrayList<>();
    spans.add(new Span(Kind.SILENCE, query.path("prePhonemeLength").asDouble()));
    query.path("accent_phrases").forEach(phrase -> addPhrase(phrase, query, spans));
    spans.add(new Span(Kind.SILENCE, query.path("postPhonemeLength").asDouble()));
    spans.replaceAll(span -> span.at(speed));
    boolean told = speed > 0 && spans.stream().anyMatch(Span::isSpoken);
    return told ? spans : List.of();
  }

  private static void addPhrase(JsonNode phrase, JsonNode query, List<Span> spans) {
    boolean voiced = false;
    for (JsonNode mora : phrase.path("moras")) {
      voiced = mora.path("pitch").asDouble() > 0;
      boolean vowel = "aiueo".contains(mora.path("vowel").asText("-"));
      Kind kind = isPause(mora) ? Kind.SILENCE : voiced && vowel ? Kind.VOICED : Kind.OTHER;
      spans.add(new Span(Kind.CONSONANT, mora.path("consonant_length").asDouble()));
      spans.add(new Span(kind, mora.path("vowel_length").asDouble()));
    }
    if (phrase.path("is_interrogative").asBoolean() && voiced) {
      spans.add(new Span(Kind.OTHER, UPSPEAK));
    }
    JsonNode pause = phrase.path("pause_mora").path("vowel_length");
    if (pause.isNumber()) {
      JsonNode fixed = query.path("pauseLength");
      double seconds = fixed.isNumber() ? fixed.asDouble() : pause.asDouble();
      spans.add(new Span(Kind.SILENCE, seconds * query.path("pauseLengthScale").asDouble(1)));
    }
  }
}
