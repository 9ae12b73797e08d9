package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is kept out of a studio, and how. */
class StudioGuardTest extends StudioCase {
  private static final List<String> GUARDED =
      List.of(
          "/api/show",
          EPISODE,
          EPISODE + "/line/a1.01/kana",
          "/api/events",
          "/api/dictionary",
          "/audio/episode/" + KEY + ".mp3",
          "/audio/clip/" + "0".repeat(64) + ".wav");

  private int code(Request request) throws IOException {
    try (Response answer = studio.http().newCall(request).execute()) {
      return answer.code();
    }
  }

  private Request.Builder stranger(String path) {
    return new Request.Builder().url(studio.address(path));
  }

  @Test
  void keepsWhoeverHasNoSessionOut() throws Exception {
    for (String path : GUARDED) {
      assertThat(code(stranger(path).build())).as(path).isEqualTo(403);
      String wrong = "zundacast-" + port() + "=" + "0".repeat(64);
      assertThat(code(stranger(path).header("Cookie", wrong).build())).as(path).isEqualTo(403);
    }
  }

  private int port() {
    return URI.create(studio.studio().address()).getPort();
  }

  @Test
  void letsNobodyInWithAnotherToken() throws Exception {
    for (String body :
        List.of("{\"token\":\"\"}", "{}", "{\"token\":\"" + "0".repeat(64) + "\"}")) {
      Request login =
          stranger("/api/session")
              .header("X-Zundacast", "1")
              .post(RequestBody.create(body, OpenStudio.JSON))
              .build();
      assertThat(code(login)).as(body).isEqualTo(403);
    }
  }

  @Test
  void givesACookieThatNoScriptAndNoOtherSiteSees() throws Exception {
    String token = URI.create(studio.studio().entrance(folder)).getFragment();
    assertThat(token).hasSize(64);
    Request login =
        stranger("/api/session")
            .header("X-Zundacast", "1")
            .post(RequestBody.create("{\"token\":\"" + token + "\"}", OpenStudio.JSON))
            .build();
    try (Response answer = studio.http().newCall(login).execute()) {
      assertThat(answer.code()).isEqualTo(204);
      assertThat(answer.header("Set-Cookie"))
          .startsWith("zundacast-" + port() + "=")
          .contains("HttpOnly", "SameSite=Strict", "Path=/")
          .doesNotContain(token);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example.com",
        "evil.example.com:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.evil.example.com:PORT",
        "localhost.evil.example.com:PORT",
        "0.0.0.0:PORT",
        "2130706433:PORT"
      })
  void answersToNoOtherName(String host) throws Exception {
    Request request =
        studio
            .request("/api/show")
            .header("Host", host.replace("PORT", Integer.toString(port())))
            .build();
    assertThat(code(request)).isEqualTo(403);
    Request page =
        stranger("/page/main.js")
            .header("Host", host.replace("PORT", Integer.toString(port())))
            .build();
    assertThat(code(page)).isEqualTo(403);
  }

