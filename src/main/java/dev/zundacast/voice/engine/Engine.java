package dev.zundacast.voice.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.OfferedSpeaker;
import dev.zundacast.voice.PoolOptions;
import dev.zundacast.voice.engine.EngineSpeakers.SpeakerStyle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A connected engine: what it said about itself, and whether that still holds. */
public final class Engine implements AutoCloseable {
  /** The rate that clips are asked for; what comes is read from the clip itself. */
  private static final int SAMPLE_RATE = 48_000;

  private final EngineClient client;
  private final EngineInfo info;
  private final EngineSpeakers speakers;
  private final EngineUsers users;
  private final EngineWords words;
  private final QueryMaker queryMaker;
  private final QueryMaker phraseMaker;
  private final Set<Long> initialised = new HashSet<>();
  private final AtomicInteger speaking = new AtomicInteger();

  private Engine(
      EngineClient client, EngineInfo info, EngineSpeakers speakers, PoolOptions options) {
    this.client = client;
    this.info = info;
    this.speakers = speakers;
    this.users = EngineUsers.join(info.url(), options.running());
    this.words = new EngineWords(client, info, options, users);
    this.queryMaker = new QueryMaker(client, info, words);
    this.phraseMaker = new QueryMaker(info.isDraft() ? client.forPhrases() : client, info, words);
  }

  /** Asks the engine who it is and who speaks there. */
  static Engine connect(EngineClient client, PoolOptions options) throws IOException {
    String version = client.retrying(client::version);
    String brand = client.retrying(client::manifest).path("brand_name").asText();
    EngineInfo info = new EngineInfo(client.url(), brand, version);
    EngineSpeakers speakers = new EngineSpeakers(info, client.retrying(client::speakers));
    Engine engine = new Engine(client, info, speakers, options);
    try {
      engine.words.read();
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

  /** Whether its queries tell lengths to the frame: nobody knows how other brands round. */
  public boolean tellsExactLengths() {
    return info.isDraft() || info.brand().equals("VOICEVOX");
  }

  /** The words of its dictionary. */
  public EngineWords words() {
    return words;
  }

  /** The characters that it offers. */
  public List<OfferedSpeaker> speakers() {
    return speakers.speakers();
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
        Integer.toString(SAMPLE_RATE));
  }

  /** Makes sure that the sound that came is of its clip's version; else a fault of kind CHANGED. */
  public void requireSameVersion() throws EngineFault {
    String version;
    try {
      version = client.versionWhileSpeaking();
    } catch (EngineFault away) {
      return; // What spoke it went away afterwards.
    }
    requireSame(version);
  }

  /**
   * Makes sure that the engine answers, and is the one that it was, else a fault of kind CHANGED; a
   * connection that breaks is no engine that went away, nor is one that speaks and has a single
   * thread.
   */
  public void requireThere() throws IOException {
    boolean speaks = speaking.get() > 0;
    requireSame(client.retrying(speaks ? client::versionWhileSpeaking : client::version));
  }

  private void requireSame(String version) throws EngineFault {
    if (!version.equals(info.version())) {
      throw EngineFault.of(
          EngineFault.Kind.CHANGED,
          Message.of("engine.otherVersion", info.url(), info.version(), version));
    }
  }

  /**
   * Makes sure, behind each query, that the engine still has the version and the words that {@code
   * text}'s clip is named after; else a fault of kind CHANGED, or DROPPED where it had others for a
   * moment and the query has to be asked again.
   */
  public void requireUnchanged(String text, EngineDictionary.Required required) throws IOException {
    requireSame(client.versionWhileSpeaking());
    words.requireUnchanged(text, required);
  }

  /** What an engine has to be sent to speak each part of a line, and which one was asked for it. */
  public record Queries(Engine engine, SpeakerStyle style, List<ObjectNode> queries) {

    /** Whether {@code other} would ask for the same, word for word. */
    public boolean areFor(Engine other, SpokenLine line) {
      return engine == other
          || (engine.info.isSameVersion(other.info) && other.speakers.style(line).equals(style));
    }
  }

  /** Asks for everything that is needed before a line can be spoken. */
  public Queries queries(SpokenLine line) throws IOException {
    SpeakerStyle style = speakers.style(line);
    initialise(style.id());
    List<ObjectNode> queries = new ArrayList<>();
    for (String part : TextParts.of(line.spoken())) {
      ObjectNode query = queryMaker.of(part, line, style.id());
      queries.add(AudioQueries.with(query, style.parameters(), SAMPLE_RATE));
    }
    if (queries.stream().noneMatch(AudioQueries::hasWords)) {
      throw EngineFault.of(
          EngineFault.Kind.UNREADABLE, Message.of("engine.nothingToRead", line.spoken()));
    }
    return new Queries(this, style, queries);
  }

  /** What this engine understands of a line: the morae of each accent phrase. */
  public List<String> phrases(SpokenLine line) throws IOException {
    List<String> phrases = new ArrayList<>();
    asked(line).forEach(query -> phrases.addAll(AudioQueries.phrases(query)));
    return phrases;
  }

  /** What this engine would say of a line, in kana notation. */
  public String heard(SpokenLine line) throws IOException {
    return AudioQueries.kana(asked(line));
  }

  /** A project of the editor in which this engine speaks. */
  public EditorProject project() throws IOException {
    return EditorProject.of(client.retrying(client::manifest).path("uuid").asText());
  }

  private List<ObjectNode> asked(SpokenLine line) throws IOException {
    long style = speakers.style(line).id();
    List<ObjectNode> queries = new ArrayList<>();
    for (String part : TextParts.of(line.spoken())) {
      queries.add(client.retrying(() -> phraseMaker.of(part, line, style)));
    }
    return queries;
  }

  /** Why a line was not said with the accents that it has, empty when each was. */
  public Optional<Message> notationRefusal() {
    return queryMaker.knowsNotation()
        ? Optional.empty()
        : Optional.of(Message.of("engine.noKana", info.title()));
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
    speaking.incrementAndGet();
    try {
      for (ObjectNode query : spoken.queries()) {
        parts.add(client.synthesis(query, spoken.style().id()));
      }
    } finally {
      speaking.decrementAndGet();
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
  @Override
  public void close() {
    users.close();
    client.close();
  }
}
