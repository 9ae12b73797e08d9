package dev.zundacast.draft.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zundacast.draft.api.BodyReader.Range;
import dev.zundacast.draft.dictionary.UserDictionary;
import dev.zundacast.draft.dictionary.UserDictionary.Existing;
import dev.zundacast.draft.dictionary.UserWord;
import dev.zundacast.draft.dictionary.WordJson;
import dev.zundacast.draft.dictionary.WordType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user dictionary. */
final class DictionaryEndpoints {
  private final UserDictionary dictionary;

  DictionaryEndpoints(UserDictionary dictionary) {
    this.dictionary = dictionary;
  }

  void addTo(Router router) {
    router
        .get("/user_dict", request -> Answer.json(WordJson.write(dictionary.words())))
        .post("/user_dict_word", this::add)
        .add("PUT", "/user_dict_word/*", this::change)
        .add("DELETE", "/user_dict_word/*", this::remove)
        .post("/import_user_dict", this::importAll);
  }

  private Answer add(Request request) throws IOException, Refusal {
    return Answer.json(TextNode.valueOf(dictionary.add(word(request))));
  }

  private Answer change(Request request) throws IOException, Refusal {
    return done(dictionary.change(request.pathValue(), word(request)));
  }

  private Answer remove(Request request) throws IOException, Refusal {
    return done(dictionary.remove(request.pathValue()));
  }

  private static Answer done(boolean found) throws Refusal {
    if (!found) {
      throw Refusal.detail(422, "UUIDに該当するワードが見つかりませんでした");
    }
    return Answer.NO_CONTENT;
  }

  private static UserWord word(Request request) throws Refusal {
    String surface = request.text("surface");
    String pronunciation = request.text("pronunciation");
    int accent = request.integer("accent_type");
    WordType type = request.choice("word_type", WordType.PROPER_NOUN);
    int priority = priority(request);
    request.findings().throwIfAny();
    try {
      return UserWord.of(surface, pronunciation, accent, type, priority);
    } catch (UserWord.BadWord e) {
      throw Refusal.detail(422, "パラメータに誤りがあります。\n" + e.getMessage());
    }
  }

  private static int priority(Request request) {
    String value = request.optional("priority").orElse(null);
    if (value == null) {
      return WordType.USUAL_PRIORITY;
    }
    int priority = request.integer("priority", value);
    int most = WordType.HIGHEST_PRIORITY;
    if (priority < 0) {
      request
          .findings()
          .add(
              "greater_than_equal",
              Place.query("priority"),
              "Input should be greater than or equal to 0",
              TextNode.valueOf(value),
              Json.object().put("ge", 0));
    } else if (priority > most) {
      request
          .findings()
          .add(
              "less_than_equal",
              Place.query("priority"),
              "Input should be less than or equal to " + most,
              TextNode.valueOf(value),
              Json.object().put("le", most));
    }
    return priority;
  }

  private Answer importAll(Request request) throws IOException, Refusal {
    boolean override = request.bool("override");
    JsonNode body = request.body();
    Map<String, UserWord> words = new LinkedHashMap<>();
    if (!body.isObject()) {
      request.findings().add("dict_type", Place.BODY, "Input should be a valid dictionary", body);
    }
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      UserWord word = word(entry.getValue(), Place.BODY.field(entry.getKey()), request.findings());
      if (word != null) {
        words.put(entry.getKey(), word);
      }
    }
    request.findings().throwIfAny();
    Map<String, UserWord> known = new LinkedHashMap<>();
    words.forEach((uuid, word) -> known.put(canonical(uuid), word));
    if (known.containsKey("") || !known.values().stream().allMatch(UserWord::fits)) {
      throw Refusal.detail(500, "ユーザー辞書のインポートに失敗しました。");
    }
    dictionary.addAll(known, override ? Existing.REPLACE : Existing.KEEP);
    return Answer.NO_CONTENT;
  }

  /** A uuid in its usual form, empty when it is none. */
  private static String canonical(String uuid) {
    String plain = uuid.toLowerCase(Locale.ROOT).replaceAll("^urn:uuid:|[{}-]", "");
    if (!plain.matches("[0-9a-f]{32}")) {
      return "";
    }
    return new UUID(
            Long.parseUnsignedLong(plain.substring(0, 16), 16),
            Long.parseUnsignedLong(plain.substring(16), 16))
        .toString();
  }

  private static @Nullable UserWord word(JsonNode node, Place place, Findings findings) {
    BodyReader body = BodyReader.of(node, place, findings);
    if (body == null) {
      return null;
    }
    String surface = body.text("surface");
    int priority = body.integer("priority", Range.NOT_NEGATIVE);
    int context = node.has("context_id") ? body.integer("context_id", Range.ANY) : 1348;
    List<String> speech =
        List.of(
            body.text("part_of_speech"),
            body.text("part_of_speech_detail_1"),
            body.text("part_of_speech_detail_2"),
            body.text("part_of_speech_detail_3"));
    String type = body.text("inflectional_type");
    String form = body.text("inflectional_form");
    String stem = body.text("stem");
    String yomi = body.text("yomi");
    String pronunciation = body.text("pronunciation");
    int accent = body.integer("accent_type", Range.ANY);
    Integer moras = body.integerOrNull("mora_count");
    String rule = body.text("accent_associative_rule");
    UserWord word =
        new UserWord(
            UserWord.fullWidth(surface),
            priority,
            context,
            speech,
            type,
            form,
            stem,
            yomi,
            pronunciation,
            accent,
            moras == null ? UserWord.moras(pronunciation) : moras,
            rule);
    check(word, body);
    return word;
  }

  private static void check(UserWord word, BodyReader body) {
    if (!body.node().path("pronunciation").isTextual()) {
      return;
    }
    try {
      word.check();
    } catch (UserWord.BadWord e) {
      body.refuse(e.getMessage());
    }
  }
}
