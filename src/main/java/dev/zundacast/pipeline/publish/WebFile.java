package dev.zundacast.pipeline.publish;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A file at the address from which listeners fetch it. */
final class WebFile {
  private WebFile() {}

  /** Whether the address gives just these bytes. */
  static boolean holds(String address, byte[] bytes) throws IOException {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofMinutes(1))
            .build();
    Request request =
        new Request.Builder().url(address).header("Cache-Control", "no-cache").build();
    try (Response response = client.newCall(request).execute()) {
      return response.isSuccessful()
          && response.body().contentLength() <= bytes.length
          && MessageDigest.isEqual(response.body().bytes(), bytes);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }
}
