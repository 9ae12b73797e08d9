package dev.zundacast.draft.api;

import dev.zundacast.draft.api.RecordCheck.Limits;
import dev.zundacast.draft.api.Router.Answer;
import dev.zundacast.draft.dictionary.UserDictionary;
import dev.zundacast.draft.dictionary.UserDictionary.Existing;
import dev.zundacast.draft.dictionary.UserWord;
import dev.zundacast.draft.dictionary.WordType;
import dev.zundacast.draft.speech.Checked;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The user dictionary. */
final class DictionaryEndpoints {
  private static final Limits PRIORITIES =
      new Limits(Double.NEGATIVE_INFINITY, 0, WordType.HIGHEST_PRIORITY);

  private final UserDictionary dictionary;

  DictionaryEndpoints(UserDictionary dictionary) {
    this.dictionary = dictionary;
  }

  void addTo(Router router) {
    router
        .get("/user_dict", request -> Answer.json(dictionary.words()))
        .post("/user_dict_word", request -> Answer.json(dictionary.add(word(request))))
        .add(
            "PUT",
            "/user_dict_word/*",
            request -> done(dictionary.change(request.pathValue(), word(request))))
        .add("DELETE", "/user_dict_word/*", request -> done(dictionary.remove(request.pathValue())))
        .post("/import_user_dict", this::importAll);
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
    int priority = request.integer("priority", WordType.USUAL_PRIORITY, PRIORITIES);
    request.findings().throwIfAny();
    try {
      return UserWord.of(surface, pronunciation, accent, type, priority);
    } catch (Checked.Invalid e) {
      throw Refusal.detail(422, "パラメータに誤りがあります。\n" + e.getMessage());
    }
  }

  private Answer importAll(Request request) throws IOException, Refusal {
    boolean override = request.bool("override");
    Map<String, UserWord> words = new LinkedHashMap<>();
    request.bodyMap(UserWord.class).forEach((uuid, word) -> words.put(canonical(uuid), word));
    if (words.containsKey("") || !words.values().stream().allMatch(UserWord::fits)) {
      throw Refusal.detail(500, "ユーザー辞書のインポートに失敗しました。");
    }
    dictionary.addAll(words, override ? Existing.REPLACE : Existing.KEEP);
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
}
