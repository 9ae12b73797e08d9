package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** What the studio answers where it fails itself. */
class AnswersTest {
  @Test
  void aSlipOfOursIsNoFaultOfTheRequest() throws Exception {
    Javalin app =
        Javalin.create(
            config -> {
              config.jetty.host = "127.0.0.1";
              config.routes.exception(Exception.class, Answers::failed);
              config.routes.get(
                  "/line",
                  request -> {
                    throw new NullPointerException("a line without words");
                  });
            });
    app.start(0);
    try {
      URI address = URI.create("http://127.0.0.1:" + app.port() + "/line");
      var answer =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("unexpected", "a line without words");
    } finally {
      app.stop();
    }
  }
}
