package dev.zundacast.draft;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** An engine in front of another one whose dictionary nobody may change. */
class EngineInFront extends Dispatcher {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  EngineInFront(String url) {
    this.url = url;
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String target = request.getTarget();
    if (target.startsWith("/import_user_dict") || target.startsWith("/user_dict_word")) {
      String refusal = "{\"detail\": \"エンジンの静的なデータを変更するAPIは無効化されています\"}";
      return new MockResponse.Builder().code(403).body(refusal).build();
    }
    try {
      return forward(request, target);
    } catch (IOException e) {
      return new MockResponse.Builder().code(502).build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new MockResponse.Builder().code(502).build();
    }
  }

  /** What is asked of the engine behind for this target. */
  String asked(String target) {
    return target;
  }

  /** What is answered instead of its answer. */
  byte[] answered(String target, byte[] body) throws IOException {
    return body;
  }

  private MockResponse forward(RecordedRequest request, String target)
      throws IOException, InterruptedException {
    byte[] body = request.getBody() == null ? new byte[0] : request.getBody().toByteArray();
    HttpRequest sent =
        HttpRequest.newBuilder(URI.create(url + asked(target)))
            .header("Content-Type", "application/json")
            .method(request.getMethod(), BodyPublishers.ofByteArray(body))
            .build();
    var answer = http.send(sent, BodyHandlers.ofByteArray());
    return new MockResponse.Builder()
        .code(answer.statusCode())
        .addHeader("Content-Type", "application/json")
        .body(new Buffer().write(answered(target, answer.body())))
        .build();
  }
}
