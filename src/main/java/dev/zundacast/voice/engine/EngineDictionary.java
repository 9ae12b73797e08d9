package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.SpokenLine;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The user dictionary of an engine: which of its entries touch a text, and what has to change so
 * that it holds the words of an episode. Words of ours are known by their uuid, which is computed
 * from what they say; a word that somebody changed is no longer ours and is left alone. Our words
 * stay when a run ends: the next one needs most of them, and another may be at work.
 */
public final class EngineDictionary {
  /** An engine without a dictionary. */
  static final EngineDictionary NONE = new EngineDictionary(new TreeMap<>());

  private static final int PROPER_NOUN = 1348;

  /** Above the usual 5, so that the word wins over the engine's own. */
  private static final int PRIORITY = 8;

  private final Map<String, Entry> entries;

  /** By the first character of their surfaces: a long dictionary is not gone through a text. */
  private final Map<Character, List<Entry>> byFirst = new HashMap<>();

  /** Asked for every line of an episode, so that it is looked for once. */
  private final boolean ownForm;

  private EngineDictionary(Map<String, Entry> entries) {
    this.entries = entries;
    this.ownForm = entries.values().stream().anyMatch(Entry::lists);
    for (Entry entry : entries.values()) {
      if (!entry.surface().isEmpty()) {
        byFirst.computeIfAbsent(entry.surface().charAt(0), first -> new ArrayList<>()).add(entry);
      }
    }
  }

  /** The entries that the lines of a run require: words, each once, and the texts of the lines. */
  public static final class Required {
    /**
     * A word's entry has a uuid that is computed: once, since a run asks for it again and again.
     */
    private final Map<DictionaryWord, Entry> entries;

    private final Set<String> texts;

    private Required(Map<DictionaryWord, Entry> entries, Set<String> texts) {
      this.entries = entries;
      this.texts = texts;
    }

    /** What these lines require. */
    public static Required by(List<SpokenLine> lines) {
      Map<DictionaryWord, Entry> entries = new LinkedHashMap<>();
      Set<String> texts = new LinkedHashSet<>();
      for (SpokenLine line : lines) {
        line.words().forEach(word -> entries.computeIfAbsent(word, EngineDictionary::entry));
        texts.add(line.spoken());
      }
      return new Required(entries, texts);
    }

    /** The same without some words. */
    Required without(Set<DictionaryWord> some) {
      Map<DictionaryWord, Entry> left = new LinkedHashMap<>(entries);
      left.keySet().removeAll(some);
      return new Required(left, texts);
    }

    Set<DictionaryWord> words() {
      return entries.keySet();
    }

    /** Every text of the run, which tells whose words are no longer required. */
    Set<String> texts() {
      return texts;
    }
  }

  /**
   * An entry as far as it decides on sound.
   *
   * @param uuid under which it stands
   * @param owner whose it is
   * @param lists whether its engine has a form of its own
   */
  private record Entry(
      String uuid,
      Owner owner,
      String surface,
      String reading,
      int accent,
      String rest,
      boolean lists) {

    String key() {
      return surface + "\t" + reading + "\t" + accent + "\t" + rest;
    }

    boolean isOurs() {
      return owner == Owner.US;
    }
  }

  /** An entry of ours stands under the uuid that is computed from it. */
  private enum Owner {
    US,
    OTHERS
  }

  static EngineDictionary of(JsonNode answer) {
    Map<String, Entry> entries = new TreeMap<>();
    answer
        .properties()
        .forEach(word -> entries.put(word.getKey(), entry(word.getKey(), word.getValue())));
    return new EngineDictionary(entries);
  }

  private static Entry entry(String uuid, JsonNode word) {
    JsonNode pronunciation = word.path("pronunciation");
    String surface = folded(word.path("surface").asText());
    String reading = pronunciation.isArray() ? Json.text(pronunciation) : pronunciation.asText();
    int accent = word.path("accent_type").asInt();
    Owner owner = uuid.equals(uuid(surface, reading, accent)) ? Owner.US : Owner.OTHERS;
    String rest = word.path("priority").asInt() + " " + word.path("context_id").asInt();
    return new Entry(uuid, owner, surface, reading, accent, rest, pronunciation.isArray());
  }

  private static Entry entry(DictionaryWord word) {
    String rest = PRIORITY + " " + PROPER_NOUN;
    String surface = folded(word.surface());
    String uuid = uuid(surface, word.reading(), word.accent());
    return new Entry(uuid, Owner.US, surface, word.reading(), word.accent(), rest, false);
  }

  /** Whether words have lists of readings, a form that only their own engine understands. */
  boolean hasOwnForm() {
    return ownForm;
  }

