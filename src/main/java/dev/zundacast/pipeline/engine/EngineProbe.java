package dev.zundacast.pipeline.engine;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Whether an engine answers. */
final class EngineProbe {
  /** An engine of this machine that is ready answers at once. */
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private EngineProbe() {}

  static boolean answers(String url) {
    OkHttpClient client =
        new OkHttpClient.Builder().callTimeout(LIMIT).retryOnConnectionFailure(false).build();
    try (Response response =
        client.newCall(new Request.Builder().url(url + "/version").build()).execute()) {
      return response.isSuccessful();
    } catch (IOException notYet) {
      return false;
    } finally {
      client.connectionPool().evictAll();
      client.dispatcher().executorService().shutdown();
    }
  }
}
