package dev.zundacast.voice.store.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zundacast.disk.SharedStore.Condition;
import dev.zundacast.disk.SharedStore.Entry;
import dev.zundacast.disk.SharedStore.Kind;
import dev.zundacast.s3.AwsCredentials;
import dev.zundacast.s3.AwsSigner;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that keeps objects and can do everything wrong: nothing of it is believed, or waits. */
@Timeout(60)
class HostileStoreTest {
  private static final String KEY = "ab".repeat(32);

  private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
  private final List<RecordedRequest> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private volatile Function<RecordedRequest, @Nullable MockResponse> fault = request -> null;
  private MockWebServer server;

  @BeforeEach
  void start() throws IOException {
    server = new MockWebServer();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            MockResponse wrong = fault.apply(request);
            return wrong == null ? right(request) : wrong;
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private MockResponse right(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (request.getMethod().equals("PUT")) {
      objects.put(path, request.getBody().toByteArray());
      return status(201);
    }
    byte[] bytes = objects.get(path);
    return bytes == null
        ? status(404)
        : new MockResponse.Builder().body(new Buffer().write(bytes)).build();
  }

  private static MockResponse status(int code) {
    return new MockResponse.Builder().code(code).build();
  }

  private static MockResponse slowDown() {
    return new MockResponse.Builder()
        .code(503)
        .body("<Error><Code>SlowDown</Code></Error>")
        .build();
  }

  private RemoteStore store() {
    return store((request, body) -> request);
  }

  private RemoteStore store(HttpObjects.Authorizer authorizer) {
    HttpObjects.Patience patience =
        new HttpObjects.Patience(
            Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofSeconds(2));
    RemoteStore.Timing timing =
        new RemoteStore.Timing(
            new Retry(4, Duration.ofMillis(10), Duration.ofMillis(50)),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));
    HttpUrl url = server.url("/store");
    return new RemoteStore(new HttpObjects(url, authorizer, patience), timing, notes::add);
  }

  private static Entry entry() {
    return new Entry("ずんだ".repeat(10_000).getBytes(StandardCharsets.UTF_8), "about");
  }

  private void keepOne() {
    RemoteStore store = store();
    store.put(Kind.CLIPS, KEY, Condition.IF_ABSENT, HostileStoreTest::entry);
    store.close();
    assertThat(objects).hasSize(2);
    requests.clear();
  }

