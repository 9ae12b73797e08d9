package dev.zundacast.draft;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.draft.speech.ChildProcesses;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that clients have added, kept in one JSON file. A change is on the disk before the
 * client hears of it; the dictionary that texts are analysed with is made anew at the next text.
 */
public final class UserDictionary {
  /**
   * The names of the characters that scripts are written for, as VOICEVOX's own dictionary has
   * them, which Open JTalk's dictionary does not know: without them a は before ずんだもん is read as the
   * first mora of a verb.
   */
  static final List<UserWord> KNOWN_NAMES =
      List.of(
          name("ずんだもん", "ズンダモン", 1, UserWord.GIVEN_NAME),
          name("四国めたん", "シコクメタン", 4, UserWord.PROPER_NOUN),
          name("春日部", "カスカベ", 0, UserWord.PROPER_NOUN),
          name("つむぎ", "ツムギ", 0, UserWord.PROPER_NOUN),
          name("VOICEVOX", "ボイスボックス", 4, UserWord.PROPER_NOUN));

  /** Words by their uuids, as a JSON object has them. */
  private static final class Words extends LinkedHashMap<String, UserWord> {
    private static final long serialVersionUID = 1;
  }

  private final Path file;
  private final Path original;
  private final Path folder;
  private Map<String, UserWord> words;
  private final List<Path> made = new ArrayList<>();
  private boolean changed = true;

  private static UserWord name(String surface, String pronunciation, int accent, int context) {
    return new UserWord(surface, UserWord.HIGHEST_PRIORITY, context, pronunciation, accent, null);
  }

  /**
   * Opens the dictionary of {@code file}, which need not be there yet; those merged with Open
   * JTalk's {@code original} are made in {@code folder}.
   */
  public UserDictionary(Path file, Path original, Path folder) throws IOException {
    this.file = file;
    this.original = original;
    this.folder = folder;
    this.words = Files.exists(file) ? stored(file) : Map.of();
  }

  private static Map<String, UserWord> stored(Path file) throws IOException {
    try {
      return Json.read(Files.readAllBytes(file), Words.class);
    } catch (IOException e) {
      throw new MessageException(Message.of("draft.noUserDictionary", file), e);
    }
  }

  /** All words by their uuid. */
  public synchronized Map<String, UserWord> words() {
    return new LinkedHashMap<>(words);
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

  /** Adds the words of a JSON object, in place of those that have their uuids. */
  public synchronized void addAll(byte[] json) throws IOException {
    Map<String, UserWord> next = words();
    next.putAll(Json.read(json, Words.class));
    replace(next);
  }

  private void replace(Map<String, UserWord> next) throws IOException {
    AtomicFile.write(file, Json.indented(next) + "\n");
    words = next;
    changed = true;
  }

  /** A dictionary folder for open_jtalk that has all the words in it, and the known names. */
  public synchronized Path compiled() throws IOException {
    if (changed) {
      Path next = Files.createTempDirectory(folder, "dictionary-");
      MecabDictionary.extend(original, allWords(), next);
      made.add(next);
      changed = false;
      // The last but one may still be in use by a program that was started a moment ago.
      while (made.size() > 2) {
        ChildProcesses.deleteTree(made.remove(0));
      }
    }
    return made.get(made.size() - 1);
  }

  /** The words, and the known names: a word that reads such a name anew is taken as surely. */
  private List<UserWord> allWords() {
    Set<String> names = KNOWN_NAMES.stream().map(UserWord::surface).collect(Collectors.toSet());
    Set<String> own = words.values().stream().map(UserWord::surface).collect(Collectors.toSet());
    return Stream.concat(
            words.values().stream().map(it -> names.contains(it.surface()) ? it.surest() : it),
            KNOWN_NAMES.stream().filter(name -> !own.contains(name.surface())))
        .toList();
  }
}
