package dev.zundacast.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Strangers in crowds: they keep nobody else from a studio. */
class StudioDoorTest extends StudioCase {
  private static final String PASSWORD = "八百屋の裏口の合言葉";
  private static final String HERE = "127.0.0.1";

  /** Far more than a server has threads. */
  private static final int CROWD = 100;

  private int port() {
    return URI.create(studio.studio().address()).getPort();
  }

  private static String head(String first, int port, int length) {
    return first
        + " HTTP/1.1\r\nHost: "
        + HERE
        + ":"
        + port
        + "\r\nX-Zundacast: 1\r\nContent-Type: application/json\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static Socket connect(int port, String from) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4096);
    socket.setSoTimeout(60_000);
    socket.bind(new java.net.InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new java.net.InetSocketAddress(HERE, port));
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String answer(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private List<Socket> crowd(String says) throws IOException {
    List<Socket> crowd = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      Socket stranger = connect(port(), HERE);
      crowd.add(stranger);
      send(stranger, says);
    }
    return crowd;
  }

  /** What a studio answers to somebody whom it let in, as long as it answers at all. */
  private int code(Request request) throws IOException {
    OkHttpClient impatient = studio.http().newBuilder().callTimeout(Duration.ofSeconds(20)).build();
    try (Response answer = impatient.newCall(request).execute()) {
      return answer.code();
    }
  }

  private void isAtWork() throws IOException {
    assertThat(code(studio.request(EPISODE).build())).isEqualTo(200);
    assertThat(code(studio.request("/page/style.css").build())).isEqualTo(200);
    Request undo =
        studio
            .request(EPISODE + "/undo")
            .header("X-Zundacast", "1")
            .post(RequestBody.create("{}", OpenStudio.JSON))
            .build();
    assertThat(code(undo)).as("there is nothing to undo").isEqualTo(422);
  }

  private static void leave(List<Socket> crowd) throws IOException {
    for (Socket stranger : crowd) {
      stranger.close();
    }
  }

  @Test
  void thoseWhoNeverSayWhatTheyBeganKeepNobodyWaiting() throws Exception {
    List<Socket> crowd = crowd(head("POST /api/session", port(), 100) + "{");
    try {
      isAtWork();
      assertThat(answer(crowd.get(0))).startsWith("HTTP/1.1 408");
    } finally {
      leave(crowd);
    }
  }

  @Test
  void thoseWhoSendToWhereTheyMayNotAreNotListenedTo() throws Exception {
    List<Socket> crowd = crowd(head("POST " + EPISODE + "/undo", port(), 100) + "{");
    try {
      isAtWork();
      assertThat(answer(crowd.get(0))).startsWith("HTTP/1.1 403");
    } finally {
      leave(crowd);
    }
  }

  @Test
  void thoseWhoAskForFilesAndNeverReadThemKeepNobodyWaiting() throws Exception {
    String file = "GET /page/style.css HTTP/1.1\r\nHost: " + HERE + ":" + port() + "\r\n\r\n";
    List<Socket> crowd = crowd(file.repeat(200));
    try {
      isAtWork();
    } finally {
      leave(crowd);
    }
  }

  @Test
  void listensToNoLongSpeechBeforeItKnowsWhoSpeaks() throws Exception {
    try (Socket stranger = connect(port(), HERE)) {
      send(stranger, head("POST /api/session", port(), 100_000) + "{");
      assertThat(answer(stranger)).startsWith("HTTP/1.1 413");
    }
  }

  /** A login without waiting for its answer. */
  private static Socket login(Studio studio, String from, Map<String, String> body)
      throws IOException {
    int port = URI.create(studio.address()).getPort();
    String json = Json.text(body);
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    Socket socket = connect(port, from);
    String head = head("POST /api/session", port, length);
    send(socket, head.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n") + json);
    return socket;
  }

  @Test
  void whoGuessesKeepsNobodyElseOut() throws Exception {
    StudioOptions open = new StudioOptions(HERE, 0, Optional.of(PASSWORD), Optional.empty());
    try (Studio other = Studio.open(OpenStudio.site(folder, engine.url()), open)) {
      List<Socket> guesses = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        guesses.add(login(other, "127.0.0.2", Map.of("password", "あたり" + i)));
      }
      String token = URI.create(other.entrance(folder)).getFragment();
      assertThat(answer(login(other, "127.0.0.2", Map.of("token", token))))
          .as("the token, from the same address")
          .startsWith("HTTP/1.1 204");
      assertThat(answer(login(other, "127.0.0.3", Map.of("password", PASSWORD))))
          .as("the password, from another address")
          .startsWith("HTTP/1.1 204");
      // They are looked at in the order in which they come in, which need not be that of sending.
      List<String> answers = new ArrayList<>();
      for (Socket guess : guesses) {
        answers.add(answer(guess));
      }
      assertThat(answers)
          .allMatch(it -> it.startsWith("HTTP/1.1 403") || it.startsWith("HTTP/1.1 429"))
          .as("those that would wait too long")
          .anyMatch(it -> it.startsWith("HTTP/1.1 429") && it.contains("Retry-After: "))
          .as("those that were looked at")
          .anyMatch(it -> it.startsWith("HTTP/1.1 403"));
      leave(guesses);
    }
  }

  @Test
  void whoGuessedFiftyTimesIsLetInWithTheRightOneAllTheSame() throws Exception {
    StudioOptions open = new StudioOptions(HERE, 0, Optional.of(PASSWORD), Optional.empty());
    try (Studio other = Studio.open(OpenStudio.site(folder, engine.url()), open)) {
      for (int i = 0; i < 12; i++) {
        assertThat(answer(login(other, HERE, Map.of("password", "はずれ" + i))))
            .startsWith("HTTP/1.1 403");
      }
      assertThat(answer(login(other, HERE, Map.of("password", PASSWORD))))
          .startsWith("HTTP/1.1 204");
    }
  }
}
