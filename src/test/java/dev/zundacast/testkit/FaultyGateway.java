package dev.zundacast.testkit;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/**
 * Stands before a real server and hands on what that is asked and answers, but for a share that
 * goes wrong on the way: "503 SlowDown", connections that end in the middle of a body, and bodies
 * that are cut without a word.
 */
public final class FaultyGateway implements AutoCloseable {
  private static final double BUSY = 0.15;
  private static final double BROKEN = 0.08;
  private static final double CUT = 0.07;

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client = new OkHttpClient();
  private final String behind;
  private final Random dice = new Random(7);
  private final AtomicInteger faults = new AtomicInteger();

  private FaultyGateway(String behind) {
    this.behind = behind;
  }

  /** Before the server at this address, which has no path. */
  public static FaultyGateway before(String url) throws IOException {
    FaultyGateway gateway = new FaultyGateway(url);
    gateway.server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return gateway.answer(request);
          }
        });
    gateway.server.start();
    return gateway;
  }

  private MockResponse answer(RecordedRequest request) {
    double thrown = dice.nextDouble();
    if (thrown < BUSY) {
      faults.incrementAndGet();
      return new MockResponse.Builder()
          .code(503)
          .body("<Error><Code>SlowDown</Code></Error>")
          .build();
    }
    try (Response real = client.newCall(asIs(request)).execute()) {
      return handOn(request, real, thrown - BUSY);
    } catch (IOException e) {
      return new MockResponse.Builder().code(502).build();
    }
  }

  /** The same request with the same headers: the host is part of what is signed. */
  private Request asIs(RecordedRequest request) {
    byte[] sent = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
    RequestBody body = request.getMethod().equals("PUT") ? RequestBody.create(sent) : null;
    return new Request.Builder()
        .url(behind + request.getTarget())
        .headers(request.getHeaders().newBuilder().removeAll("Connection").build())
        .method(request.getMethod(), body)
        .build();
  }

  private MockResponse handOn(RecordedRequest request, Response real, double thrown)
      throws IOException {
    Headers headers =
        real.headers().newBuilder().removeAll("Transfer-Encoding").removeAll("Connection").build();
    MockResponse.Builder answer = new MockResponse.Builder().code(real.code()).headers(headers);
    if (request.getMethod().equals("HEAD")) {
      return answer.build();
    }
    byte[] bytes = real.body().bytes();
    boolean breaks = bytes.length > 1 && thrown < BROKEN;
    boolean cuts = bytes.length > 1 && !breaks && thrown < BROKEN + CUT;
    if (breaks) {
      answer.onResponseBody(new SocketEffect.CloseSocket());
    }
    if (breaks || cuts) {
      faults.incrementAndGet();
    }
    return answer
        .body(new Buffer().write(bytes, 0, cuts ? bytes.length / 2 : bytes.length))
        .build();
  }

  public String url() {
    return "http://" + server.getHostName() + ":" + server.getPort();
  }

  /** How many answers went wrong so far. */
  public int faults() {
    return faults.get();
  }

  @Override
  public void close() {
    server.close();
    client.connectionPool().evictAll();
    client.dispatcher().executorService().shutdown();
  }
}
