package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.DictionaryWord;
import dev.zundacast.episode.KanaNotation;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.QueryReview;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.OfferedSpeaker;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.EngineDictionary.Use;
import dev.zundacast.voice.engine.EngineSpeakers.SpeakerStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A connected engine: what it said about itself, and whether that still holds. */
public final class Engine implements AutoCloseable {
  /** A mended text may be misread in another place; after this many times it is sent as it is. */
  private static final int REVIEWS = 2;

  private final EngineClient client;
  private final EngineInfo info;
  private final EngineSpeakers speakers;
  private static final String NO_WORD = "00000000-0000-0000-0000-000000000000";

  private final PoolOptions options;
  private final EngineUsers users;
  private final WordImport words;
  private final Set<Long> initialised = new HashSet<>();
  private volatile EngineDictionary dictionary = EngineDictionary.NONE;
  private volatile Use use = Use.SHARED;
  private volatile boolean hasDictionary;
  private volatile boolean refusedWords;
  private volatile boolean withoutNotation;

  private Engine(
      EngineClient client, EngineInfo info, EngineSpeakers speakers, PoolOptions options) {
    this.client = client;
    this.info = info;
    this.speakers = speakers;
    this.options = options;
    this.users = EngineUsers.join(info.url());
    this.words = new WordImport(client);
  }

  /** Asks the engine who it is and who speaks there. */
  static Engine connect(EngineClient client, PoolOptions options) throws IOException {
    String version = client.retrying(client::version);
    String brand = client.retrying(client::manifest).path("brand_name").asText();
    EngineInfo info = new EngineInfo(client.url(), brand, version);
    EngineSpeakers speakers = new EngineSpeakers(info, client.retrying(client::speakers));
    Engine engine = new Engine(client, info, speakers, options);
    try {
      engine.readDictionary();
    } catch (IOException | RuntimeException e) {
      engine.users.close();
      throw e;
    }
    return engine;
  }

  /** What the engine says about itself. */
  public EngineInfo info() {
    return info;
  }

  /** How well its queries tell lengths: of other brands nobody knows how they round. */
  public ClipCheck.Lengths lengths() {
    return info.isDraft() || info.brand().equals("VOICEVOX")
        ? ClipCheck.Lengths.TO_THE_FRAME
        : ClipCheck.Lengths.ROUGH;
  }

  /** How the engine is treated. */
  public PoolOptions options() {
    return options;
  }

  /** The characters that it offers. */
  public List<OfferedSpeaker> speakers() {
    return speakers.all();
  }

  /** The terms of use of a character, "" when the engine does not state them. */
  public String policy(String speakerUuid) throws IOException {
    return client.policy(speakerUuid);
  }

  /** Everything that decides how the engine speaks a line beside its text and the dictionary. */
  public List<String> settings(SpokenLine line) {
    SpeakerStyle style = speakers.style(line);
    return List.of(
        info.brand(),
        info.version(),
        style.uuid(),
        style.version(),
        Long.toString(style.id()),
        Double.toString(style.parameters().speed()),
        Double.toString(style.parameters().pitch()),
        Double.toString(style.parameters().intonation()),
        Double.toString(style.parameters().volume()),
        Double.toString(style.parameters().pauseScale()),
        Integer.toString(options.sampleRate()));
  }

  /** Reads the user dictionary. */
  public synchronized void readDictionary() throws IOException {
    Optional<JsonNode> answer = client.retrying(client::words);
    use = users.isAlone() ? Use.ALONE : Use.SHARED;
    dictionary = answer.map(EngineDictionary::of).orElse(EngineDictionary.NONE);
    hasDictionary = answer.isPresent();
  }

  /** The user dictionary as it is, or as it will be once the required words are written. */
  public EngineDictionary expectedDictionary(EngineDictionary.Required required) {
    if (takesWords()) {
      return dictionary.with(words.accepted(required), use);
    }
    boolean leaves = use == Use.ALONE && options.dictionary() == PoolOptions.Dictionary.LEAVE_ALONE;
    return leaves ? dictionary.others() : dictionary;
  }

  private boolean takesWords() {
    return options.dictionary() == PoolOptions.Dictionary.WRITE && refusal().isEmpty();
  }

