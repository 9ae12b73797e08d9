package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.QueryReview;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.EngineInfo;
import java.util.List;
import java.util.Optional;

/** Asks an engine for the audio query of a text, with the words and the accents of its line. */
final class QueryMaker {
  /** A mended text may be misread in another place; after this many times it is sent as it is. */
  private static final int REVIEWS = 2;

  private final EngineClient client;
  private final EngineInfo info;
  private final EngineWords words;
  private volatile boolean withoutNotation;

  QueryMaker(EngineClient client, EngineInfo info, EngineWords words) {
    this.client = client;
    this.info = info;
    this.words = words;
  }

  /** Whether the engine took the kana notation of every line that had some. */
  boolean knowsNotation() {
    return !withoutNotation;
  }

  /** The query of a text, with the line's words in it though no dictionary may have them. */
  ObjectNode of(String text, SpokenLine line, long style, QueryReview review) throws EngineFault {
    String kana = text.replaceFirst("[/、]$", "");
    if (KanaNotation.is(kana)) {
      return phrased(client.audioQuery(KanaNotation.reading(kana), style), kana, style);
    }
    ObjectNode query = withoutRefused(text, line.words(), style, review);
    Optional<String> mended =
        words.areTaken() ? Optional.empty() : AccentMending.of(query, line.words());
    return mended.isPresent() ? phrased(query, mended.get(), style) : query;
  }

  /** The query of a text; a word of the dictionary with which the engine refuses it is kept out. */
  private ObjectNode withoutRefused(
      String text, List<DictionaryWord> given, long style, QueryReview review) throws EngineFault {
    try {
      return reviewed(text, style, review);
    } catch (EngineFault refusal) {
      List<DictionaryWord> here =
          given.stream().filter(word -> text.contains(word.surface())).toList();
      if (refusal.kind() != EngineFault.Kind.REFUSED || !words.areTaken() || here.isEmpty()) {
        throw refusal;
      }
      for (List<DictionaryWord> some : WordImport.oneByOneThenAll(here)) {
        Optional<ObjectNode> query = unlessRefused(WordImport.keptOut(text, some), style, review);
        if (query.isPresent()) {
          words.refusedInQuery(some, refusal);
          return query.get();
        }
      }
      throw refusal;
    }
  }

  private Optional<ObjectNode> unlessRefused(String text, long style, QueryReview review)
      throws EngineFault {
    try {
      return Optional.of(reviewed(text, style, review));
    } catch (EngineFault e) {
      if (e.kind() != EngineFault.Kind.REFUSED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** The query with these accent phrases; as it was on an engine that knows no kana notation. */
  private ObjectNode phrased(ObjectNode query, String kana, long style) throws EngineFault {
    try {
      return query.set("accent_phrases", client.accentPhrases(kana, style));
    } catch (EngineFault e) {
      if (e.kind() != EngineFault.Kind.REFUSED && !e.isMissingFeature()) {
        throw e;
      }
      withoutNotation = true;
      return query;
    }
  }

  private ObjectNode reviewed(String text, long style, QueryReview review) throws EngineFault {
    String sent = text;
    ObjectNode query = query(sent, style, review);
    for (int i = 0; i < REVIEWS; i++) {
      Optional<String> mended = review.mended(sent, AudioQueries.phrases(query));
      if (mended.isEmpty() || mended.get().equals(sent) || words.areOthers(sent, mended.get())) {
        return query;
      }
      sent = mended.get();
      query = query(sent, style, review);
    }
    return query;
  }

  private ObjectNode query(String text, long style, QueryReview review) throws EngineFault {
    ObjectNode query = client.audioQuery(text, style);
    List<String> phrases = AudioQueries.phrases(query);
    if (review.isOfAnother(text, phrases)) {
      throw EngineFault.of(
          EngineFault.Kind.STRANGE,
          "the engine at "
              + info.url()
              + " answered '"
              + text
              + "' with another text: "
              + String.join("", phrases));
    }
    return query;
  }
}
