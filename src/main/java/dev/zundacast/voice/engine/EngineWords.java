package dev.zundacast.voice.engine;

import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.EngineDictionary.Change;
import dev.zundacast.voice.engine.EngineDictionary.Required;
import dev.zundacast.voice.engine.EngineDictionary.Use;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The words of one engine's dictionary: as they were read, as they are once a run has written what
 * it requires, and whether they are still the same. Words that the engine refuses are remembered
 * with its reason, and no longer asked of it.
 */
public final class EngineWords {
  private static final String NO_WORD = "00000000-0000-0000-0000-000000000000";

  /** Engines lose words that two clients write at the same time. */
  private static final int ATTEMPTS = 2;

  private final EngineClient client;
  private final EngineInfo info;
  private final PoolOptions options;
  private final EngineUsers users;

  private final Map<DictionaryWord, Message> refused = new ConcurrentHashMap<>();

  /** Taken by the dictionary, and refused in queries. */
  private final Map<DictionaryWord, Message> refusedInQueries = new ConcurrentHashMap<>();

  private volatile Answer answer = new Answer(new byte[0], EngineDictionary.NONE);
  private volatile EngineDictionary dictionary = EngineDictionary.NONE;
  private volatile Use use = Use.SHARED;
  private volatile boolean refusesAll;

  /** What the engine answered the last time. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Answer(byte[] words, EngineDictionary dictionary) {}

  EngineWords(EngineClient client, EngineInfo info, PoolOptions options, EngineUsers users) {
    this.client = client;
    this.info = info;
    this.options = options;
    this.users = users;
  }

  /** Reads the user dictionary. */
  public synchronized void read() throws IOException {
    EngineDictionary now = client.retrying(this::now);
    use = users.isAlone() ? Use.ALONE : Use.SHARED;
    dictionary = now;
  }

  /** The same object while the engine answers the same: years of words take a while to read. */
  private EngineDictionary now() throws IOException {
    Optional<byte[]> words = client.words();
    if (words.isEmpty()) {
      return EngineDictionary.NONE;
    }
    Answer last = answer;
    if (!Arrays.equals(last.words(), words.get())) {
      last = new Answer(words.get(), client.dictionary(words.get()));
      answer = last;
    }
    return last.dictionary();
  }

  /** The user dictionary as it is, or as it will be once the required words are written. */
  public EngineDictionary expected(Required required) {
    if (areTaken()) {
      return dictionary.with(accepted(required), use);
    }
    boolean leaves = use == Use.ALONE && options.dictionary() == PoolOptions.Dictionary.LEAVE_ALONE;
    return leaves ? dictionary.others() : dictionary;
  }

  /** What a run can have of what it requires. */
  private Required accepted(Required required) {
    return required.without(refused.keySet());
  }

  private Change change(Required required) {
    return dictionary.change(accepted(required), use);
  }

  /** Whether the dictionary takes words. */
  boolean areTaken() {
    return options.dictionary() == PoolOptions.Dictionary.WRITE && knownRefusal().isEmpty();
  }

  /** The line's words that are put into its phrases, as the dictionary does not take them. */
  public List<String> phraseWords(SpokenLine line) {
    return areTaken()
        ? List.of()
        : line.words().stream()
            .map(word -> "phrase " + word.surface() + " " + word.reading() + " " + word.accent())
            .toList();
  }

  /** Why words cannot be written to this engine's dictionary, empty when they can. */
  private Optional<Message> knownRefusal() {
    if (info.brand().toLowerCase(Locale.ROOT).contains("aivis") || dictionary.hasOwnForm()) {
      return Optional.of(Message.of("engine.ownDictionaryForm"));
    }
    boolean has = dictionary != EngineDictionary.NONE;
    return has && !refusesAll
        ? Optional.empty()
        : Optional.of(Message.of(refusesAll ? "engine.dictionaryFixed" : "engine.noDictionary"));
  }

  /** Why words cannot be written to its dictionary, found out without a change of a word. */
  public Optional<Message> refusal() {
    if (knownRefusal().isEmpty()) {
      try {
        client.deleteWord(NO_WORD);
      } catch (EngineFault e) {
        // That there is no such word is what an engine says that may be changed.
        refusesAll = e.isForbidden();
      }
    }
    return knownRefusal();
  }

  /** Writes the required words where they are missing, and notes why it goes without them. */
  public void write(Required required, Consumer<Message> note) throws IOException {
    if (areTaken()) {
      if (!change(required).isNone()) {
        writeOrNote(() -> write(required), note);
      }
      List<String> others = change(required).taken();
      if (!others.isEmpty()) {
        String words = String.join("、", others);
        note.accept(Message.of("engine.wordOfOthers", info.title(), words));
      }
    } else if (options.dictionary() == PoolOptions.Dictionary.LEAVE_ALONE) {
      if (use == Use.ALONE && !dictionary.ours().isEmpty()) {
        writeOrNote(this::removeOurs, note);
      }
    } else if (!required.words().isEmpty()) {
      knownRefusal().ifPresent(why -> note.accept(Message.plain(info.title(), " ", why)));
    }
  }

