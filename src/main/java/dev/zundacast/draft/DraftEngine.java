package dev.zundacast.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.zundacast.disk.Json;
import dev.zundacast.draft.speech.AccentNotation;
import dev.zundacast.draft.speech.AccentPhrase;
import dev.zundacast.draft.speech.AudioQuery;
import dev.zundacast.draft.speech.ChildProcesses;
import dev.zundacast.draft.speech.HtsEngine;
import dev.zundacast.draft.speech.OpenJTalk;
import dev.zundacast.draft.speech.Prosody;
import dev.zundacast.draft.speech.Speaker;
import dev.zundacast.draft.speech.VoiceFile;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.tasks.BackgroundTask;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** VOICEVOX ENGINE's HTTP API on 127.0.0.1, as the tool's client asks it, spoken by Open JTalk. */
public final class DraftEngine implements AutoCloseable {
  /** Raised whenever the same query sounds different, so that clients speak it anew. */
  private static final String VERSION = "0.1.0";

  /** The engine and its version, without starting it. */
  public static final String NAME = "draft " + VERSION;

  private static final String BRAND = "zundacast draft";
  private static final int RATE = 24000;

  /** Some hundred utterances, or ten thousand words. */
  private static final int MOST_BODY_BYTES = 4 << 20;

  /** Requests at once: /version is answered while others wait for their turn to speak. */
  private static final int THREADS = 16;

  /** More at once would only take each other's time on the two cores of a small machine. */
  private static final int UTTERANCES_AT_ONCE = 2;

  private static final String WORD_PATH = "/user_dict_word/";

  private final HttpServer server;
  private final ExecutorService threads = BackgroundTask.pool("draft engine", THREADS);
  private final Semaphore turns = new Semaphore(UTTERANCES_AT_ONCE, true);
  private final ChildProcesses processes;
  private final Narrator narrator;
  private final UserDictionary dictionary;
  private final BackgroundTask<Path> compiling;
  private final OpenJTalk jtalk;
  private final Prosody prosody;
  private final Speaker speaker;

  private DraftEngine(HttpServer server, DraftHome home, ChildProcesses processes)
      throws IOException {
    this.server = server;
    this.processes = processes;
    this.narrator = Narrator.find(home.voicePlaces()).orElseThrow();
    Path words = home.data().resolve("draft").resolve("user_dict.json");
    this.dictionary =
        new UserDictionary(words, home.dictionary().orElseThrow(), processes.folder());
    this.jtalk = new OpenJTalk(processes, home.openJTalk().orElseThrow(), dictionary::compiled);
    HtsEngine hts = new HtsEngine(processes, home.htsEngine().orElseThrow());
    // The first text needs it, and making it takes as long as a short text's sound.
    this.compiling = BackgroundTask.start("words", dictionary::compiled);
    this.prosody = new Prosody(hts);
    this.speaker = new Speaker(hts);
  }

  /** Starts the installed engine on a port of 127.0.0.1, 0 for any; it then answers. */
  public static DraftEngine start(int port, DraftHome home) throws IOException {
    List<Message> missing = DraftInstall.missing(home);
    if (!missing.isEmpty()) {
      throw Problem.noEngine("draft.lacks", Message.list(missing));
    }
    // Header and body go out in two writes; without this the second waits 40 ms for the first.
    System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
    InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
    ChildProcesses processes = ChildProcesses.open();
    try {
      DraftEngine engine = new DraftEngine(server, home, processes);
      server.createContext("/", engine::handle);
      server.setExecutor(engine.threads);
      server.start();
      return engine;
    } catch (IOException | RuntimeException e) {
      server.stop(0);
      processes.close();
      throw e;
    }
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Stops answering, ends programs that still run and deletes temporary files. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    try {
      compiling.join();
    } catch (IOException | RuntimeException e) {
      // Whoever asked for a text heard of it.
    }
    processes.close();
  }

  @SuppressWarnings("ArrayRecordComponent") // Written to the socket once; compared by nobody.
  private record Answer(int status, String type, byte[] body) {
    static Answer json(Object value) {
      return json(200, value);
    }

    static Answer json(int status, Object value) {
      byte[] body = Json.text(value).getBytes(StandardCharsets.UTF_8);
      return new Answer(status, "application/json", body);
    }

