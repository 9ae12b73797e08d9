package dev.zundacast.draft.dictionary;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private final Path file;
  private final Path original;
  private final Path folder;
  private final Map<String, UserWord> words;
  private final List<Path> made = new ArrayList<>();
  private boolean changed = true;

  private UserDictionary(Path file, Path original, Path folder, Map<String, UserWord> words) {
    this.file = file;
    this.original = original;
    this.folder = folder;
    this.words = words;
  }

  /**
   * Opens the dictionary of {@code file}, which need not be there yet.
   *
   * @param original the dictionary folder of Open JTalk
   * @param folder where merged dictionaries are made
   */
  public static UserDictionary open(Path file, Path original, Path folder) throws IOException {
    Map<String, UserWord> words = new LinkedHashMap<>();
    if (Files.exists(file)) {
      try {
        ObjectNode stored = (ObjectNode) new ObjectMapper().readTree(file.toFile());
        for (Map.Entry<String, com.fasterxml.jackson.databind.JsonNode> word :
            stored.properties()) {
          words.put(word.getKey(), WordJson.read(word.getValue()));
        }
      } catch (ClassCastException | IllegalArgumentException | IOException e) {
        throw new IOException(file + " is no user dictionary: mend it or delete it", e);
      }
    }
    return new UserDictionary(file, original, folder, words);
  }

  /** All words by their uuid. */
  public synchronized Map<String, UserWord> words() {
    return new LinkedHashMap<>(words);
  }

  /** Adds a word and gives its uuid. */
  public synchronized String add(UserWord word) throws IOException {
    String uuid = UUID.randomUUID().toString();
    Map<String, UserWord> next = words();
    next.put(uuid, word);
    replace(next);
    return uuid;
  }

  /** Replaces a word; false when there is none of this uuid. */
  public synchronized boolean change(String uuid, UserWord word) throws IOException {
    if (!words.containsKey(uuid)) {
      return false;
    }
    Map<String, UserWord> next = words();
    next.put(uuid, word);
    replace(next);
    return true;
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
    AtomicFile.write(file, WordJson.write(next).toPrettyString() + "\n");
    words.clear();
    words.putAll(next);
    changed = true;
  }

  /** A dictionary folder for open_jtalk that has all the words in it, and the known names. */
  public synchronized Path compiled() {
    if (changed) {
      try {
        Path next = Files.createTempDirectory(folder, "dictionary-");
        MecabDictionary.extend(original, allWords(), next);
        made.add(next);
        forgetOld();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      changed = false;
    }
    return made.get(made.size() - 1);
  }

  /** The words, and the known names: a word that reads such a name anew is taken as surely. */
  private List<UserWord> allWords() {
    Map<String, UserWord> names = new LinkedHashMap<>();
    KnownNames.words().forEach(name -> names.put(name.surface(), name));
    List<UserWord> all = new ArrayList<>();
    for (UserWord word : words.values()) {
      UserWord name = names.get(word.surface());
      all.add(name == null ? word : word.atLeast(name.priority()));
    }
    words.values().forEach(word -> names.remove(word.surface()));
    all.addAll(names.values());
    return all;
  }

  /** The last but one may still be in use by a program that was started a moment ago. */
  private void forgetOld() throws IOException {
    while (made.size() > 2) {
      Path old = made.remove(0);
      try (var files = Files.list(old)) {
        for (Path path : files.toList()) {
          Files.delete(path);
        }
      }
      Files.delete(old);
    }
  }
}