  /** The entries that touch {@code text}, each as one line, sorted. */
  public List<String> touching(String text) {
    return entriesIn(text).stream().map(Entry::key).distinct().sorted().toList();
  }

  private Set<Entry> entriesIn(String text) {
    String folded = folded(text);
    Set<Entry> found = new LinkedHashSet<>();
    for (int i = 0; i < folded.length(); i++) {
      for (Entry entry : byFirst.getOrDefault(folded.charAt(i), List.of())) {
        if (folded.startsWith(entry.surface(), i)) {
          found.add(entry);
        }
      }
    }
    return found;
  }

  /** Whether a run may take out words that another one may need. */
  enum Use {
    ALONE,
    SHARED
  }

  /** What decides on the sound of a run's lines once the required words are written. */
  EngineDictionary with(Required required, Use use) {
    Map<String, Entry> after = new TreeMap<>(deciding(required).entries);
    stale(required, use).forEach(after::remove);
    wanted(required, use).forEach(wanted -> after.put(wanted.uuid(), wanted));
    return new EngineDictionary(after);
  }

  /**
   * The entries that decide on the sound of a run's lines: other people's, those that it requires,
   * and those of ours that give one of them another accent. Other words of ours are left by other
   * runs, and come and go.
   */
  EngineDictionary deciding(Required required) {
    Set<String> surfaces =
        required.entries.values().stream().map(Entry::surface).collect(Collectors.toSet());
    return only(entry -> !entry.isOurs() || surfaces.contains(entry.surface()));
  }

  /** The dictionary without words of ours. */
  EngineDictionary others() {
    return only(entry -> !entry.isOurs());
  }

  private EngineDictionary only(Predicate<Entry> which) {
    Map<String, Entry> some = new TreeMap<>(entries);
    some.values().removeIf(which.negate());
    return new EngineDictionary(some);
  }

  /** The uuids of all words of ours. */
  List<String> ours() {
    return entries.values().stream().filter(Entry::isOurs).map(Entry::uuid).toList();
  }

  /** The surfaces of required words that somebody else's word, or another run's, stands for. */
  List<String> taken(Required required, Use use) {
    return required.entries.entrySet().stream()
        .filter(word -> isTaken(word.getValue(), use))
        .map(word -> word.getKey().surface())
        .sorted()
        .toList();
  }

  private Stream<Entry> wanted(Required required, Use use) {
    return required.entries.values().stream().filter(word -> !isTaken(word, use));
  }

  private boolean isTaken(Entry word, Use use) {
    return !word.surface().isEmpty()
        && byFirst.getOrDefault(word.surface().charAt(0), List.of()).stream()
            .filter(entry -> entry.surface().equals(word.surface()))
            .anyMatch(
                entry ->
                    !entry.isOurs() || (use == Use.SHARED && !entry.uuid().equals(word.uuid())));
  }

  /** Whether the same words decide on the sound of every line of a run. */
  boolean soundsAs(EngineDictionary other, Required required) {
    EngineDictionary mine = deciding(required);
    EngineDictionary theirs = other.deciding(required);
    return required.texts().stream()
        .allMatch(text -> mine.touching(text).equals(theirs.touching(text)));
  }

  /** Whether the dictionary is as the run requires it. */
  boolean satisfies(Required required, Use use) {
    return stale(required, use).isEmpty() && missing(required, use).isEmpty();
  }

  /** The required words that the dictionary does not hold yet. */
  List<DictionaryWord> missing(Required required, Use use) {
    return required.entries.entrySet().stream()
        .filter(word -> !isTaken(word.getValue(), use) && !holds(word.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The body for {@code /import_user_dict} with these words. */
  static ObjectNode asJson(List<DictionaryWord> words) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    words.forEach(
        word -> json.set(entry(word).uuid(), UserDictWord.of(word, PRIORITY, PROPER_NOUN)));
    return json;
  }

  private boolean holds(Entry word) {
    Entry had = entries.get(word.uuid());
    return had != null && !had.lists() && had.key().equals(word.key());
  }

  /**
   * The uuids of our words that touch one of the texts but are no longer required; none where
   * another run may need them.
   */
  List<String> stale(Required required, Use use) {
    if (use == Use.SHARED) {
      return List.of();
    }
    Set<String> keep = wanted(required, use).map(Entry::uuid).collect(Collectors.toSet());
    return required.texts().stream()
        .flatMap(text -> entriesIn(text).stream())
        .distinct()
        .filter(entry -> !keep.contains(entry.uuid()) && entry.isOurs())
        .map(Entry::uuid)
        .sorted()
        .toList();
  }

  private static String uuid(String surface, String reading, int accent) {
    String name = "zundacast word\t" + surface + "\t" + reading + "\t" + accent;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** A word of a dictionary as the JSON that engines import. */
  private static final class UserDictWord {
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
}
