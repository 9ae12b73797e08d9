package dev.zundacast.bench;

import dev.zundacast.testkit.PromptServerSockets;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;

/**
 * Stands before an engine and answers at once what that has answered before, so that a command's
 * own time can be measured with a real voice.
 */
final class RecordedEngine implements AutoCloseable {
  private static final Logger SERVER_LOG = Logger.getLogger(MockWebServer.class.getName());

  private final HttpUrl engine;
  private final OkHttpClient client =
      new OkHttpClient.Builder().readTimeout(1, TimeUnit.MINUTES).build();
  private final MockWebServer server = new MockWebServer();
  private final Map<Asked, MockResponse> answers = new ConcurrentHashMap<>();

  private RecordedEngine(HttpUrl engine) {
    this.engine = engine;
  }

  private record Asked(String method, String target, ByteString body) {}

  /** Starts to record the engine with this address. */
  static RecordedEngine of(String engine) throws IOException {
    SERVER_LOG.setLevel(Level.WARNING);
    RecordedEngine recorded = new RecordedEngine(HttpUrl.get(engine));
    recorded.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return recorded.answer(request);
          }
        });
    // As uvicorn, in which engines run, sets its sockets up.
    recorded.server.setServerSocketFactory(new PromptServerSockets());
    recorded.server.start();
    return recorded;
  }

  String url() {
    return "http://127.0.0.1:" + server.getPort();
  }

  private MockResponse answer(RecordedRequest request) {
    ByteString body = request.getBody() == null ? ByteString.EMPTY : request.getBody();
    Asked asked = new Asked(request.getMethod(), request.getTarget(), body);
    if (!asked.method().equals("GET") && asked.target().contains("user_dict")) {
      // Afterwards the engine may say another thing.
      answers.clear();
      return ask(asked);
    }
    MockResponse known = answers.get(asked);
    MockResponse answer = known == null ? ask(asked) : known;
    if (answer.getCode() == 200) {
      answers.put(asked, answer);
    }
    return answer;
  }

  private MockResponse ask(Asked asked) {
    MediaType json = MediaType.get("application/json");
    RequestBody body = asked.method().equals("GET") ? null : RequestBody.create(asked.body(), json);
    Request request =
        new Request.Builder()
            .url(engine.resolve(asked.target()))
            .method(asked.method(), body)
            .build();
    try (Response response = client.newCall(request).execute()) {
      return new MockResponse.Builder()
          .code(response.code())
          .setHeader("content-type", response.header("content-type", ""))
          .body(new Buffer().write(response.body().bytes()))
          .build();
    } catch (IOException e) {
      return new MockResponse.Builder().code(502).body(String.valueOf(e.getMessage())).build();
    }
  }

  @Override
  public void close() {
    server.close();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