  private interface Request {
    void make() throws IOException;
  }

  private void writeOrNote(Request request, Consumer<Message> note) throws IOException {
    try {
      request.make();
    } catch (EngineFault e) {
      // An engine whose disk is full fails at each change, and speaks all the same.
      boolean unchanged =
          e.kind() == EngineFault.Kind.REFUSED || e.kind() == EngineFault.Kind.FAILING;
      if (!unchanged && !e.isMissingFeature()) {
        throw e;
      }
      refusesAll = true;
      note.accept(Message.of("engine.withoutAccents", Message.of(e)));
    }
  }

  /**
   * Writes what is missing, takes out what is no longer required, and reads back what came of it:
   * an engine that answers well may have kept nothing all the same.
   */
  private synchronized void write(Required required) throws IOException {
    read();
    for (int i = 0; i < ATTEMPTS && !change(required).isNone(); i++) {
      make(change(required));
      read();
    }
    Change left = change(required);
    boolean keepsNone =
        !left.missing().isEmpty() && left.missing().size() == accepted(required).words().size();
    if (keepsNone || !left.stale().isEmpty()) {
      throw fault(EngineFault.Kind.REFUSED, Message.of("engine.pretendsChange"));
    }
    Message lost = Message.of("engine.wordNotKept", info.url());
    left.missing().forEach(word -> refused.put(word, lost));
  }

  private void make(Change change) throws IOException {
    for (String uuid : change.stale()) {
      client.deleteWord(uuid);
    }
    List<DictionaryWord> words = change.missing();
    if (!words.isEmpty() && !isAnyTaken(words) && words.size() > 1) {
      Message reason = Objects.requireNonNull(refused.get(words.get(0)));
      refused.keySet().removeAll(words);
      throw EngineFault.of(EngineFault.Kind.REFUSED, reason);
    }
  }

  /**
   * Writes these words; tells whether any was taken. Engines take all of them or none, and do not
   * say which one they refuse: it is found by halves.
   */
  private boolean isAnyTaken(List<DictionaryWord> words) throws IOException {
    try {
      client.importWords(EngineDictionary.asJson(words));
      return true;
    } catch (EngineFault e) {
      if (e.kind() != EngineFault.Kind.REFUSED || e.isForbidden() || e.isMissingFeature()) {
        throw e;
      }
      if (words.size() == 1) {
        refused.put(words.get(0), Message.of(e));
        return false;
      }
    }
    int half = words.size() / 2;
    boolean first = isAnyTaken(words.subList(0, half));
    return isAnyTaken(words.subList(half, words.size())) || first;
  }

  private synchronized void removeOurs() throws IOException {
    for (String uuid : dictionary.ours()) {
      client.deleteWord(uuid);
    }
    read();
  }

  /**
   * Takes all words of ours out of the dictionary, and counts them; a problem while another run on
   * this machine has the engine open.
   */
  public int clean() throws IOException {
    if (users.hasOthers()) {
      throw Problem.failed("engine.inUse", info.url());
    }
    read();
    int count = dictionary.ours().size();
    removeOurs();
    return count;
  }

  /**
   * Makes sure that the words that decide on a text are those that its clip is named after; else a
   * fault of kind CHANGED, or DROPPED where the query has to be asked again.
   */
  void requireUnchanged(String text, Required required) throws IOException {
    if (dictionary == EngineDictionary.NONE) {
      return;
    }
    EngineDictionary agreed = dictionary;
    EngineDictionary now = now();
    if (now == agreed || deciding(now, text, required).equals(deciding(agreed, text, required))) {
      return;
    }
    if (areTaken()) {
      writeOrNote(() -> write(required), note -> {});
      if (dictionary.soundsAs(agreed, accepted(required))) {
        throw fault(EngineFault.Kind.DROPPED, Message.of("engine.lostWords"));
      }
      dictionary = agreed;
    }
    throw fault(EngineFault.Kind.CHANGED, Message.of("engine.otherWords", text));
  }

  private List<String> deciding(EngineDictionary entries, String text, Required required) {
    return (areTaken() ? entries.deciding(accepted(required)) : entries).touching(text);
  }

  private EngineFault fault(EngineFault.Kind kind, Message what) {
    return EngineFault.of(kind, Message.of("engine.does", info.url(), what));
  }

  /** Whether the dictionary did not take what a run required, so that lines have other names. */
  public boolean anyRefused() {
    return refusesAll || !refused.isEmpty();
  }

  /** The words of a run that the engine refused, each with the engine's reason. */
  public Map<DictionaryWord, Message> refused(Required required) {
    Map<DictionaryWord, Message> all = new LinkedHashMap<>(refused);
    all.putAll(refusedInQueries);
    all.keySet().retainAll(required.words());
    return all;
  }

  /** With these words in its dictionary the engine refused a query, and did not without them. */
  void refusedInQuery(List<DictionaryWord> words, EngineFault why) {
    words.forEach(word -> refusedInQueries.put(word, Message.of(why)));
  }
}
