package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.QueryReview;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.OfferedSpeaker;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.EngineSpeakers.SpeakerStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
  private final PoolOptions options;
  private final Set<Long> initialised = new HashSet<>();
  private volatile EngineDictionary dictionary = EngineDictionary.NONE;
  private volatile boolean hasDictionary;
  private volatile boolean refusedWords;

  private Engine(
      EngineClient client, EngineInfo info, EngineSpeakers speakers, PoolOptions options) {
    this.client = client;
    this.info = info;
    this.speakers = speakers;
    this.options = options;
  }

  /** Asks the engine who it is and who speaks there. */
  static Engine connect(EngineClient client, PoolOptions options) throws IOException {
    String version = client.retrying(client::version);
    String brand = client.retrying(client::manifest).path("brand_name").asText();
    EngineInfo info = new EngineInfo(client.url(), brand, version);
    EngineSpeakers speakers = new EngineSpeakers(info, client.retrying(client::speakers));
    Engine engine = new Engine(client, info, speakers, options);
    engine.readDictionary();
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
    dictionary = answer.map(EngineDictionary::of).orElse(EngineDictionary.NONE);
    hasDictionary = answer.isPresent();
  }

  /** The user dictionary as it is, or as it will be once the required words are written. */
  public EngineDictionary expectedDictionary(EngineDictionary.Required required) {
    return takesWords() ? dictionary.with(required) : dictionary;
  }

  private boolean takesWords() {
    return options.dictionary() == PoolOptions.Dictionary.WRITE && refusal().isEmpty();
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

  /**
   * Writes the required words where they are missing.
   *
   * @param note hears why the engine goes without them
   */
  public void writeDictionary(EngineDictionary.Required required, Consumer<String> note)
      throws IOException {
    if (takesWords()) {
      if (!dictionary.satisfies(required)) {
        writeOrNote(required, note);
      }
    } else if (!required.words().isEmpty()) {
      refusal().ifPresent(why -> note.accept(info.title() + " " + why));
    }
  }

  private void writeOrNote(EngineDictionary.Required required, Consumer<String> note)
      throws IOException {
    try {
      write(required);
    } catch (EngineFault e) {
      if (!e.isForbidden() && !e.isMissingFeature()) {
        throw e;
      }
      refusedWords = true;
      note.accept(e.getMessage() + "; accents of the reading list are left to it");
    }
  }

  /** Writes what is missing, takes out what is no longer required, and reads the outcome back. */
  private synchronized void write(EngineDictionary.Required required) throws IOException {
    readDictionary();
    for (String uuid : dictionary.stale(required)) {
      client.deleteWord(uuid);
    }
    ObjectNode missing = dictionary.missing(required);
    if (!missing.isEmpty()) {
      client.importWords(missing);
    }
    readDictionary();
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
      throw fault(
          EngineFault.Kind.CHANGED,
          "changed from version " + info.version() + " to " + version + " meanwhile");
    }
    if (!hasDictionary) {
      return;
    }
    List<String> before = dictionary.touching(text);
    EngineDictionary now = client.words().map(EngineDictionary::of).orElse(EngineDictionary.NONE);
    if (now.touching(text).equals(before)) {
      return;
    }
    if (takesWords()) {
      write(required);
      if (dictionary.touching(text).equals(before)) {
        throw fault(
            EngineFault.Kind.DROPPED, "lost words of its dictionary; they are written again");
      }
    }
    throw fault(
        EngineFault.Kind.CHANGED,
        "has other words in its dictionary for '" + text + "' than when the work began");
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
      ObjectNode query = reviewed(part.text(), style.id(), review);
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
  public List<String> phrases(SpokenLine line) throws IOException {
    long style = speakers.style(line).id();
    List<String> phrases = new ArrayList<>();
    for (TextParts.Part part : TextParts.of(line.spoken())) {
      phrases.addAll(
          AudioQueries.phrases(client.retrying(() -> client.audioQuery(part.text(), style))));
    }
    return phrases;
  }

  private ObjectNode reviewed(String text, long style, QueryReview review) throws EngineFault {
    String sent = text;
    ObjectNode query = query(sent, style, review);
    for (int i = 0; i < REVIEWS; i++) {
      Optional<String> mended = review.mended(sent, AudioQueries.phrases(query));
      if (mended.isEmpty() || mended.get().equals(sent)) {
        return query;
      }
      sent = mended.get();
      query = query(sent, style, review);
    }
    return query;
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
    client.close();
  }
}
