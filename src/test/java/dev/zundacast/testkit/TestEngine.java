package dev.zundacast.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A VOICEVOX-compatible engine for tests, on a real socket: it takes a known time for each line,
 * counts what it is asked, and can fail on purpose.
 *
 * <pre>
 *   try (TestEngine engine = TestEngine.with().millisPerLine(50).rate(44100).stereo().start()) {
 *     engine.failNext("/synthesis", TestEngine.status(500));
 *     build("--engine", engine.url());
 *     assertThat(engine.count("/synthesis")).isEqualTo(12);
 *   }
 * </pre>
 */
public final class TestEngine implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  /** Answers a request in place of the engine, or null to let it through. */
  @FunctionalInterface
  public interface Fault {
    @Nullable MockResponse answer(RecordedRequest request);
  }

  /** A character of the engine with its styles. */
  public record Character(String name, String uuid, Map<String, Integer> styles) {}

  /** What the engine is like; every setter gives the builder back. */
  public static final class Builder {
    private List<Character> characters =
        List.of(
            new Character(
                "ずんだもん",
                "388f246b-8c41-4ac1-8e2d-5d79f3ff56d9",
                Map.of("ノーマル", 3, "あまあま", 1, "ツンツン", 7)),
            new Character("春日部つむぎ", "35b2c544-660e-401e-b503-0e14c635303a", Map.of("ノーマル", 8)));
    private String version = "0.25.2";
    private String brand = "VOICEVOX";
    private volatile int millisPerLine;
    private int rate;
    private int channels = 1;
    private TestSpeech.Lengths lengths = TestSpeech.Lengths.QUICK;
    private boolean dictionary = true;
    private final Map<String, ObjectNode> words = new TreeMap<>();

    private Builder() {}

    public Builder characters(Character... all) {
      characters = List.of(all);
      return this;
    }

    public Builder version(String text) {
      version = text;
      return this;
    }

    public Builder brand(String text) {
      brand = text;
      return this;
    }

    /** How long each synthesis takes; syntheses run one after the other. */
    public Builder millisPerLine(int millis) {
      millisPerLine = millis;
      return this;
    }

    /** Clips come at this rate whatever the query asks for. */
    public Builder rate(int hertz) {
      rate = hertz;
      return this;
    }

    /** Clips come with two equal channels whatever the query asks for. */
    public Builder stereo() {
      channels = 2;
      return this;
    }

    /** All mora lengths in queries are 0, as AivisSpeech says. */
    public Builder unpredictable() {
      lengths = TestSpeech.Lengths.ZERO;
      return this;
    }

    /** At the pace of this project's voices, not at that of {@link SampleSite#voices()}. */
    public Builder natural() {
      lengths = TestSpeech.Lengths.NATURAL;
      return this;
    }

    /** Only what every engine has: no dictionary, manifest or initialisation. */
    public Builder minimal() {
      dictionary = false;
      return this;
    }

    /** A word that is in the dictionary from the start. */
    public Builder word(String uuid, ObjectNode word) {
      words.put(uuid, word);
      return this;
    }

    public TestEngine start() throws IOException {
      return new TestEngine(this, 0);
    }

    /** Starts on a port of one's own choice, to come back where another engine was. */
    public TestEngine startAt(int port) throws IOException {
      return new TestEngine(this, port);
    }
  }

  private final Builder as;
  private final MockWebServer server = new MockWebServer();
  private volatile boolean gone;
  private final ReentrantLock mouth = new ReentrantLock(true);
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final List<String> spoken = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final Map<String, ObjectNode> words = new TreeMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger mostInFlight = new AtomicInteger();
  private volatile String version;
  private volatile UnaryOperator<byte[]> sound = UnaryOperator.identity();

  private TestEngine(Builder as, int port) throws IOException {
    this.as = as;
    version = as.version;
    words.putAll(as.words);
    SERVER_LOG.setLevel(Level.WARNING);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return TestEngine.this.dispatch(request);
          }
        });
    // As uvicorn, in which engines run, sets its sockets up.
    server.setServerSocketFactory(new PromptServerSockets());
    server.start(InetAddress.getByName("127.0.0.1"), port == 0 ? freePort() : port);
  }

  /** A server that is started at a named port can be followed by another at the same. */
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** An engine to describe and then {@link Builder#start()}. */
  public static Builder with() {
    return new Builder();
  }

  public static TestEngine start() throws IOException {
    return with().start();
  }

  /** The address for {@code --engine}. */
  public String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  public int port() {
    return server.getPort();
  }

  /** How often a path was asked for. */
  public int count(String path) {
    return counts.getOrDefault(path, new AtomicInteger()).get();
  }

  /** The texts whose synthesis was finished, in order. */
  public List<String> spoken() {
    return List.copyOf(spoken);
  }

  /** The texts that came to /audio_query, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** Every request in order. */
  public List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  /** Every request for {@code path} in order. */
  public List<RecordedRequest> requests(String path) {
    return requests.stream().filter(r -> r.getUrl().encodedPath().equals(path)).toList();
  }

  /** The most syntheses that were ever waiting or running at once. */
  public int mostInFlight() {
    return mostInFlight.get();
  }

  /** The user dictionary, to look into or to change behind the client's back. */
  public Map<String, ObjectNode> words() {
    return words;
  }

  /** Every request goes through {@code fault} first. */
  public void fault(Fault fault) {
    faults.add(fault);
  }

  /** The next request for {@code path} gets this answer; several calls queue up. */
  public void failNext(String path, MockResponse answer) {
    AtomicInteger left = new AtomicInteger(1);
    fault(
        request ->
            request.getUrl().encodedPath().equals(path) && left.getAndDecrement() > 0
                ? answer
                : null);
  }

  /** Every request for {@code path} gets this answer. */
  public void failAlways(String path, MockResponse answer) {
    fault(request -> request.getUrl().encodedPath().equals(path) ? answer : null);
  }

  /** Every WAV file goes out as this makes it. */
  public void damage(UnaryOperator<byte[]> wav) {
    sound = wav;
  }

  /** The engine is well again. */
  public void heal() {
    sound = UnaryOperator.identity();
    faults.clear();
  }

  /** From now on each synthesis takes so long, the one under way too. */
  public void slow(int millisPerLine) {
    as.millisPerLine(millisPerLine);
  }

  /** From now on the engine calls itself this, as after an update. */
  public void becomeVersion(String text) {
    version = text;
  }

  @Override
  public void close() {
    gone = true;
    server.close();
  }

  private MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    requests.add(request);
    counts.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
    for (Fault fault : faults) {
      MockResponse answer = fault.answer(request);
      if (answer != null) {
        return answer;
      }
    }
    try {
      return answer(path, request);
    } catch (IOException e) {
      return json(500, "{\"detail\":\"" + e.getMessage() + "\"}");
    }
  }

  private MockResponse answer(String path, RecordedRequest request) throws IOException {
    HttpUrl url = request.getUrl();
    switch (path) {
      case "/version":
        return json(200, JSON.writeValueAsString(version));
      case "/speakers":
        return json(200, speakers().toString());
      case "/audio_query":
        return audioQuery(url);
      case "/synthesis":
        return synthesis(url, JSON.readTree(body(request)));
      default:
        return as.dictionary ? extras(path, request) : notFound();
    }
  }

  private MockResponse extras(String path, RecordedRequest request) throws IOException {
    if (path.equals("/engine_manifest")) {
      return json(200, manifest().toString());
    }
    if (path.equals("/initialize_speaker")) {
      return status(204);
    }
    if (path.equals("/speaker_info")) {
      return json(200, JSON.createObjectNode().put("policy", "credit: VOICEVOX").toString());
    }
    if (path.equals("/user_dict")) {
      synchronized (words) {
        return json(200, JSON.valueToTree(words).toString());
      }
    }
    if (path.equals("/import_user_dict")) {
      return importWords(JSON.readTree(body(request)));
    }
    if (path.startsWith("/user_dict_word/") && "DELETE".equals(request.getMethod())) {
      synchronized (words) {
        words.remove(path.substring("/user_dict_word/".length()));
      }
      return status(204);
    }
    return notFound();
  }

  private MockResponse importWords(JsonNode body) {
    synchronized (words) {
      for (Map.Entry<String, JsonNode> word : body.properties()) {
        words.put(word.getKey(), word.getValue().deepCopy());
      }
    }
    return status(204);
  }

  private MockResponse audioQuery(HttpUrl url) {
    String text = url.queryParameter("text");
    if (text == null || !knows(url.queryParameter("speaker"))) {
      return json(422, "{\"message\":\"指定されたスタイルが見つかりませんでした。\"}");
    }
    asked.add(text);
    int rate = as.rate == 0 ? 24000 : as.rate;
    return json(200, TestSpeech.query(text, rate, as.channels == 2, as.lengths).toString());
  }

  private MockResponse synthesis(HttpUrl url, JsonNode query) {
    if (!knows(url.queryParameter("speaker"))) {
      return json(422, "{\"message\":\"指定されたスタイルが見つかりませんでした。\"}");
    }
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    mouth.lock();
    try {
      // Making the sound is part of the time that a line takes.
      long from = System.nanoTime();
      int rate = as.rate == 0 ? query.path("outputSamplingRate").asInt() : as.rate;
      byte[] sound = TestSpeech.wav(query, rate, as.channels);
      // Lines that wait for an engine that is gone would keep its server from closing.
      while (!gone && System.nanoTime() - from < as.millisPerLine * 1_000_000L) {
        LockSupport.parkNanos(1_000_000);
      }
      spoken.add(query.path("kana").asText());
      return wav(this.sound.apply(sound));
    } finally {
      mouth.unlock();
      inFlight.decrementAndGet();
    }
  }

  private boolean knows(@Nullable String style) {
    return as.characters.stream()
        .flatMap(c -> c.styles().values().stream())
        .anyMatch(id -> id.toString().equals(style));
  }

  private ArrayNode speakers() {
    ArrayNode all = JSON.createArrayNode();
    for (Character character : as.characters) {
      ObjectNode speaker = all.addObject();
      speaker.put("name", character.name()).put("speaker_uuid", character.uuid());
      ArrayNode styles = speaker.putArray("styles");
      character.styles().forEach((name, id) -> styles.addObject().put("name", name).put("id", id));
      speaker.put("version", "0.16.0");
    }
    return all;
  }

  private ObjectNode manifest() {
    ObjectNode manifest = JSON.createObjectNode();
    manifest.put("manifest_version", "0.13.1").put("name", as.brand + " Engine");
    manifest.put("brand_name", as.brand).put("uuid", "074fc39e-678b-4c13-8916-ffca8d505d1d");
    manifest.put("default_sampling_rate", as.rate == 0 ? 24000 : as.rate);
    ObjectNode features = manifest.putObject("supported_features");
    features.put("adjust_pause_length", true).put("interrogative_upspeak", true);
    return manifest;
  }

  private static String body(RecordedRequest request) {
    return request.getBody() == null ? "" : request.getBody().utf8();
  }

  private static MockResponse notFound() {
    return json(404, "{\"detail\":\"Not Found\"}");
  }

  /** The query that an engine answers to a text. */
  public static String query(String text) {
    return TestSpeech.query(text, 24_000, false, TestSpeech.Lengths.QUICK).toString();
  }

  /** A WAV file of a tone that swells as syllables do. */
  public static byte[] tone(int rate, int samples) {
    short[] tone = new short[samples];
    for (int i = 0; i < samples; i++) {
      double fade = Math.min(1, Math.min(i, samples - 1 - i) / 500.0);
      double swell = fade * (0.6 + 0.4 * Math.sin(2 * Math.PI * 6 * i / rate));
      tone[i] = (short) (10_000 * swell * Math.sin(2 * Math.PI * 300 * i / rate));
    }
    return TestSpeech.wav(tone, rate, 1);
  }

  /** A WAV file of silence. */
  public static byte[] silence(int rate, int samples) {
    return TestSpeech.wav(new short[samples], rate, 1);
  }

  /** An answer that is a status and nothing more. */
  public static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  /** A JSON answer. */
  public static MockResponse json(int code, String body) {
    return new MockResponse.Builder()
        .code(code)
        .setHeader("content-type", "application/json")
        .body(body)
        .build();
  }

  /** A WAV answer. */
  public static MockResponse wav(byte[] bytes) {
    return new MockResponse.Builder()
        .code(200)
        .setHeader("content-type", "audio/wav")
        .body(new Buffer().write(bytes))
        .build();
  }
}
