package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.EngineDictionary.Required;
import dev.zundacast.voice.engine.EngineDictionary.Use;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The words of one engine's dictionary: as they were read, as they are once a run has written what
 * it requires, and whether they are still the same.
 */
public final class EngineWords {
  private static final String NO_WORD = "00000000-0000-0000-0000-000000000000";

  private final EngineClient client;
  private final EngineInfo info;
  private final PoolOptions options;
  private final EngineUsers users;
  private final WordImport taken;
  private volatile EngineDictionary dictionary = EngineDictionary.NONE;
  private volatile Use use = Use.SHARED;
  private volatile boolean hasDictionary;
  private volatile boolean refusedWords;

  EngineWords(EngineClient client, EngineInfo info, PoolOptions options, EngineUsers users) {
    this.client = client;
    this.info = info;
    this.options = options;
    this.users = users;
    this.taken = new WordImport(client);
  }

  /** Reads the user dictionary. */
  public synchronized void read() throws IOException {
    Optional<JsonNode> answer = client.retrying(client::words);
    use = users.isAlone() ? Use.ALONE : Use.SHARED;
    dictionary = answer.map(EngineDictionary::of).orElse(EngineDictionary.NONE);
    hasDictionary = answer.isPresent();
  }

  /** The user dictionary as it is, or as it will be once the required words are written. */
  public EngineDictionary expected(Required required) {
    if (areTaken()) {
      return dictionary.with(taken.accepted(required), use);
    }
    boolean leaves = use == Use.ALONE && options.dictionary() == PoolOptions.Dictionary.LEAVE_ALONE;
    return leaves ? dictionary.others() : dictionary;
  }

  /** Whether the dictionary takes words. */
  boolean areTaken() {
    return options.dictionary() == PoolOptions.Dictionary.WRITE && knownRefusal().isEmpty();
  }

  /**
   * The line's words that are put into its accent phrases, as the dictionary does not take them.
   */
  public List<String> phraseWords(SpokenLine line) {
    return areTaken()
        ? List.of()
        : line.words().stream()
            .map(word -> "phrase " + word.surface() + " " + word.reading() + " " + word.accent())
            .toList();
  }

  /** Why words cannot be written to this engine's dictionary, empty when they can. */
  private Optional<String> knownRefusal() {
    if (info.brand().toLowerCase(Locale.ROOT).contains("aivis") || dictionary.hasOwnForm()) {
      return Optional.of("keeps its dictionary in a form of its own; accents are left to it");
    }
    if (refusedWords) {
      return Optional.of("does not let its dictionary be changed");
    }
    return hasDictionary
        ? Optional.empty()
        : Optional.of("has no user dictionary; accents are left to it");
  }

  /** Why words cannot be written to its dictionary, found out without a change of a word. */
  public Optional<String> refusal() {
    if (knownRefusal().isEmpty()) {
      try {
        client.deleteWord(NO_WORD);
      } catch (EngineFault e) {
        // That there is no such word is what an engine says that may be changed.
        refusedWords = e.isForbidden();
      }
    }
    return knownRefusal();
  }

  /**
   * Writes the required words where they are missing.
   *
   * @param note hears why the engine goes without them
   */
  public void write(Required required, Consumer<String> note) throws IOException {
    if (areTaken()) {
      if (!dictionary.satisfies(taken.accepted(required), use)) {
        writeOrNote(() -> write(required), note);
      }
      List<String> others = dictionary.taken(taken.accepted(required), use);
      if (!others.isEmpty()) {
        note.accept(kept(others));
      }
    } else if (options.dictionary() == PoolOptions.Dictionary.LEAVE_ALONE) {
      if (use == Use.ALONE && !dictionary.ours().isEmpty()) {
        writeOrNote(this::removeOurs, note);
      }
    } else if (!required.words().isEmpty()) {
      knownRefusal().ifPresent(why -> note.accept(info.title() + " " + why));
    }
  }

  private String kept(List<String> words) {
    return info.title()
        + ": its dictionary has a word of somebody else's for "
        + String.join("、", words)
        + ", which is kept; 'zundacast dict clean' takes out those of other runs of ours";
  }

  /** A request to change the dictionary. */
  private interface Change {
    void make() throws IOException;
  }