  /**
   * The line's words that are put into its accent phrases, as the dictionary does not take them.
   */
  public List<String> phraseWords(SpokenLine line) {
    return takesWords()
        ? List.of()
        : line.words().stream()
            .map(word -> "phrase " + word.surface() + " " + word.reading() + " " + word.accent())
            .toList();
  }

  /** Why words cannot be written to this engine's dictionary, empty when they can. */
  private Optional<String> refusal() {
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
  public Optional<String> dictionaryRefusal() {
    if (refusal().isEmpty()) {
      try {
        client.deleteWord(NO_WORD);
      } catch (EngineFault e) {
        // That there is no such word is what an engine says that may be changed.
        refusedWords = e.isForbidden();
      }
    }
    return refusal();
  }

  /**
   * Writes the required words where they are missing.
   *
   * @param note hears why the engine goes without them
   */
  public void writeDictionary(EngineDictionary.Required required, Consumer<String> note)
      throws IOException {
    if (takesWords()) {
      if (!dictionary.satisfies(words.accepted(required), use)) {
        writeOrNote(() -> write(required), note);
      }
      List<String> taken = dictionary.taken(words.accepted(required), use);
      if (!taken.isEmpty()) {
        note.accept(taken(taken));
      }
    } else if (options.dictionary() == PoolOptions.Dictionary.LEAVE_ALONE) {
      if (use == Use.ALONE && !dictionary.ours().isEmpty()) {
        writeOrNote(this::removeOurs, note);
      }
    } else if (!required.words().isEmpty()) {
      refusal().ifPresent(why -> note.accept(info.title() + " " + why));
    }
  }

  private String taken(List<String> words) {
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
      if (e.kind() != EngineFault.Kind.REFUSED && !e.isMissingFeature()) {
        throw e;
      }
      refusedWords = true;
      note.accept(e.getMessage() + "; accents of the reading list are left to it");
    }
  }

  /** Writes what is missing, takes out what is no longer required, and reads the outcome back. */
  private synchronized void write(EngineDictionary.Required required) throws IOException {
    readDictionary();
    EngineDictionary.Required accepted = words.accepted(required);
    for (String uuid : dictionary.stale(accepted, use)) {
      client.deleteWord(uuid);
    }
    List<DictionaryWord> missing = dictionary.missing(accepted, use);
    if (!missing.isEmpty()) {
      words.write(missing);
    }
    readDictionary();
  }

  private synchronized void removeOurs() throws IOException {
    for (String uuid : dictionary.ours()) {
      client.deleteWord(uuid);
    }
    readDictionary();
  }

  /**
   * Takes all words of ours out of the dictionary.
   *
   * @return how many there were
   * @throws Problem when another run on this machine has the engine open
   */
  public int clean() throws IOException {
    if (users.hasOthers()) {
      throw Problem.of(
          Problem.Kind.FAILED,
          "another run is at work on the engine at " + info.url() + "; wait for it to end");
    }
    readDictionary();
    int count = dictionary.ours().size();
    removeOurs();
    return count;
  }

  /**
   * Makes sure that a sound that came just now is one of the version that its clip is named after.
   *
   * @throws EngineFault of kind CHANGED when it is not
   */
  public void requireSameVersion() throws EngineFault {
    String version;
    try {
      version = client.versionWhileSpeaking();
    } catch (EngineFault away) {
      return; // What spoke it went away afterwards.
    }
    if (!version.equals(info.version())) {
      throw changed(version);
    }
  }

  /**
   * Makes sure that the engine answers, and is the one that it was.
   *
   * @throws EngineFault of kind CHANGED when it is another one now
   */
  public void requireThere() throws EngineFault {
    String version = client.version();
    if (!version.equals(info.version())) {
      throw changed(version);
    }
  }

  private EngineFault changed(String version) {
    return fault(
        EngineFault.Kind.CHANGED,
        "changed from version " + info.version() + " to " + version + " meanwhile");
  }

