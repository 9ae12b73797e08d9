package dev.zundacast.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zundacast.tasks.Retry;
import dev.zundacast.testkit.S3Server;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in a bucket of a real server, and what a server may answer else. */
class BucketTest {
  private static final Retry SOON = new Retry(3, Duration.ofMillis(1), Duration.ofMillis(5));
  private static final byte[] BEANS = "豆の音".getBytes(StandardCharsets.UTF_8);
  private static final String KEY = "audio/豆の ラジオ+1.mp3";

  @TempDir static Path folder;
  private static S3Server server;

  @BeforeAll
  static void start() throws Exception {
    server = S3Server.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Bucket bucket(String name) {
    return Bucket.open(BucketPlace.of(name, server.url(), ""), server.keys(), SOON);
  }

  @Test
  void aFileIsPutAndIsThereToTheByte() throws IOException {
    try (Bucket bucket = bucket(S3Server.BUCKET)) {
      assertThat(bucket.stat(KEY)).isEmpty();
      assertThat(bucket.holds(KEY, BEANS)).isFalse();
      bucket.put(KEY, BEANS, "audio/mpeg", "public-read");
      assertThat(bucket.holds(KEY, BEANS)).isTrue();
      assertThat(bucket.stat(KEY).orElseThrow().bytes()).isEqualTo(BEANS.length);
      bucket.put(KEY, new byte[] {1, 2, 3}, "audio/mpeg", "public-read");
      assertThat(bucket.holds(KEY, BEANS)).isFalse();
      assertThat(server.object("audio/%E8%B1%86%E3%81%AE%20%E3%83%A9%E3%82%B8%E3%82%AA%2B1.mp3"))
          .containsExactly(1, 2, 3);
    }
  }

  @Test
  void aBucketThatIsNotThereIsNamed() {
    try (Bucket bucket = bucket("none")) {
      assertThatThrownBy(() -> bucket.put(KEY, BEANS, "audio/mpeg", ""))
          .hasMessageContaining("there is no bucket none");
    }
  }

  @Test
  void withoutKeysNothingIsAsked() {
    Map<String, String> none =
        Map.of("HOME", folder.toString(), "AWS_EC2_METADATA_DISABLED", "true");
    try (Bucket bucket = Bucket.open(BucketPlace.of("x", server.url(), ""), none, SOON)) {
      assertThatThrownBy(() -> bucket.stat("x"))
          .isInstanceOf(NoCredentialsException.class)
          .hasMessageContaining("AWS_ACCESS_KEY_ID");
    }
  }

  @Test
  void aBusyServerIsAskedAgainAndARefusalIsNot() throws Exception {
    try (MockWebServer mock = new MockWebServer()) {
      mock.start();
      mock.enqueue(new MockResponse.Builder().code(503).build());
      mock.enqueue(new MockResponse.Builder().code(200).build());
      mock.enqueue(
          new MockResponse.Builder()
              .code(403)
              .body("<Error><Message>no right to write</Message></Error>")
              .build());
      String url = mock.url("/").toString();
      try (Bucket bucket = Bucket.open(BucketPlace.of("b", url, "auto"), server.keys(), SOON)) {
        bucket.put("a b.mp3", BEANS, "audio/mpeg", "public-read");
        assertThatThrownBy(() -> bucket.put("a.mp3", BEANS, "audio/mpeg", ""))
            .hasMessageContaining("answered 403 (no right to write); look at the keys");
      }
      RecordedRequest put = mock.takeRequest();
      assertThat(put.getTarget()).isEqualTo("/b/a%20b.mp3");
      assertThat(put.getHeaders().get("Authorization"))
          .startsWith("AWS4-HMAC-SHA256 Credential=mame/")
          .contains("/auto/s3/aws4_request", "content-md5", "x-amz-acl");
      assertThat(put.getHeaders().get("x-amz-acl")).isEqualTo("public-read");
      assertThat(mock.getRequestCount()).isEqualTo(3);
    }
  }

  @Test
  void awsNamesTheBucketInFront() {
    assertThat(BucketPlace.of("mame", "", "ap-northeast-1").object("a/b.mp3"))
        .hasToString("https://mame.s3.ap-northeast-1.amazonaws.com/a/b.mp3");
  }
}
