package dev.zundacast.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.zundacast.draft.DraftClient.Reply;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients that mean harm, or are careless, get from the draft engine. */
class DraftLimitsTest {
  private static DraftClient client;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    client = DraftClient.start(data);
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
  }

  private static int port() {
    return URI.create(client.url()).getPort();
  }

  private static Socket connect() throws Exception {
    return new Socket("127.0.0.1", port());
  }

  private static String send(String headers) throws Exception {
    try (Socket socket = connect()) {
      String request = "GET /version HTTP/1.1\r\nConnection: close\r\n" + headers + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]"})
  void answersUnderTheNamesOfThisMachine(String name) throws Exception {
    assertThat(send("Host: " + name + ":" + port() + "\r\n")).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example:PORT\r\n",
        "Host: localhost.evil.example:PORT\r\n",
        "Host: 127.0.0.1.evil.example:PORT\r\n",
        "Host: 192.168.0.1:PORT\r\n",
        "Host: localhost\r\n",
        "Host: localhost:1\r\n",
        "Host: \r\n",
      })
  void refusesOtherHosts(String header) throws Exception {
    assertThat(send(header.replace("PORT", "" + port())))
        .startsWith("HTTP/1.1 403")
        .endsWith("{\"detail\":\"Host not allowed\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Host: localhost:PORT\r\nHost: evil.example:PORT\r\n"})
  void refusesNoHostAndMoreThanOne(String header) throws Exception {
    assertThat(send(header.replace("PORT", "" + port()))).startsWith("HTTP/1.1 40");
  }

  private static long nanosOfARequest() throws Exception {
    long start = System.nanoTime();
    assertThat(client.get("/version").status()).isEqualTo(200);
    assertThat(client.query("はやい").path("kana").asText()).isEqualTo("ハヤ'イ");
    return System.nanoTime() - start;
  }

  @Test
  @Timeout(120)
  void answersBesideTwoHundredSlowConnections() throws Exception {
    nanosOfARequest();
    long alone = nanosOfARequest();
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        slow.add(connect());
      }
      for (char letter : "POST".toCharArray()) {
        for (Socket socket : slow) {
          socket.getOutputStream().write(letter);
        }
        // A busy machine takes longer, with and without the slow connections.
        assertThat(nanosOfARequest()).isLessThan(2_000_000_000L + 3 * alone);
        Thread.sleep(1000);
      }
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static byte[] listOf(int bytes) {
    byte[] body = ("[" + "{\"a\":1},".repeat(bytes / 8)).getBytes(StandardCharsets.US_ASCII);
    body[body.length - 1] = ']';
    return body;
  }

  /** The answer to a body, without a copy of it as the usual clients make. */
  private static String post(byte[] body) throws Exception {
    try (Socket socket = connect()) {
      String head =
          "POST /mora_data?speaker=0 HTTP/1.1\r\nConnection: close\r\nHost: localhost:"
              + port()
              + "\r\nContent-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (SocketException e) {
      return "cut off"; // By the bound on the time that sending may take.
    }
  }

  @Test
  @Timeout(20)
  void refusesALargeBody() throws Exception {
    assertThat(post(listOf(16 << 20)))
        .startsWith("HTTP/1.1 413")
        .endsWith("{\"detail\":\"the body is larger than 4 MB\"}");
  }

  @ParameterizedTest
  @ValueSource(ints = {16 << 20, (4 << 20) - 100})
  @Timeout(90)
  void keepsItsMemoryUnderSixtyLargeBodies(int bytes) throws Exception {
    byte[] body = listOf(bytes);
    ExecutorService clients = Executors.newFixedThreadPool(60);
    List<Future<String>> answers = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      answers.add(clients.submit(() -> post(body)));
    }
    for (Future<String> answer : answers) {
      assertThat(answer.get()).containsPattern("^HTTP/1.1 (413|422|503)|^cut off$");
    }
    clients.shutdown();
    assertThat(client.get("/version").status()).isEqualTo(200);
  }

  @Test
  void answersManyFindingsShortly() throws Exception {
    Reply reply = client.postJson("[" + "{},".repeat(100_000) + "{}]", "/mora_data", "speaker", 0);
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).hasSizeLessThan(1 << 20);
  }

  @Test
  @Timeout(20)
  void takesNoTimeForANumberOfManyDigits() throws Exception {
    String query = client.query("あ").put("outputSamplingRate", "1e999999999").toString();
    assertThat(client.postJson(query, "/synthesis", "speaker", 0).status()).isEqualTo(422);
  }

  @Test
  void leavesFoldersOfOtherUsersAlone(@TempDir Path data) throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    Path foreign = temporary.resolve("zundacast-draft-999999999-x");
    Path made = Files.createTempDirectory("foreign");
    Files.createDirectory(made.resolve("inside"));
    UserPrincipal nobody =
        made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(made, nobody);
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.move(made, foreign);
    try {
      DraftClient.start(data).close();
      assertThat(foreign.resolve("inside")).exists();
    } finally {
      Files.deleteIfExists(foreign.resolve("inside"));
      Files.deleteIfExists(foreign);
    }
  }
}
