package dev.zundacast.pipeline.remote;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.pipeline.remote.RemoteAudio.Download;
import dev.zundacast.pipeline.remote.RemoteAudio.Recall;
import dev.zundacast.pipeline.remote.RemoteAudio.RemoteFacts;
import dev.zundacast.pipeline.remote.Requests.PublicAddresses;
import dev.zundacast.testkit.Programs;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteAudioTest {
  @TempDir static Path audio;
  @TempDir Path folder;

  private static byte[] mp3 = {};
  private static byte[] tagged = {};
  private static byte[] vbrWithoutHeader = {};
  private final MockWebServer server = new MockWebServer();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");

  @BeforeAll
  static void encode() throws IOException {
    mp3 = encoded("a.mp3", "-b:a", "64k");
    // The first frame stands behind a tag that is larger than what is asked for first.
    tagged = Arrays.copyOf("ID3\3\0\0\0\6\0\0".getBytes(US_ASCII), 10 + (6 << 14) + mp3.length);
    System.arraycopy(mp3, 0, tagged, 10 + (6 << 14), mp3.length);
    vbrWithoutHeader = encoded("b.mp3", "-q:a", "5", "-write_xing", "0");
  }

  private static byte[] encoded(String name, String... options) throws IOException {
    Path file = audio.resolve(name);
    String[] start = {
      "ffmpeg",
      "-v",
      "error",
      "-y",
      "-f",
      "lavfi",
      "-i",
      "aevalsrc=0.5*sin(880*t)*gt(sin(t)\\,0)+0.3*random(0)*gt(sin(2*t)\\,0.5):s=44100:d=60",
      "-c:a",
      "libmp3lame"
    };
    String[] command = Arrays.copyOf(start, start.length + options.length + 1);
    System.arraycopy(options, 0, command, start.length, options.length);
    command[command.length - 1] = file.toString();
    Programs.output(command);
    return Files.readAllBytes(file);
  }

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  /** Answers as a real server does, ranges included. */
  private static MockResponse served(RecordedRequest request, byte[] file) {
    MockResponse.Builder answer = new MockResponse.Builder().code(200).addHeader("ETag", "\"1\"");
    if (request.getMethod().equals("HEAD")) {
      return answer.setHeader("Content-Length", file.length).build();
    }
    String range = request.getHeaders().get("Range");
    if (range == null) {
      return answer.body(new Buffer().write(file)).build();
    }
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int from = Integer.parseInt(ends[0]);
    int to = Math.min(file.length - 1, Integer.parseInt(ends[1]));
    return answer
        .code(206)
        .setHeader("Content-Range", "bytes " + from + "-" + to + "/" + file.length)
        .body(new Buffer().write(file, from, to - from + 1))
        .build();
  }

  private interface Answers {
    MockResponse to(RecordedRequest request);
  }

  private void serve(Answers answers) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answers.to(request);
          }
        });
  }

  private String at(String path) {
    return "http://" + server.getHostName() + ":" + server.getPort() + path;
  }

  private RemoteAudio open(Download download, Recall recall) {
    return new RemoteAudio(folder, download, recall, patience(Duration.ofMillis(1)), () -> now);
  }

  private static Requests.Patience patience(Duration firstWait) {
    return new Requests.Patience(firstWait, Duration.ofSeconds(1), Duration.ofSeconds(4));
  }

  private RemoteFacts facts(Download download, String path) throws IOException {
    try (RemoteAudio remote = open(download, Recall.FOR_A_DAY)) {
      return remote.facts(at(path));
    }
  }

  /** A server whose answers have no end: a header line now and then, for ever. */
  private static ServerSocket dripping(AtomicInteger asked) throws IOException {
    ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> drip(server, asked), "dripping");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static void drip(ServerSocket server, AtomicInteger asked) {
    List<Socket> sockets = new ArrayList<>();
    try {
      server.setSoTimeout(200);
      while (true) {
        try {
          Socket socket = server.accept();
          asked.incrementAndGet();
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
          sockets.add(socket);
        } catch (SocketTimeoutException nobodyNew) {
          sockets.removeIf(socket -> !dripped(socket));
        }
      }
    } catch (IOException closed) {
      // The end of the test.
    }
  }

  private static boolean dripped(Socket socket) {
    try {
      socket.getOutputStream().write("X-More: to come\r\n".getBytes(US_ASCII));
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  @Test
  @Timeout(30)
  void aServerThatDripsForEverIsLeftInTheEnd() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (ServerSocket drip = dripping(asked);
        RemoteAudio remote = open(Download.NEVER, Recall.FOR_A_DAY)) {
      String address = "http://127.0.0.1:" + drip.getLocalPort() + "/";
      for (int i = 1; i <= 3; i++) {
        String file = address + i + ".mp3";
        assertThatThrownBy(() -> remote.facts(file))
            .hasMessage("the server did not answer in time");
      }
      int before = asked.get();
      assertThatThrownBy(() -> remote.facts(address + "4.mp3"))
          .hasMessage("the server was too slow for other files and is not asked any more");
      assertThat(asked.get()).isEqualTo(before);
    }
  }

  @Test
  void twoRequestsTellSizeAndLengthAndAreNeverRepeated() throws Exception {
    serve(request -> served(request, mp3));
    RemoteFacts facts = facts(Download.NEVER, "/audio/餅 の音_1.mp3");
    assertThat(facts.bytes()).isEqualTo(mp3.length);
    assertThat(facts.millis()).isBetween(59_900L, 60_100L);
    assertThat(facts.etag()).isEqualTo("\"1\"");
    assertThat(server.getRequestCount()).isEqualTo(2);
    assertThat(server.takeRequest().getTarget())
        .isEqualTo("/audio/%E9%A4%85%20%E3%81%AE%E9%9F%B3_1.mp3");
    assertThat(facts(Download.NEVER, "/audio/餅 の音_1.mp3")).isEqualTo(facts);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  private static MockResponse marked(RecordedRequest request, byte[] file, String etag) {
    return served(request, file).newBuilder().setHeader("ETag", etag).build();
  }

  @Test
  void afterADayOneSmallRequestTellsThatNothingChanged() throws Exception {
    serve(request -> marked(request, mp3, "\"1\""));
    RemoteFacts facts = facts(Download.NEVER, "/a.mp3");
    now = now.plus(Duration.ofHours(23));
    assertThat(facts(Download.NEVER, "/a.mp3")).isEqualTo(facts);
    assertThat(server.getRequestCount()).isEqualTo(2);
    now = now.plus(Duration.ofHours(2));
    assertThat(facts(Download.NEVER, "/a.mp3")).isEqualTo(facts.askedAt(now));
    assertThat(server.getRequestCount()).isEqualTo(3);
    // Asked just now, so it is believed for a day again.
    assertThat(facts(Download.NEVER, "/a.mp3")).isEqualTo(facts.askedAt(now));
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aChangedFileIsMeasuredAgainWhenAskedTo() throws IOException {
    byte[] half = Arrays.copyOf(mp3, mp3.length / 2);
    serve(request -> marked(request, mp3, "\"1\""));
    facts(Download.NEVER, "/a.mp3");
    serve(request -> marked(request, half, "\"2\""));
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
    try (RemoteAudio remote = open(Download.NEVER, Recall.NOT_WITHOUT_ASKING)) {
      RemoteFacts facts = remote.facts(at("/a.mp3"));
      assertThat(facts.bytes()).isEqualTo(half.length);
      assertThat(facts.millis()).isBetween(29_000L, 31_000L);
      assertThat(facts.etag()).isEqualTo("\"2\"");
    }
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(half.length);
  }

  /** Without HEAD and without conditions, the marks are compared here. */
  @ParameterizedTest
  @CsvSource({"ETag,2", "Last-Modified,2", "X-Nothing,3"})
  void aServerThatKnowsNoConditionsIsNotReadAgainForTheSameMark(String mark, int requests)
      throws IOException {
    serve(
        request ->
            request.getMethod().equals("HEAD")
                ? new MockResponse.Builder().code(501).build()
                : served(request, tagged)
                    .newBuilder()
                    .removeHeader("ETag")
                    .setHeader(mark, "Sun, 01 Mar 2026 00:00:00 GMT")
                    .build());
    RemoteFacts facts = facts(Download.NEVER, "/a.mp3");
    now = now.plus(Duration.ofDays(2));
    int asked = server.getRequestCount();
    assertThat(facts(Download.NEVER, "/a.mp3")).isEqualTo(facts.askedAt(now));
    assertThat(server.getRequestCount() - asked).isEqualTo(requests);
  }

  @Test
  void whatPartsDoNotTellIsRememberedToo() throws IOException {
    serve(request -> served(request, vbrWithoutHeader));
    assertThatThrownBy(() -> facts(Download.NEVER, "/b.mp3")).hasMessageContaining("--download");
    int asked = server.getRequestCount();
    assertThatThrownBy(() -> facts(Download.NEVER, "/b.mp3")).hasMessageContaining("--download");
    assertThat(server.getRequestCount()).isEqualTo(asked);
    facts(Download.WHERE_NEEDED, "/b.mp3");
    facts(Download.NEVER, "/b.mp3");
    assertThat(server.getRequestCount()).isEqualTo(asked + 1);
  }

  @Test
  void whatCannotBeRememberedIsTold() throws IOException {
    serve(request -> served(request, mp3));
    Files.createDirectories(folder.resolve("remote-audio.json/full"));
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
  }

  @Test
  void aMemoryOfAnotherVersionIsForgotten() throws IOException {
    serve(request -> served(request, mp3));
    Files.writeString(
        folder.resolve("remote-audio.json"),
        "{\"files\": {\"" + at("/a.mp3") + "\": {\"bytes\": 1, \"millis\": 2}}}");
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "{}", "[]", "{\"files\":null}", "{\"files\":{\"URL\":null}}", "{"})
  void aDamagedMemoryIsForgotten(String memory) throws IOException {
    serve(request -> served(request, mp3));
    Path file = folder.resolve("remote-audio.json");
    Files.writeString(file, memory.replace("URL", at("/a.mp3")));
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace("" + mp3.length, "" + (mp3.length - 7)));
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
    assertThat(server.getRequestCount()).isEqualTo(4);
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void aServerWithoutHeadIsAskedForARange() throws IOException {
    serve(
        request ->
            request.getMethod().equals("HEAD")
                ? new MockResponse.Builder().code(405).build()
                : served(request, mp3));
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
  }

  @Test
  void aVariableRateWithoutHeaderNeedsTheWholeFile() throws IOException {
    serve(request -> served(request, vbrWithoutHeader));
    assertThatThrownBy(() -> facts(Download.NEVER, "/b.mp3"))
        .hasMessage("its length cannot be told from parts of the file; try --download");
    assertThat(facts(Download.WHERE_NEEDED, "/b.mp3").millis()).isBetween(59_900L, 60_200L);
    try (var left = Files.list(folder)) {
      assertThat(left)
          .extracting(f -> f.getFileName().toString())
          .containsExactly("remote-audio.json");
    }
  }

  @Test
  void aBusyServerIsAskedAgain() throws IOException {
    AtomicInteger count = new AtomicInteger();
    serve(
        request ->
            count.incrementAndGet() <= 2
                ? new MockResponse.Builder().code(503).addHeader("Retry-After", "0").build()
                : served(request, mp3));
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
  }

  @Test
  void whatIsNotThereIsNotAskedForAgain() {
    serve(request -> new MockResponse.Builder().code(404).build());
    assertThatThrownBy(() -> facts(Download.NEVER, "/a.mp3")).hasMessage("the server answered 404");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRedirectOnTheSameHostIsFollowedAFewTimes() throws IOException {
    serve(
        request ->
            request.getTarget().equals("/a.mp3")
                ? new MockResponse.Builder().code(302).addHeader("Location", "/real.mp3").build()
                : request.getTarget().equals("/loop.mp3")
                    ? new MockResponse.Builder()
                        .code(301)
                        .addHeader("Location", "/loop.mp3")
                        .build()
                    : served(request, mp3));
    assertThat(facts(Download.NEVER, "/a.mp3").bytes()).isEqualTo(mp3.length);
    assertThatThrownBy(() -> facts(Download.NEVER, "/loop.mp3"))
        .hasMessageStartingWith("more than 5 redirects at ");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.2", "169.254.169.254", "10.0.0.1", "[::1]", "[fd00::1]", "0.0.0.0"})
  void aRedirectToAPrivateAddressIsRefused(String host) {
    serve(
        request ->
            new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "http://" + host + ":" + server.getPort() + "/x.mp3")
                .build());
    assertThatThrownBy(() -> facts(Download.NEVER, "/a.mp3"))
        .hasMessageStartingWith("a redirect leads to ")
        .hasMessageContaining("private address");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8,true",
    "127.0.0.1,false",
    "10.1.2.3,false",
    "172.16.0.1,false",
    "192.168.1.1,false",
    "100.64.0.1,false",
    "169.254.1.1,false",
    "224.0.0.1,false",
    "240.0.0.1,false",
    "::1,false",
    "fe80::1,false",
    "fc00::1,false",
    "::ffff:127.0.0.1,false",
    "64:ff9b::a00:1,false",
    "2606:4700::1,true"
  })
  void privateNetworksAreKnown(String address, boolean isPublic) throws IOException {
    assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isEqualTo(isPublic);
  }

  @Test
  @Timeout(5)
  void aHostWhereNobodyListensIsAskedOnce() throws IOException {
    server.close();
    Duration wait = Duration.ofSeconds(10);
    try (RemoteAudio remote =
        new RemoteAudio(
            folder, Download.NEVER, Recall.FOR_A_DAY, patience(wait), InstantSource.system())) {
      assertThatThrownBy(() -> remote.facts(at("/1.mp3"))).isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void aPageInsteadOfAudioIsNoAudio() {
    serve(
        request ->
            served(
                request, "<!DOCTYPE html>login".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> facts(Download.NEVER, "/a.mp3")).hasMessage("no MP3 frame found");
  }
}
