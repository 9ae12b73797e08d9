package dev.zundacast.draft.dictionary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.draft.speech.Checked;
import dev.zundacast.draft.speech.ChildProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The words that clients have added, kept in one JSON file. A change is on the disk before the
 * client hears of it; the dictionary that texts are analysed with is made anew at the next text.
 */
public final class UserDictionary {
  /**
   * The names of the characters that scripts are written for, which Open JTalk's dictionary does
   * not know: without them a は before ずんだもん is read as the first mora of a verb.
   */
  static final List<UserWord> KNOWN_NAMES =
      List.of(
          name("ずんだもん", "ズンダモン", 1),
          name("四国めたん", "シコクメタン", 4),
          name("春日部つむぎ", "カスカベツムギ", 0),
          name("VOICEVOX", "ボイスボックス", 4));

  private final Path file;
  private final Path original;
  private final Path folder;
  private final Map<String, UserWord> words;
  private final List<Path> made = new ArrayList<>();
  private boolean changed = true;

  private static UserWord name(String surface, String pronunciation, int accent) {
    try {
      return UserWord.of(
          surface, pronunciation, accent, WordType.PROPER_NOUN, WordType.HIGHEST_PRIORITY);
    } catch (Checked.Invalid e) {
      throw new IllegalStateException(surface, e);
    }
  }

  private UserDictionary(Path file, Path original, Path folder, Map<String, UserWord> words) {
    this.file = file;
    this.original = original;
    this.folder = folder;
    this.words = words;
  }

  /**
   * Opens the dictionary of {@code file}, which need not be there yet; those merged with Open
   * JTalk's {@code original} are made in {@code folder}.
   */
  public static UserDictionary open(Path file, Path original, Path folder) throws IOException {
    Map<String, UserWord> words = Files.exists(file) ? stored(file) : new LinkedHashMap<>();
    return new UserDictionary(file, original, folder, words);
  }

  private static Map<String, UserWord> stored(Path file) throws IOException {
    Map<String, UserWord> words = new LinkedHashMap<>();
    try {
      JsonNode tree = Json.tree(Files.readAllBytes(file));
      if (!tree.isObject()) {
        throw new IOException("no JSON object");
      }
      for (Map.Entry<String, JsonNode> entry : tree.properties()) {
        UserWord word = Json.bind(entry.getValue(), UserWord.class);
        if (word == null || !word.fits()) {
          throw new IOException("no word: " + entry.getValue());
        }
        words.put(entry.getKey(), word);
      }
      return words;
    } catch (IOException e) {
      throw new IOException(file + " is no user dictionary: mend it or delete it", e);
    }
  }

  /** All words by their uuid. */
  public synchronized Map<String, UserWord> words() {
    return new LinkedHashMap<>(words);
  }

  /** Adds a word and gives its uuid. */
  public synchronized String add(UserWord word) throws IOException {
    String uuid = UUID.randomUUID().toString();
    addAll(Map.of(uuid, word), Existing.REPLACE);
    return uuid;
  }

  /** Replaces a word; false when there is none of this uuid. */
  public synchronized boolean change(String uuid, UserWord word) throws IOException {
    boolean known = words.containsKey(uuid);
    if (known) {
      addAll(Map.of(uuid, word), Existing.REPLACE);
    }
    return known;
  }

  /** Removes a word; false when there is none of this uuid. */
  public synchronized boolean remove(String uuid) throws IOException {
    Map<String, UserWord> next = words();
    if (next.remove(uuid) == null) {
      return false;
    }
    replace(next);
    return true;
  }

  /** What becomes of a word whose uuid is already there. */
  public enum Existing {
    KEEP,
    REPLACE
  }

  /** Adds many words at once. */
  public synchronized void addAll(Map<String, UserWord> more, Existing existing)
      throws IOException {
    Map<String, UserWord> next = words();
    more.forEach(
        (uuid, word) -> {
          if (existing == Existing.REPLACE || !next.containsKey(uuid)) {
            next.put(uuid, word);
          }
        });
    replace(next);
  }

  private void replace(Map<String, UserWord> next) throws IOException {
    AtomicFile.write(file, Json.indented(next) + "\n");
    words.clear();
    words.putAll(next);
    changed = true;
  }

  /** A dictionary folder for open_jtalk that has all the words in it, and the known names. */
  public synchronized Path compiled() throws IOException {
    if (changed) {
      Path next = Files.createTempDirectory(folder, "dictionary-");
      MecabDictionary.extend(original, allWords(), next);
      made.add(next);
      forgetOld();
      changed = false;
    }
    return made.get(made.size() - 1);
  }

  /** The words, and the known names: a word that reads such a name anew is taken as surely. */
  private List<UserWord> allWords() throws IOException {
    Map<String, UserWord> names = new LinkedHashMap<>();
    KNOWN_NAMES.forEach(name -> names.put(name.surface(), name));
    List<UserWord> all = new ArrayList<>();
    for (UserWord word : words.values()) {
      UserWord name = names.get(word.surface());
      all.add(name == null ? word : word.withPriorityOf(name.priority()));
    }
    words.values().forEach(word -> names.remove(word.surface()));
    all.addAll(names.values());
    return all;
  }

  /** The last but one may still be in use by a program that was started a moment ago. */
  private void forgetOld() throws IOException {
    while (made.size() > 2) {
      ChildProcesses.deleteTree(made.remove(0));
    }
  }
}
