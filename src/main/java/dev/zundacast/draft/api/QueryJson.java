package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.draft.api.BodyReader.Range;
import dev.zundacast.draft.speech.AccentPhrase;
import dev.zundacast.draft.speech.AudioQuery;
import dev.zundacast.draft.speech.Mora;
import dev.zundacast.draft.speech.Phonemes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Audio queries and accent phrases to JSON and back. */
final class QueryJson {
  private QueryJson() {}

  static ObjectNode write(AudioQuery query) {
    ObjectNode node = Json.object();
    node.set("accent_phrases", write(query.accentPhrases()));
    return node.put("speedScale", query.speedScale())
        .put("pitchScale", query.pitchScale())
        .put("intonationScale", query.intonationScale())
        .put("volumeScale", query.volumeScale())
        .put("prePhonemeLength", query.prePhonemeLength())
        .put("postPhonemeLength", query.postPhonemeLength())
        .put("pauseLength", query.pauseLength())
        .put("pauseLengthScale", query.pauseLengthScale())
        .put("outputSamplingRate", query.outputSamplingRate())
        .put("outputStereo", query.outputStereo())
        .put("kana", query.kana());
  }

  static ArrayNode write(List<AccentPhrase> phrases) {
    ArrayNode array = Json.array();
    for (AccentPhrase phrase : phrases) {
      ObjectNode node = array.addObject();
      ArrayNode moras = node.putArray("moras");
      phrase.moras().forEach(mora -> moras.add(write(mora)));
      node.put("accent", phrase.accent());
      Mora pause = phrase.pauseMora();
      node.set("pause_mora", pause == null ? node.nullNode() : write(pause));
      node.put("is_interrogative", phrase.interrogative());
    }
    return array;
  }

  private static ObjectNode write(Mora mora) {
    return Json.object()
        .put("text", mora.text())
        .put("consonant", mora.consonant())
        .put("consonant_length", mora.consonantLength())
        .put("vowel", mora.vowel())
        .put("vowel_length", mora.vowelLength())
        .put("pitch", mora.pitch());
  }

  static @Nullable AudioQuery query(JsonNode node, Place place, Findings findings) {
    BodyReader body = BodyReader.of(node, place, findings);
    if (body == null) {
      return null;
    }
    return new AudioQuery(
        body.list("accent_phrases", (item, at) -> phrase(item, at, findings)),
        body.number("speedScale", Range.POSITIVE),
        body.number("pitchScale", Range.ANY),
        body.number("intonationScale", Range.ANY),
        body.number("volumeScale", Range.NOT_NEGATIVE),
        body.number("prePhonemeLength", Range.NOT_NEGATIVE),
        body.number("postPhonemeLength", Range.NOT_NEGATIVE),
        body.numberOrNull("pauseLength", Range.NOT_NEGATIVE),
        body.number("pauseLengthScale", Range.NOT_NEGATIVE, 1),
        body.integer("outputSamplingRate", Range.POSITIVE),
        body.bool("outputStereo"),
        body.textOrNull("kana"));
  }

  static List<AccentPhrase> phrases(JsonNode node, Findings findings) {
    return BodyReader.list(node, Place.BODY, findings, (item, at) -> phrase(item, at, findings));
  }

  private static @Nullable AccentPhrase phrase(JsonNode node, Place place, Findings findings) {
    BodyReader body = BodyReader.of(node, place, findings);
    if (body == null) {
      return null;
    }
    List<Mora> moras = body.list("moras", (item, at) -> mora(item, at, findings));
    int accent = body.integer("accent", Range.ANY);
    JsonNode pause = node.get("pause_mora");
    AccentPhrase phrase =
        new AccentPhrase(
            moras,
            accent,
            pause == null || pause.isNull()
                ? null
                : pause(pause, place.field("pause_mora"), findings),
            body.bool("is_interrogative", false));
    boolean whole = node.path("moras").size() == moras.size() && node.path("accent").isInt();
    if (whole && (accent < 1 || accent > moras.size())) {
      body.refuse("accent " + accent + " is not one of the " + moras.size() + " moras");
    }
    return phrase;
  }

  private static @Nullable Mora pause(JsonNode node, Place place, Findings findings) {
    BodyReader body = BodyReader.of(node, place, findings);
    return body == null ? null : read(body);
  }

  private static @Nullable Mora mora(JsonNode node, Place place, Findings findings) {
    BodyReader body = BodyReader.of(node, place, findings);
    if (body == null) {
      return null;
    }
    Mora mora = read(body);
    String consonant = mora.consonant();
    if (consonant != null
        && node.path("consonant").isTextual()
        && !Phonemes.isConsonant(consonant)) {
      body.refuse("consonant", "unknown consonant '" + consonant + "'");
    }
    if (node.path("vowel").isTextual() && !Phonemes.isVowel(mora.vowel())) {
      body.refuse("vowel", "unknown vowel '" + mora.vowel() + "'");
    }
    return mora;
  }

  private static Mora read(BodyReader body) {
    return new Mora(
        body.text("text"),
        body.textOrNull("consonant"),
        body.numberOrNull("consonant_length", Range.NOT_NEGATIVE),
        body.text("vowel"),
        body.number("vowel_length", Range.NOT_NEGATIVE),
        body.number("pitch", Range.ANY));
  }
}