  private void writeOrNote(Change change, Consumer<String> note) throws IOException {
    try {
      change.make();
    } catch (EngineFault e) {
      // An engine whose disk is full fails at each change, and speaks all the same.
      boolean unchanged =
          e.kind() == EngineFault.Kind.REFUSED || e.kind() == EngineFault.Kind.FAILING;
      if (!unchanged && !e.isMissingFeature()) {
        throw e;
      }
      refusedWords = true;
      note.accept(e.getMessage() + "; accents of the reading list are left to it");
    }
  }

  /**
   * Writes what is missing, takes out what is no longer required, and reads back what came of it:
   * an engine that answers well may have kept nothing all the same.
   *
   * @throws EngineFault of kind REFUSED when it keeps none of the changes
   */
  private synchronized void write(Required required) throws IOException {
    read();
    change(required);
    if (!dictionary.satisfies(taken.accepted(required), use)) {
      // Engines lose words that two clients write at the same time.
      change(required);
    }
    Required accepted = taken.accepted(required);
    List<DictionaryWord> lost = dictionary.missing(accepted, use);
    if (!dictionary.stale(accepted, use).isEmpty()
        || (!lost.isEmpty() && lost.size() == accepted.words().size())) {
      throw fault(
          EngineFault.Kind.REFUSED,
          "answers that its dictionary is changed, and leaves it as it is");
    }
    taken.lost(lost, "the engine at " + info.url() + " does not keep it in its dictionary");
  }

  private void change(Required required) throws IOException {
    Required accepted = taken.accepted(required);
    for (String uuid : dictionary.stale(accepted, use)) {
      client.deleteWord(uuid);
    }
    List<DictionaryWord> missing = dictionary.missing(accepted, use);
    if (!missing.isEmpty()) {
      taken.write(missing);
    }
    read();
  }

  private synchronized void removeOurs() throws IOException {
    for (String uuid : dictionary.ours()) {
      client.deleteWord(uuid);
    }
    read();
  }

  /**
   * Takes all words of ours out of the dictionary.
   *
   * @return how many there were
   * @throws Problem when another run on this machine has the engine open
   */
  public int clean() throws IOException {
    if (users.hasOthers()) {
      throw Problem.failed(
          "another run is at work on the engine at " + info.url() + "; wait for it to end");
    }
    read();
    int count = dictionary.ours().size();
    removeOurs();
    return count;
  }

  /**
   * Makes sure that the words that decide on a text are those that its clip is named after.
   *
   * @throws EngineFault of kind CHANGED when they are others now, of kind DROPPED when they were so
   *     for a moment, and the query has to be asked again
   */
  void requireUnchanged(String text, Required required) throws IOException {
    if (!hasDictionary) {
      return;
    }
    EngineDictionary agreed = dictionary;
    EngineDictionary now = client.words().map(EngineDictionary::of).orElse(EngineDictionary.NONE);
    if (deciding(now, text, required).equals(deciding(agreed, text, required))) {
      return;
    }
    if (areTaken()) {
      writeOrNote(() -> write(required), note -> {});
      if (dictionary.soundsAs(agreed, taken.accepted(required))) {
        throw fault(
            EngineFault.Kind.DROPPED, "lost words of its dictionary; they are written again");
      }
      dictionary = agreed;
    }
    throw fault(
        EngineFault.Kind.CHANGED,
        "has other words in its dictionary for '" + text + "' than when the work began");
  }

  private List<String> deciding(EngineDictionary entries, String text, Required required) {
    return (areTaken() ? entries.deciding(taken.accepted(required)) : entries).touching(text);
  }

  private EngineFault fault(EngineFault.Kind kind, String what) {
    return EngineFault.of(kind, "the engine at " + info.url() + " " + what);
  }

  /** Whether the dictionary did not take what a run required, so that lines have other names. */
  public boolean anyRefused() {
    return refusedWords || taken.hasRefused();
  }

  /** The words of a run that the engine refused, each with the engine's reason. */
  public Map<DictionaryWord, String> refused(Required required) {
    Map<DictionaryWord, String> refused = new LinkedHashMap<>(taken.refused());
    refused.keySet().retainAll(required.words());
    return refused;
  }

  /** A word with which a query was refused, and was not without it. */
  void refusedInQuery(List<DictionaryWord> words, EngineFault why) {
    taken.refusedInQuery(words, why);
  }
}