  /**
   * Makes sure that the engine is still the one that {@code text}'s clip is named after: same
   * version, same words in the dictionary. Called behind each query, before it is relied on.
   *
   * @throws EngineFault of kind CHANGED when it is another one now, of kind DROPPED when it was so
   *     for a moment, and the query has to be asked again
   */
  public void requireUnchanged(String text, EngineDictionary.Required required) throws IOException {
    String version = client.versionWhileSpeaking();
    if (!version.equals(info.version())) {
      throw changed(version);
    }
    if (!hasDictionary) {
      return;
    }
    EngineDictionary agreed = dictionary;
    EngineDictionary now = client.words().map(EngineDictionary::of).orElse(EngineDictionary.NONE);
    if (deciding(now, text, required).equals(deciding(agreed, text, required))) {
      return;
    }
    if (takesWords()) {
      write(required);
      if (dictionary.soundsAs(agreed, words.accepted(required))) {
        throw fault(
            EngineFault.Kind.DROPPED, "lost words of its dictionary; they are written again");
      }
      dictionary = agreed;
    }
    throw fault(
        EngineFault.Kind.CHANGED,
        "has other words in its dictionary for '" + text + "' than when the work began");
  }

  private List<String> deciding(
      EngineDictionary entries, String text, EngineDictionary.Required required) {
    return (takesWords() ? entries.deciding(words.accepted(required)) : entries).touching(text);
  }

  private EngineFault fault(EngineFault.Kind kind, String what) {
    return EngineFault.of(kind, "the engine at " + info.url() + " " + what);
  }

  /**
   * What an engine has to be sent to speak a line.
   *
   * @param engine the engine that was asked for the queries
   * @param style who speaks
   * @param queries the query of each part of the line
   */
  public record Queries(Engine engine, SpeakerStyle style, List<ObjectNode> queries) {

    /** Whether {@code other} would ask for the same, word for word. */
    public boolean areFor(Engine other, SpokenLine line) {
      return engine == other
          || (engine.info.isSameVersion(other.info) && other.speakers.style(line).equals(style));
    }
  }

  /** Asks for everything that is needed before a line can be spoken. */
  public Queries queries(SpokenLine line, QueryReview review) throws IOException {
    SpeakerStyle style = speakers.style(line);
    initialise(style.id());
    List<ObjectNode> queries = new ArrayList<>();
    for (TextParts.Part part : TextParts.of(line.spoken())) {
      ObjectNode query = query(part.text(), line, style.id(), review);
      queries.add(AudioQueries.with(query, style.parameters(), options.sampleRate()));
    }
    if (queries.stream().noneMatch(AudioQueries::hasWords)) {
      throw EngineFault.of(
          EngineFault.Kind.UNREADABLE,
          "the engine finds nothing to read in '"
              + line.spoken()
              + "'; give it a reading with a > line in the script or in readings.tsv");
    }
    return new Queries(this, style, queries);
  }

  /** What this engine understands of a line: the morae of each accent phrase. */
  public List<String> phrases(SpokenLine line, QueryReview review) throws IOException {
    List<String> phrases = new ArrayList<>();
    asked(line, review).forEach(query -> phrases.addAll(AudioQueries.phrases(query)));
    return phrases;
  }

  /** What this engine would say of a line, in kana notation. */
  public String heard(SpokenLine line, QueryReview review) throws IOException {
    return HeardKana.of(asked(line, review));
  }

  private List<ObjectNode> asked(SpokenLine line, QueryReview review) throws IOException {
    long style = speakers.style(line).id();
    List<ObjectNode> queries = new ArrayList<>();
    for (TextParts.Part part : TextParts.of(line.spoken())) {
      queries.add(client.retrying(() -> query(part.text(), line, style, review)));
    }
    return queries;
  }

  /** The query of a text, with the line's words in it though no dictionary may have them. */
  private ObjectNode query(String text, SpokenLine line, long style, QueryReview review)
      throws EngineFault {
    String kana = text.replaceFirst("[/、]$", "");
    if (KanaNotation.is(kana)) {
      return phrased(client.audioQuery(KanaNotation.reading(kana), style), kana, style);
    }
    ObjectNode query = withoutRefused(text, line.words(), style, review);
    Optional<String> mended =
        takesWords() ? Optional.empty() : AccentMending.of(query, line.words());
    return mended.isPresent() ? phrased(query, mended.get(), style) : query;
  }

