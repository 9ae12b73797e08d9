package dev.zundacast.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.QueryReview;
import dev.zundacast.episode.SpokenLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An engine of a pool: what it said about itself when it was met, and whether that still holds. */
final class PoolEngine implements AutoCloseable {
  /** A mended text may be misread in another place; after this many times it is sent as it is. */
  private static final int REVIEWS = 2;

  /** A command's own first steps; before a line is relied on its words are looked at again. */
  private static final long FRESH_NANOS = 2_000_000_000;

  private final Engine engine;
  private final EngineInfo info;
  private final Roster roster;
  private final SmallRequest small;
  private final int sampleRate;
  private final boolean hasOwnForm;
  private final Set<Long> initialised = new HashSet<>();
  private volatile EngineWords words = EngineWords.NONE;
  private @Nullable JsonNode answered;
  private final long met = System.nanoTime();
  private boolean hasRun;
  private volatile boolean hasDictionary;
  private volatile boolean readOnly;
  private volatile boolean withoutNotation;

  private PoolEngine(Engine engine, EngineInfo info, Roster roster, PoolOptions options) {
    this.engine = engine;
    this.info = info;
    this.roster = roster;
    this.small = new SmallRequest(options);
    this.sampleRate = options.sampleRate();
    this.hasOwnForm = info.brand().toLowerCase(Locale.ROOT).contains("aivis");
  }

  /** Asks the engine who it is and who speaks there. */
  static PoolEngine meet(String address, PoolOptions options) throws EngineFault {
    Engine engine = new Engine(address, options.timeouts());
    try {
      SmallRequest small = new SmallRequest(options);
      String version = small.ask(engine::version);
      String brand = small.ask(engine::manifest).path("brand_name").asText();
      EngineInfo info = new EngineInfo(engine.url(), brand, version);
      Roster roster = new Roster(info, small.ask(engine::speakers));
      PoolEngine met = new PoolEngine(engine, info, roster, options);
      met.readWords();
      return met;
    } catch (EngineFault e) {
      engine.close();
      throw e;
    }
  }

  EngineInfo info() {
    return info;
  }

  Roster roster() {
    return roster;
  }

  String policy(String speakerUuid) throws EngineFault {
    return engine.policy(speakerUuid);
  }

  /** The user dictionary as it was last read. */
  EngineWords words() {
    return words;
  }

  /** Reads the user dictionary; what is known of one that did not change stays known. */
  synchronized void readWords() throws EngineFault {
    @Nullable JsonNode answer = small.ask(engine::words).orElse(null);
    if (!Objects.equals(answer, answered)) {
      words = answer == null ? EngineWords.NONE : EngineWords.of(answer);
      answered = answer;
    }
    hasDictionary = answer != null;
  }

  /** Reads the user dictionary again before a run, unless the engine was met for it just now. */
  synchronized void refreshWords() throws EngineFault {
    boolean metJustNow = !hasRun && System.nanoTime() - met < FRESH_NANOS;
    hasRun = true;
    if (!metJustNow) {
      readWords();
    }
  }

  /** Why words cannot be written to this engine's dictionary, empty when they can. */
  Optional<String> dictionaryRefusal() {
    if (hasOwnForm || words.hasOwnForm()) {
      return Optional.of(
          info.title() + " keeps its dictionary in a form of its own; accents are left to it");
    }
    if (readOnly) {
      return Optional.of(info.title() + " does not let its dictionary be changed");
    }
    return hasDictionary
        ? Optional.empty()
        : Optional.of(info.title() + " has no user dictionary; accents are left to it");
  }

  /** Whether words can be written to this engine's dictionary. */
  boolean takesWords() {
    return hasDictionary && !readOnly && !hasOwnForm && !words.hasOwnForm();
  }

  /** The engine refused to take words: it is not asked again. */
  void leaveWordsAlone() {
    readOnly = true;
  }

  /** Writes what is missing, takes out what is no longer wanted, and reads the outcome back. */
  synchronized void writeWords(WantedWords wanted) throws EngineFault {
    readWords();
    for (String uuid : words.stale(wanted)) {
      engine.deleteWord(uuid);
    }
    ObjectNode missing = words.missing(wanted);
    if (!missing.isEmpty()) {
      engine.importWords(missing);
    }
    readWords();
  }

  /**
   * Makes sure that the engine is still the one that {@code text}'s clip is named after: same
   * version, same words in the dictionary. Called behind each query, before it is relied on.
   *
   * @throws EngineChanged when it is another one now
   * @throws EngineFault when it was so for a moment, and the query has to be asked again
   */
  void requireUnchanged(String text, Optional<WantedWords> wanted)
      throws EngineFault, EngineChanged {
    String version = engine.versionWhileSpeaking();
    if (!version.equals(info.version())) {
      throw new EngineChanged(
          at() + " changed from version " + info.version() + " to " + version + " meanwhile");
    }
    if (!hasDictionary) {
      return;
    }
    List<String> before = words.touching(text);
    EngineWords now = engine.words().map(EngineWords::of).orElse(EngineWords.NONE);
    if (now.touching(text).equals(before)) {
      return;
    }
    if (wanted.isPresent()) {
      writeWords(wanted.get());
      if (words.touching(text).equals(before)) {
        throw EngineFault.of(
            EngineFault.Kind.DROPPED,
            at() + " lost words of its dictionary; they are written again");
      }
    }
    throw new EngineChanged(
        at() + " has other words in its dictionary for '" + text + "' than when the work began");
  }