    static Answer refusal(int status, @Nullable String why) {
      return json(status, Map.of("detail", String.valueOf(why)));
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answerOrRefusal(exchange);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(answer.body());
      }
    }
  }

  private Answer answerOrRefusal(HttpExchange exchange) {
    if (!isOwn(exchange)) {
      return Answer.refusal(403, "pages of other sites are not answered");
    }
    try {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
      return body.length > MOST_BODY_BYTES
          ? Answer.refusal(413, "the body is larger than " + (MOST_BODY_BYTES >> 20) + " MB")
          : answer(
              exchange,
              HttpUrl.get(URI.create(url()).resolve(exchange.getRequestURI()).toString()),
              body);
    } catch (JsonProcessingException e) {
      return Answer.refusal(422, Json.fault(e));
    } catch (IllegalArgumentException e) {
      return Answer.refusal(422, e.getMessage());
    } catch (Exception e) {
      System.getLogger(DraftEngine.class.getName())
          .log(System.Logger.Level.WARNING, exchange.getRequestURI().getPath(), e);
      return Answer.refusal(500, "Internal Server Error");
    }
  }

  /** A page of a foreign name that resolves to this machine shows its own name as the host. */
  private boolean isOwn(HttpExchange exchange) {
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    return !exchange.getRequestHeaders().containsKey("Origin")
        && host.matches(
            "(?i:localhost|127(\\.\\d{1,3}){3}|\\[::1]):" + server.getAddress().getPort());
  }

  private Answer answer(HttpExchange exchange, HttpUrl query, byte[] body) throws Exception {
    String path = exchange.getRequestURI().getPath();
    return switch (exchange.getRequestMethod() + " " + path) {
      case "GET /version" -> Answer.json(VERSION);
      case "GET /engine_manifest" ->
          Answer.json(Map.of("brand_name", BRAND, "default_sampling_rate", RATE));
      case "GET /speakers" -> Answer.json(List.of(narrator.summary(VERSION)));
      case "GET /speaker_info" -> Answer.json(Map.of("policy", narrator.policy()));
      case "POST /initialize_speaker" -> Answer.json(Map.of());
      case "POST /audio_query" -> Answer.json(AudioQuery.of(phrases(query), RATE));
      case "POST /accent_phrases" -> Answer.json(phrases(query));
      case "POST /mora_data" ->
          Answer.json(prosody.fill(List.of(Json.read(body, AccentPhrase[].class)), voice(query)));
      case "POST /synthesis" ->
          new Answer(200, "audio/wav", speak(Json.read(body, AudioQuery.class), voice(query)));
      case "GET /user_dict" -> Answer.json(dictionary.words());
      case "POST /import_user_dict" -> {
        dictionary.addAll(body);
        yield Answer.json(Map.of());
      }
      default ->
          exchange.getRequestMethod().equals("DELETE") && path.startsWith(WORD_PATH)
              ? remove(path.substring(WORD_PATH.length()))
              : Answer.refusal(404, "Not Found");
    };
  }

  private static String required(HttpUrl query, String name) {
    return Optional.ofNullable(query.queryParameter(name))
        .orElseThrow(() -> new IllegalArgumentException("the parameter " + name + " is missing"));
  }

  private VoiceFile voice(HttpUrl query) {
    return narrator.voice(required(query, "speaker"));
  }

  /** The phrases of a text, or of one in kana notation; with {@code lengths=false} unfilled. */
  private List<AccentPhrase> phrases(HttpUrl query) throws IOException {
    String text = required(query, "text");
    VoiceFile voice = voice(query);
    List<AccentPhrase> phrases =
        Boolean.parseBoolean(query.queryParameter("is_kana"))
            ? AccentNotation.parse(text)
            : jtalk.analyse(text);
    return "false".equals(query.queryParameter("lengths")) ? phrases : prosody.fill(phrases, voice);
  }

  private byte[] speak(AudioQuery query, VoiceFile voice) throws IOException, InterruptedException {
    turns.acquire();
    try {
      return speaker.speak(query, voice).toBytes();
    } finally {
      turns.release();
    }
  }

  private Answer remove(String uuid) throws IOException {
    return dictionary.remove(uuid)
        ? Answer.json(Map.of())
        : Answer.refusal(422, "there is no word " + uuid);
  }
}