  @Test
  void aServerThatAsksToSlowDownIsAskedAgain() {
    AtomicInteger busy = new AtomicInteger(3);
    fault = request -> busy.getAndDecrement() > 0 ? slowDown() : null;
    keepOne();
    busy.set(3);
    try (RemoteStore store = store()) {
      assertThat(store.get(Kind.CLIPS, KEY)).isPresent();
      assertThat(store.trouble()).isEmpty();
    }
    assertThat(notes).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsLeftAloneForAWhileAndThenAskedAgain() throws InterruptedException {
    keepOne();
    fault = request -> slowDown();
    try (RemoteStore store = store()) {
      assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
      int asked = requests.size();
      for (int i = 0; i < 20; i++) {
        assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
      }
      assertThat(requests).hasSize(asked);
      assertThat(notes).singleElement().asString().contains("is away for now").contains("503");
      fault = request -> null;
      Thread.sleep(250);
      assertThat(store.get(Kind.CLIPS, KEY)).isPresent();
      assertThat(store.trouble()).isEmpty();
    }
  }

  /** What is made while the store is away reaches it when it is back. */
  @Test
  void whatWaitsIsKeptWhenTheServerIsBack() throws InterruptedException {
    fault = request -> slowDown();
    try (RemoteStore store = store()) {
      store.put(Kind.CLIPS, KEY, Condition.IF_ABSENT, HostileStoreTest::entry);
      Thread.sleep(300);
      assertThat(objects).isEmpty();
      fault = request -> null;
      for (int i = 0; i < 100 && objects.size() < 2; i++) {
        Thread.sleep(50);
      }
    }
    assertThat(objects).hasSize(2);
  }

  @Test
  void aServerThatStaysAwayIsNotWaitedForAtTheEnd() {
    fault = request -> slowDown();
    RemoteStore store = store();
    for (int i = 0; i < 50; i++) {
      store.put(Kind.CLIPS, KEY, Condition.IF_ABSENT, HostileStoreTest::entry);
    }
    long begun = System.nanoTime();
    store.close();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    assertThat(store.trouble()).isPresent();
  }

  @Test
  void aBodyThatIsCutIsAskedForAgainAndNeverBelieved() {
    keepOne();
    AtomicInteger cut = new AtomicInteger(2);
    fault =
        request ->
            request.getUrl().encodedPath().endsWith(".wav") && cut.getAndDecrement() > 0
                ? new MockResponse.Builder()
                    .body(new Buffer().write(entry().bytes()))
                    .onResponseBody(new SocketEffect.CloseSocket())
                    .build()
                : null;
    try (RemoteStore store = store()) {
      assertThat(store.get(Kind.CLIPS, KEY).orElseThrow().bytes()).isEqualTo(entry().bytes());
    }
    // A length that fits the half of it is no truth either.
    fault =
        request ->
            request.getUrl().encodedPath().endsWith(".wav")
                ? new MockResponse.Builder()
                    .body(new Buffer().write(entry().bytes(), 0, 1000))
                    .build()
                : null;
    try (RemoteStore store = store()) {
      assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
      assertThat(notes).anyMatch(note -> note.contains("is damaged"));
    }
  }

  @Test
  void aServerThatNeverAnswersCostsItsTimeOutOnce() {
    keepOne();
    fault =
        request -> new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
    long begun = System.nanoTime();
    try (RemoteStore store = store()) {
      for (int i = 0; i < 10; i++) {
        assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
      }
      assertThat(store.among(Kind.CLIPS, List.of(KEY))).isEmpty();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aRefusalEndsItForThisRun() {
    fault = request -> status(403);
    RemoteStore store = store();
    assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
    assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
    store.put(Kind.CLIPS, KEY, Condition.IF_ABSENT, HostileStoreTest::entry);
    store.close();
    assertThat(requests).hasSize(1);
    assertThat(notes)
        .singleElement()
        .asString()
        .contains("is not used")
        .contains("look at the credentials");
    assertThat(store.trouble()).isPresent();
  }

  /** A log-in page, a redirection: whatever answers there keeps no objects. */
  @Test
  void whatIsNoStoreIsNotBelieved() {
    fault = request -> new MockResponse.Builder().body("<html>").build();
    try (RemoteStore store = store()) {
      assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
    }
    fault = request -> new MockResponse.Builder().code(302).addHeader("Location", "/").build();
    try (RemoteStore store = store()) {
      assertThat(store.get(Kind.CLIPS, KEY)).isEmpty();
      assertThat(store.trouble().orElseThrow()).contains("302");
    }
  }

  @Test
  void writersThatMeetAreNoFailure() {
    AtomicInteger meeting = new AtomicInteger();
    fault =
        request ->
            !request.getMethod().equals("PUT")
                ? null
                : meeting.getAndIncrement() % 2 == 0 ? status(409) : status(412);
    RemoteStore store = store();
    store.put(Kind.CLIPS, KEY, Condition.IF_ABSENT, HostileStoreTest::entry);
    store.close();
    assertThat(store.trouble()).isEmpty();
    assertThat(requests).allMatch(request -> "*".equals(request.getHeaders().get("If-None-Match")));
  }

  @Test
  void aClockThatIsOffIsCorrectedByTheServersOwn() {
    keepOne();
    Instant real = Instant.parse("2026-03-16T12:00:00Z");
    Clock slow = Clock.fixed(real.minus(Duration.ofHours(3)), ZoneOffset.UTC);
    fault =
        request ->
            String.valueOf(request.getHeaders().get("X-Amz-Date")).startsWith("20260316T1200")
                ? null
                : new MockResponse.Builder()
                    .code(403)
                    .setHeader(
                        "Date",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(real.atOffset(ZoneOffset.UTC)))
                    .body("<Error><Code>RequestTimeTooSkewed</Code></Error>")
                    .build();
    AwsCredentials keys =
        new AwsCredentials(Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b"));
    try (RemoteStore store =
        store(new SharedStores.Signed(new AwsSigner(keys, "us-east-1", slow)))) {
      assertThat(store.get(Kind.CLIPS, KEY)).isPresent();
      assertThat(store.trouble()).isEmpty();
    }
    Optional<RecordedRequest> last = requests.stream().reduce((one, other) -> other);
    assertThat(last.orElseThrow().getHeaders().get("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=a/20260316/us-east-1/s3/aws4_request");
  }
}