  private String at() {
    return "the engine at " + info.url();
  }

  /**
   * Everything that has to be asked before an utterance can be spoken.
   *
   * @param hasWords whether the line's words are in the dictionary
   */
  Prepared prepare(Utterance utterance, QueryReview review, boolean hasWords) throws EngineFault {
    Role role = roster.role(utterance.line());
    initialise(role.style());
    List<ObjectNode> queries = new ArrayList<>();
    for (TextParts.Part part : utterance.parts()) {
      ObjectNode query = query(part.text(), utterance.line(), role.style(), review, hasWords);
      queries.add(AudioQueries.with(query, role.parameters(), sampleRate));
    }
    if (queries.stream().noneMatch(AudioQueries::hasWords)) {
      throw EngineFault.of(
          EngineFault.Kind.UNREADABLE,
          "the engine finds nothing to read in '"
              + utterance.line().spoken()
              + "'; give it a reading with a > line in the script or in readings.tsv");
    }
    return new Prepared(utterance, this, role, queries);
  }

  /** What this engine understands of a line: the morae of each accent phrase. */
  List<String> phrases(SpokenLine line, boolean hasWords) throws EngineFault {
    List<String> phrases = new ArrayList<>();
    queries(line, QueryReview.NONE, hasWords).forEach(q -> phrases.addAll(AudioQueries.phrases(q)));
    return phrases;
  }

  /** What this engine would say of a line, in kana notation. */
  String heard(SpokenLine line, QueryReview review, boolean hasWords) throws EngineFault {
    return HeardKana.of(queries(line, review, hasWords));
  }

  private List<ObjectNode> queries(SpokenLine line, QueryReview review, boolean hasWords)
      throws EngineFault {
    long style = roster.role(line).style();
    List<ObjectNode> queries = new ArrayList<>();
    for (TextParts.Part part : TextParts.of(line.spoken())) {
      queries.add(small.ask(() -> query(part.text(), line, style, review, hasWords)));
    }
    return queries;
  }

  /** The query of a text, with the line's words in it though no dictionary has them. */
  private ObjectNode query(
      String text, SpokenLine line, long style, QueryReview review, boolean hasWords)
      throws EngineFault {
    String kana = text.replaceFirst("[/、]$", "");
    if (KanaNotation.is(kana)) {
      ObjectNode plain = engine.audioQuery(KanaNotation.reading(kana), style);
      return phrased(plain, kana, style);
    }
    ObjectNode query = reviewed(text, style, review);
    Optional<String> mended = hasWords ? Optional.empty() : AccentMending.of(query, line.words());
    return mended.isPresent() ? phrased(query, mended.get(), style) : query;
  }

  /** The query with these accent phrases; as it was on an engine that knows no kana notation. */
  private ObjectNode phrased(ObjectNode query, String kana, long style) throws EngineFault {
    try {
      return query.set("accent_phrases", engine.accentPhrases(kana, style));
    } catch (EngineFault e) {
      if (e.kind() != EngineFault.Kind.REFUSED && !e.isMissingFeature()) {
        throw e;
      }
      withoutNotation = true;
      return query;
    }
  }

  /** Whether the engine was asked for kana notation and knows none. */
  boolean isWithoutNotation() {
    return withoutNotation;
  }

  private ObjectNode reviewed(String text, long style, QueryReview review) throws EngineFault {
    String sent = text;
    ObjectNode query = engine.audioQuery(sent, style);
    for (int i = 0; i < REVIEWS; i++) {
      Optional<String> mended = review.mended(sent, AudioQueries.phrases(query));
      if (mended.isEmpty() || mended.get().equals(sent)) {
        return query;
      }
      sent = mended.get();
      query = engine.audioQuery(sent, style);
    }
    return query;
  }

  private void initialise(long style) throws EngineFault {
    synchronized (initialised) {
      if (!initialised.contains(style)) {
        engine.initialize(style);
        initialised.add(style);
      }
    }
  }

  /** Speaks what was prepared, by this engine or by one that is alike. */
  List<byte[]> speak(Prepared prepared) throws EngineFault {
    List<byte[]> parts = new ArrayList<>();
    for (ObjectNode query : prepared.queries()) {
      parts.add(engine.synthesis(query, prepared.role().style()));
    }
    return parts;
  }

  /** A restarted engine has forgotten which styles it had loaded. */
  void forgetStyles() {
    synchronized (initialised) {
      initialised.clear();
    }
  }

  /** What the names of all clips begin with that are spoken like this line. */
  byte[] beginning(SpokenLine line) {
    return ClipIdentity.beginning(info, roster.role(line), sampleRate);
  }

  /**
   * The clip of {@code utterance} as this engine would make it with {@code dictionary}.
   *
   * @param beginning that of its line
   * @param hasWords whether the line's words are in the dictionary
   */
  static String identity(
      Utterance utterance,
      byte[] beginning,
      EngineWords dictionary,
      QueryReview review,
      boolean hasWords) {
    String spoken = utterance.line().spoken();
    boolean reviewed = review != QueryReview.NONE;
    List<String> words = new ArrayList<>(dictionary.touching(spoken));
    if (!hasWords) {
      for (DictionaryWord word : utterance.line().words()) {
        words.add("phrase\t" + word.surface() + "\t" + word.reading() + "\t" + word.accent());
      }
    }
    return ClipIdentity.of(beginning, spoken, utterance.gaps(), words, reviewed);
  }

  void cancelAll() {
    engine.cancelAll();
  }

  @Override
  public void close() {
    engine.close();
  }
}