  @Test
  void answersToLocalhostToo() throws Exception {
    Request request = studio.request("/api/show").header("Host", "localhost:" + port()).build();
    assertThat(code(request)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.com",
        "http://evil.example.com",
        "null",
        "http://127.0.0.1",
        "http://localhost:1",
        "file://"
      })
  void answersNoPageFromElsewhere(String origin) throws Exception {
    assertThat(code(studio.request("/api/show").header("Origin", origin).build())).isEqualTo(403);
    Request change =
        studio
            .request(EPISODE + "/undo")
            .header("Origin", origin)
            .header("X-Zundacast", "1")
            .post(RequestBody.create("{}", OpenStudio.JSON))
            .build();
    assertThat(code(change)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none"})
  void answersNoRequestThatABrowserMakesForAnotherSite(String site) throws Exception {
    for (String path : GUARDED) {
      Request request = studio.request(path).header("Sec-Fetch-Site", site).build();
      assertThat(code(request)).as(path).isEqualTo(403);
    }
  }

  @Test
  void changesNothingForWhatAFormCouldSend() throws Exception {
    String before = scriptText();
    String path = EPISODE + "/line/a1.01";
    String body = "{\"written\":\"よその文\"}";
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      Request form =
          studio
              .request(path)
              .header("X-Zundacast", "1")
              .post(RequestBody.create(body, MediaType.get(type)))
              .build();
      assertThat(code(form)).as(type).isEqualTo(415);
    }
    Request bare = studio.request(path).post(RequestBody.create(body, OpenStudio.JSON)).build();
    assertThat(code(bare)).isEqualTo(403);
    for (String method : List.of("PUT", "DELETE", "PATCH")) {
      Request other =
          studio
              .request(path)
              .header("X-Zundacast", "1")
              .method(method, RequestBody.create(body, OpenStudio.JSON))
              .build();
      assertThat(code(other)).as(method).isIn(404, 405);
    }
    assertThat(scriptText()).isEqualTo(before);
  }

  @Test
  void leadsNowhereElseOnTheDisk() throws Exception {
    Files.writeString(folder.resolve("secret.txt"), "geheim");
    for (String path :
        List.of(
            "/page/../../../../secret.txt",
            "/page/..%2f..%2fsecret.txt",
            "/page/%2e%2e/%2e%2e/secret.txt",
            "/page/.hidden",
            "/page/vendor/../index.html",
            "/audio/clip/..%2f..%2fsecret.txt.wav",
            "/audio/clip/../../secret.wav",
            "/audio/episode/..%2fsecret.txt.mp3",
            "/api/episode/..%2f..%2fsecret.txt",
            "/api/episode/%2fetc%2fpasswd",
            "/api/episode/secret.txt")) {
      String answer = raw("GET " + path + " HTTP/1.1", Map.of());
      assertThat(answer).as(path).doesNotContain("geheim", "root:");
      assertThat(answer.split(" ", 3)[1]).as(path).isIn("400", "403", "404", "422");
    }
  }

  /** A request as no client library would send it. */
  private String raw(String first, Map<String, String> headers) throws IOException {
    StringBuilder request = new StringBuilder(first + "\r\n");
    String cookie = String.valueOf(studio.request("/").build().header("Cookie"));
    request.append("Host: 127.0.0.1:").append(port()).append("\r\nCookie: ").append(cookie);
    headers.forEach((name, value) -> request.append("\r\n").append(name + ": " + value));
    request.append("\r\nConnection: close\r\n\r\n");
    try (Socket socket = new Socket("127.0.0.1", port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void refusesBodiesAndHeadersThatAreTooLong() throws Exception {
    String body = "{\"written\":\"" + "a".repeat(2 << 20) + "\"}";
    assertThat(edit("a1.01", body).code()).isEqualTo(413);
    String answer = raw("GET /api/show HTTP/1.1", Map.of("X-Long", "a".repeat(40_000)));
    assertThat(answer).startsWith("HTTP/1.1 431");
  }

  @Test
  void refusesWhatIsNoJson() throws Exception {
    assertThat(edit("a1.01", "{").code()).isEqualTo(400);
    assertThat(edit("a1.01", "[]").code()).isEqualTo(400);
    assertThat(lines("{\"action\":\"nothing\"}").code()).isEqualTo(400);
    assertThat(lines("{\"action\":\"delete\",\"ids\":7}").code()).isEqualTo(400);
  }

  @Test
  void tellsTheBrowserToKeepOthersAway() throws Exception {
    for (String path : List.of("/", "/api/show", "/nothing")) {
      try (Response answer = studio.http().newCall(studio.request(path).build()).execute()) {
        assertThat(answer.header("Content-Security-Policy"))
            .as(path)
            .contains("default-src 'none'", "frame-ancestors 'none'")
            .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Server")).isNull();
      }
    }
  }

  @Test
  void sendsHostileTextsAsNothingButText() throws Exception {
    String hostile = "<img src=x onerror=alert(1)> javascript:alert(1)";
    edit("a1.01", dev.zundacast.disk.Json.text(Map.of("written", hostile)));
    OpenStudio.Answer answer = studio.get(EPISODE);
    assertThat(answer.headers().get("Content-Type")).startsWith("application/json");
    assertThat(line(answer.json(), "a1.01").path("written").asText()).isEqualTo(hostile);
  }

  @Test
  void letsAnotherMachineInThatKnowsThePassword() throws Exception {
    StudioOptions open =
        new StudioOptions("127.0.0.1", 0, Optional.of("まめのなまえ八百屋の裏口"), Optional.empty());
    try (Studio other = Studio.open(OpenStudio.site(folder, engine.url()), open)) {
      for (Map.Entry<String, Integer> password :
          Map.of("まめのなまえ八百屋の裏口", 204, "まめのなまえ", 403, "", 403).entrySet()) {
        String body = dev.zundacast.disk.Json.text(Map.of("password", password.getKey()));
        Request login =
            new Request.Builder()
                .url(other.address() + "api/session")
                .header("X-Zundacast", "1")
                .post(RequestBody.create(body, OpenStudio.JSON))
                .build();
        assertThat(code(login)).as(password.getKey()).isEqualTo(password.getValue());
      }
    }
  }

  @Test
  void listensOnThisMachineAlone() throws Exception {
    String port = String.format(Locale.ROOT, ":%04X", port());
    List<String> listening = new ArrayList<>();
    for (Path sockets : List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"))) {
      if (Files.exists(sockets)) {
        for (String row : Files.readAllLines(sockets)) {
          String[] fields = row.strip().split("\\s+");
          if (fields[1].endsWith(port) && fields[3].equals("0A")) {
            listening.add(fields[1]);
          }
        }
      }
    }
    assertThat(listening).allMatch(address -> address.contains("0100007F:"));
  }
}
