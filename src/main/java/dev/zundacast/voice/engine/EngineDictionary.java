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

  private static final String SMALL_KANA = "ァィゥェォャュョヮ";

  private final Map<String, Entry> entries;

  /** By the first character, as a dictionary of years is asked for each line. */
  private final Map<Character, List<Entry>> beginning;

  private final boolean hasOwnForm;

  private EngineDictionary(Map<String, Entry> entries) {
    this.entries = entries;
    this.hasOwnForm = entries.values().stream().anyMatch(Entry::lists);
    this.beginning =
        entries.values().stream()
            .filter(entry -> !entry.surface().isEmpty())
            .collect(Collectors.groupingBy(entry -> entry.surface().charAt(0)));
  }

  /** What the lines of a run require: words, and texts, which tell whose words no longer are. */
  public record Required(Set<DictionaryWord> words, Set<String> texts) {

    /** What these lines require. */
    public static Required by(List<SpokenLine> lines) {
      Required required = new Required(new LinkedHashSet<>(), new LinkedHashSet<>());
      for (SpokenLine line : lines) {
        required.words.addAll(line.words());
        required.texts.add(line.spoken());
      }
      return required;
    }

    Required without(Set<DictionaryWord> some) {
      Set<DictionaryWord> left = new LinkedHashSet<>(words);
      left.removeAll(some);
      return new Required(left, texts);
    }
  }

  /**
   * An entry as far as it decides on sound; one of ours stands under the uuid that is computed from
   * what it says, and one that lists its readings has a form of its engine's own.
   */
  record Entry(
      String uuid,
      boolean ours,
      String surface,
      String reading,
      int accent,
      String rest,
      boolean lists) {

    String key() {
      return surface + "\t" + reading + "\t" + accent + "\t" + rest;
    }
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
    boolean ours = uuid.equals(uuid(surface, reading, accent));
    String rest = word.path("priority").asInt() + " " + word.path("context_id").asInt();
    return new Entry(uuid, ours, surface, reading, accent, rest, pronunciation.isArray());
  }

  private static Entry entry(DictionaryWord word) {
    String rest = PRIORITY + " " + PROPER_NOUN;
    String surface = folded(word.surface());
    String uuid = uuid(surface, word.reading(), word.accent());
    return new Entry(uuid, true, surface, word.reading(), word.accent(), rest, false);
  }

  /** Whether words have lists of readings, a form that only their own engine understands. */
  boolean hasOwnForm() {
    return hasOwnForm;
  }

  /** The entries that touch {@code text}, each as one line, sorted. */
  public List<String> touching(String text) {
    return entriesIn(text).map(Entry::key).distinct().sorted().toList();
  }

  /** The entries that begin at each character: each line of an hour is asked for, so no streams. */
  private Stream<Entry> entriesIn(String text) {
    String folded = folded(text);
    List<Entry> found = new ArrayList<>();
    for (int at = 0; at < folded.length(); at++) {
      for (Entry entry : beginning.getOrDefault(folded.charAt(at), List.of())) {
        if (folded.startsWith(entry.surface(), at)) {
          found.add(entry);
        }
      }
    }
    return found.stream();
  }

  /** Whether a run may take out words that another one may need. */
  enum Use {
    ALONE,
    SHARED
  }

  /**
   * What has to change so that the dictionary holds what a run requires.
   *
   * @param stale uuids of our words that touch its lines and are no longer required; none where
   *     another run may need them
   * @param missing required words that the dictionary does not hold yet
   * @param taken surfaces of required words that somebody else's word, or another run's, stands for
   * @param held the required words as the dictionary holds them afterwards
   */
  record Change(
      List<String> stale, List<DictionaryWord> missing, List<String> taken, List<Entry> held) {

    boolean isNone() {
      return stale.isEmpty() && missing.isEmpty();
    }
  }

  Change change(Required required, Use use) {
    List<DictionaryWord> missing = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    List<Entry> held = new ArrayList<>();
    for (DictionaryWord word : required.words) {
      Entry entry = entry(word);
      if (isTaken(entry, use)) {
        taken.add(word.surface());
      } else {
        held.add(entry);
        if (!entry.equals(entries.get(entry.uuid()))) {
          missing.add(word);
        }
      }
    }
    Set<String> keep = held.stream().map(Entry::uuid).collect(Collectors.toSet());
    List<String> stale =
        required.texts.stream()
            .filter(text -> use == Use.ALONE)
            .flatMap(this::entriesIn)
            .filter(entry -> entry.ours() && !keep.contains(entry.uuid()))
            .map(Entry::uuid)
            .distinct()
            .sorted()
            .toList();
    return new Change(stale, missing, taken.stream().sorted().toList(), held);
  }

  private boolean isTaken(Entry word, Use use) {
    return !word.surface().isEmpty()
        && beginning.getOrDefault(word.surface().charAt(0), List.of()).stream()
            .filter(entry -> entry.surface().equals(word.surface()))
            .anyMatch(
                entry -> !entry.ours() || (use == Use.SHARED && !entry.uuid().equals(word.uuid())));
  }

  /** What decides on the sound of a run's lines once the required words are written. */
  EngineDictionary with(Required required, Use use) {
    Change change = change(required, use);
    Map<String, Entry> after = new TreeMap<>(deciding(required).entries);
    after.keySet().removeAll(change.stale());
    change.held().forEach(entry -> after.put(entry.uuid(), entry));
    return new EngineDictionary(after);
  }

  /**
   * The entries that decide on the sound of a run's lines: other people's, those that it requires,
   * and those of ours that give one of them another accent. Other words of ours are left by other
   * runs, and come and go.
   */
  EngineDictionary deciding(Required required) {
    Set<String> surfaces =
        required.words.stream().map(word -> folded(word.surface())).collect(Collectors.toSet());
    return only(entry -> !entry.ours() || surfaces.contains(entry.surface()));
  }

  EngineDictionary others() {
    return only(entry -> !entry.ours());
  }

  private EngineDictionary only(Predicate<Entry> which) {
    Map<String, Entry> some = new TreeMap<>(entries);
    some.values().removeIf(which.negate());
    return new EngineDictionary(some);
  }

  List<String> ours() {
    return entries.values().stream().filter(Entry::ours).map(Entry::uuid).toList();
  }

  /** Whether the same words decide on the sound of every line of a run. */
  boolean soundsAs(EngineDictionary other, Required required) {
    EngineDictionary mine = deciding(required);
    EngineDictionary theirs = other.deciding(required);
    return required.texts.stream()
        .allMatch(text -> mine.touching(text).equals(theirs.touching(text)));
  }

  /** The body for {@code /import_user_dict} with these words. */
  static ObjectNode asJson(List<DictionaryWord> words) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    words.forEach(word -> json.set(entry(word).uuid(), asJson(word)));
    return json;
  }

  private static ObjectNode asJson(DictionaryWord word) {
    long moras = word.reading().chars().filter(c -> SMALL_KANA.indexOf(c) < 0).count();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("surface", DictionaryWord.fullWidth(folded(word.surface()))).put("priority", PRIORITY);
    json.put("context_id", PROPER_NOUN).put("part_of_speech", "名詞");
    json.put("part_of_speech_detail_1", "固有名詞").put("part_of_speech_detail_2", "一般");
    json.put("part_of_speech_detail_3", "*").put("inflectional_type", "*");
    json.put("inflectional_form", "*").put("stem", "*").put("yomi", word.reading());
    json.put("pronunciation", word.reading()).put("accent_type", word.accent());
    return json.put("mora_count", moras).put("accent_associative_rule", "*");
  }

  private static String uuid(String surface, String reading, int accent) {
    String name = "zundacast word\t" + surface + "\t" + reading + "\t" + accent;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
