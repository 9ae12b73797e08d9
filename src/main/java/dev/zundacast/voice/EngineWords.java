package dev.zundacast.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.JsonTrees;
import dev.zundacast.episode.DictionaryWord;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The user dictionary of an engine: which of its entries touch a text, and what has to change so
 * that it holds the words of an episode. Words of ours are known by their uuid, which is computed
 * from what they say; a word that somebody changed is no longer ours and is left alone.
 */
final class EngineWords {
  /** An engine without a dictionary. */
  static final EngineWords NONE = new EngineWords(new TreeMap<>());

  private static final int PROPER_NOUN = 1348;

  /** Above the usual 5, so that the word wins over the engine's own. */
  private static final int PRIORITY = 8;

  private static final String SMALL_KANA = "ァィゥェォャュョヮ";

  private final Map<String, Entry> entries;

  /** The entries by the first character of their surfaces: a text is looked through once. */
  private final Map<Character, List<Entry>> byFirst = new HashMap<>();

  /** Those characters: most of a text begins no entry, and need not be looked up. */
  private final BitSet firsts = new BitSet();

  /** The entries that touch a text, by the text: each is asked for more than once. */
  private final Map<String, List<Entry>> byText = new ConcurrentHashMap<>();

  private final boolean ownForm;

  private EngineWords(Map<String, Entry> entries) {
    this.entries = entries;
    this.ownForm = entries.values().stream().anyMatch(Entry::lists);
    for (Entry entry : entries.values()) {
      if (!entry.surface().isEmpty()) {
        byFirst.computeIfAbsent(entry.surface().charAt(0), first -> new ArrayList<>()).add(entry);
        firsts.set(entry.surface().charAt(0));
      }
    }
  }

  /**
   * An entry as far as it decides on sound.
   *
   * @param uuid under which it stands
   * @param lists whether its engine has a form of its own
   */
  private record Entry(
      String uuid, String surface, String reading, int accent, String rest, boolean lists) {

    String key() {
      return surface + "\t" + reading + "\t" + accent + "\t" + rest;
    }

    /** An entry of ours stands under the uuid that is computed from it. */
    boolean isOurs() {
      return uuid.equals(EngineWords.uuid(surface, reading, accent));
    }
  }

  static EngineWords of(JsonNode answer) {
    Map<String, Entry> entries = new TreeMap<>();
    answer
        .properties()
        .forEach(word -> entries.put(word.getKey(), entry(word.getKey(), word.getValue())));
    return new EngineWords(entries);
  }

  private static Entry entry(String uuid, JsonNode word) {
    boolean lists = word.path("pronunciation").isArray();
    return new Entry(
        uuid,
        folded(word.path("surface").asText()),
        lists ? JsonTrees.text(word.path("pronunciation")) : word.path("pronunciation").asText(),
        word.path("accent_type").asInt(),
        word.path("priority").asInt() + " " + word.path("context_id").asInt(),
        lists);
  }

  private static Entry entry(DictionaryWord word) {
    String rest = PRIORITY + " " + PROPER_NOUN;
    String surface = folded(word.surface());
    return new Entry(uuid(word), surface, word.reading(), word.accent(), rest, false);
  }

  /** Whether words have lists of readings, a form that only their own engine understands. */
  boolean hasOwnForm() {
    return ownForm;
  }

  /** The entries that touch {@code text}, each as one line, sorted. */
  List<String> touching(String text) {
    List<Entry> entries = entriesIn(text);
    return entries.isEmpty()
        ? List.of()
        : entries.stream().map(Entry::key).distinct().sorted().toList();
  }

  /** The entries that touch a text, in the order of their uuids. */
  private List<Entry> entriesIn(String text) {
    return byFirst.isEmpty() ? List.of() : byText.computeIfAbsent(text, this::search);
  }

  private List<Entry> search(String text) {
    String folded = folded(text);
    Map<String, Entry> found = new TreeMap<>();
    for (int i = 0; i < folded.length(); i++) {
      for (Entry entry : beginningWith(folded.charAt(i))) {
        if (folded.startsWith(entry.surface(), i)) {
          found.put(entry.uuid(), entry);
        }
      }
    }
    return List.copyOf(found.values());
  }

  private List<Entry> beginningWith(char first) {
    return firsts.get(first) ? byFirst.getOrDefault(first, List.of()) : List.of();
  }

  /** The dictionary as it will be with the words that an episode wants; itself if it has them. */
  EngineWords with(WantedWords wanted) {
    Map<String, Entry> ours = new TreeMap<>();
    wanted.words().stream().map(EngineWords::entry).forEach(e -> ours.put(e.uuid(), e));
    List<String> stale = stale(wanted, ours.keySet());
    if (stale.isEmpty() && ours.values().stream().allMatch(this::holds)) {
      return this;
    }
    Map<String, Entry> after = new TreeMap<>(entries);
    stale.forEach(after::remove);
    after.putAll(ours);
    return new EngineWords(after);
  }

  /** The body for {@code /import_user_dict} with the words that are missing; empty when none is. */
  ObjectNode missing(WantedWords wanted) {
    ObjectNode words = JsonNodeFactory.instance.objectNode();
    missingWords(wanted).forEach(word -> words.set(uuid(word), json(word)));
    return words;
  }

  private List<DictionaryWord> missingWords(WantedWords wanted) {
    return wanted.words().stream().filter(word -> !holds(entry(word))).toList();
  }

  private boolean holds(Entry wanted) {
    Entry had = entries.get(wanted.uuid());
    return had != null && !had.lists() && had.key().equals(wanted.key());
  }

  /** Words of ours that touch one of the texts but are no longer wanted. */
  List<String> stale(WantedWords wanted) {
    return stale(
        wanted, wanted.words().stream().map(EngineWords::uuid).collect(Collectors.toSet()));
  }

  private List<String> stale(WantedWords wanted, Set<String> keep) {
    Map<String, Entry> touched = new TreeMap<>();
    wanted.texts().forEach(text -> entriesIn(text).forEach(e -> touched.put(e.uuid(), e)));
    return touched.values().stream()
        .filter(entry -> !keep.contains(entry.uuid()) && entry.isOurs())
        .map(Entry::uuid)
        .toList();
  }

  private static String uuid(DictionaryWord word) {
    return uuid(folded(word.surface()), word.reading(), word.accent());
  }

  private static String uuid(String surface, String reading, int accent) {
    String name = "zundacast word\t" + surface + "\t" + reading + "\t" + accent;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static ObjectNode json(DictionaryWord word) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("surface", fullWidth(word.surface())).put("priority", PRIORITY);
    json.put("context_id", PROPER_NOUN).put("part_of_speech", "名詞");
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

  private static String folded(String text) {
    return text.chars().allMatch(EngineWords::isFolded)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** ASCII, kana and the common kanji: what nearly all texts are made of is folded already. */
  static boolean isFolded(int c) {
    boolean kana = (c > 0x3040 && c < 0x3097) || (c > 0x30A0 && c < 0x30FF);
    return c < 0x80 || kana || c == '、' || c == '。' || (c >= 0x4E00 && c < 0xA000);
  }
}