  /** The query of a text; a word of the dictionary with which the engine refuses it is kept out. */
  private ObjectNode withoutRefused(
      String text, List<DictionaryWord> given, long style, QueryReview review) throws EngineFault {
    try {
      return reviewed(text, style, review);
    } catch (EngineFault refusal) {
      List<DictionaryWord> here =
          given.stream().filter(word -> text.contains(word.surface())).toList();
      if (refusal.kind() != EngineFault.Kind.REFUSED || !takesWords() || here.isEmpty()) {
        throw refusal;
      }
      for (List<DictionaryWord> some : WordImport.oneByOneThenAll(here)) {
        Optional<ObjectNode> query = unlessRefused(WordImport.keptOut(text, some), style, review);
        if (query.isPresent()) {
          words.refusedInQuery(some, refusal);
          return query.get();
        }
      }
      throw refusal;
    }
  }

  private Optional<ObjectNode> unlessRefused(String text, long style, QueryReview review)
      throws EngineFault {
    try {
      return Optional.of(reviewed(text, style, review));
    } catch (EngineFault e) {
      if (e.kind() != EngineFault.Kind.REFUSED) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Whether the dictionary did not take what a run required, so that lines have other names. */
  public boolean refusedWords() {
    return refusedWords || words.hasRefused();
  }

  /** The words of a run that the engine refused, each with the engine's reason. */
  public Map<DictionaryWord, String> refused(EngineDictionary.Required required) {
    Map<DictionaryWord, String> refused = new LinkedHashMap<>(words.refused());
    refused.keySet().retainAll(required.words());
    return refused;
  }

  /** The query with these accent phrases; as it was on an engine that knows no kana notation. */
  private ObjectNode phrased(ObjectNode query, String kana, long style) throws EngineFault {
    try {
      return query.set("accent_phrases", client.accentPhrases(kana, style));
    } catch (EngineFault e) {
      if (e.kind() != EngineFault.Kind.REFUSED && !e.isMissingFeature()) {
        throw e;
      }
      withoutNotation = true;
      return query;
    }
  }

  /** Why a line was not said with the accents that it has, empty when each was. */
  public Optional<String> notationRefusal() {
    return withoutNotation
        ? Optional.of(info.title() + " knows no kana notation; accents are left to it")
        : Optional.empty();
  }

  private ObjectNode reviewed(String text, long style, QueryReview review) throws EngineFault {
    String sent = text;
    ObjectNode query = query(sent, style, review);
    for (int i = 0; i < REVIEWS; i++) {
      Optional<String> mended = review.mended(sent, AudioQueries.phrases(query));
      if (mended.isEmpty() || mended.get().equals(sent) || isOthersWord(sent, mended.get())) {
        return query;
      }
      sent = mended.get();
      query = query(sent, style, review);
    }
    return query;
  }

  /** Whether a word that somebody put into the dictionary would not be found in the other text. */
  private boolean isOthersWord(String sent, String mended) {
    EngineDictionary others = dictionary.others();
    return !others.touching(mended).containsAll(others.touching(sent));
  }

  private ObjectNode query(String text, long style, QueryReview review) throws EngineFault {
    ObjectNode query = client.audioQuery(text, style);
    List<String> phrases = AudioQueries.phrases(query);
    if (review.isOfAnother(text, phrases)) {
      throw fault(
          EngineFault.Kind.STRANGE,
          "answered '" + text + "' with another text: " + String.join("", phrases));
    }
    return query;
  }

  private void initialise(long style) throws EngineFault {
    synchronized (initialised) {
      if (!initialised.contains(style)) {
        client.initialize(style);
        initialised.add(style);
      }
    }
  }

  /** The sound of each part, by this engine or by one that is alike. */
  public List<byte[]> speak(Queries spoken) throws EngineFault {
    List<byte[]> parts = new ArrayList<>();
    for (ObjectNode query : spoken.queries()) {
      parts.add(client.synthesis(query, spoken.style().id()));
    }
    return parts;
  }

  /** A restarted engine has forgotten which styles it had loaded. */
  public void forgetStyles() {
    synchronized (initialised) {
      initialised.clear();
    }
  }

  /** Ends every request that is under way. */
  public void cancelAll() {
    client.cancelAll();
  }

  @Override
  public void close() {
    users.close();
    client.close();
  }
}
