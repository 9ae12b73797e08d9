package dev.zundacast.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsCredentialsTest {
  private static final String ANSWER =
      """
      {"AccessKeyId": "role", "SecretAccessKey": "s", "Token": "t",
       "Expiration": "2099-01-01T00:00:00Z"}
      """;

  @TempDir Path folder;
  private MockWebServer server;

  @BeforeEach
  void start() throws IOException {
    server = new MockWebServer();
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private void answer(String text) {
    server.enqueue(new MockResponse.Builder().body(text).build());
  }

  @Test
  void theEnvironmentGoesFirst() throws IOException {
    AwsCredentials.Keys keys =
        new AwsCredentials(
                Map.of(
                    "AWS_ACCESS_KEY_ID", "id",
                    "AWS_SECRET_ACCESS_KEY", "secret",
                    "AWS_SESSION_TOKEN", "token"))
            .get();
    assertThat(keys).isEqualTo(new AwsCredentials.Keys("id", "secret", "token", Instant.MAX));
    assertThat(keys.toString()).doesNotContain("secret").doesNotContain("token");
  }

  @Test
  void aProfileIsReadFromItsFile() throws IOException {
    Path file = folder.resolve("credentials");
    Files.writeString(
        file,
        """
        [default]
        aws_access_key_id = one
        aws_secret_access_key = s1
        [show]
        aws_access_key_id=two
        aws_secret_access_key=s2
        """);
    String named = "AWS_SHARED_CREDENTIALS_FILE";
    assertThat(new AwsCredentials(Map.of(named, file.toString())).get().id()).isEqualTo("one");
    Map<String, String> show = Map.of(named, file.toString(), "AWS_PROFILE", "show");
    assertThat(new AwsCredentials(show).get().secret()).isEqualTo("s2");
    assertThat(new AwsCredentials(Map.of("HOME", home(file))).get().id()).isEqualTo("one");
  }

  private String home(Path file) throws IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(home.resolve(".aws"));
    Files.copy(file, home.resolve(".aws/credentials"));
    return home.toString();
  }

  @Test
  void aPodsRoleIsAskedForOnce() throws Exception {
    Path token = Files.writeString(folder.resolve("token"), "of-the-pod");
    answer(
        """
        {"AssumeRoleWithWebIdentityResponse": {"AssumeRoleWithWebIdentityResult": {"Credentials":
          {"AccessKeyId": "pod", "SecretAccessKey": "s", "SessionToken": "t",
           "Expiration": 4.0e9}}}}
        """);
    AwsCredentials credentials =
        new AwsCredentials(
            Map.of(
                "AWS_WEB_IDENTITY_TOKEN_FILE", token.toString(),
                "AWS_ROLE_ARN", "arn:aws:iam::1:role/zunda",
                "AWS_ENDPOINT_URL_STS", server.url("/").toString()));
    assertThat(credentials.get().id()).isEqualTo("pod");
    assertThat(credentials.get().token()).isEqualTo("t");
    assertThat(server.getRequestCount()).isEqualTo(1);
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getUrl().queryParameter("WebIdentityToken")).isEqualTo("of-the-pod");
  }

  @Test
  void aContainersRoleIsAskedForWithItsToken() throws Exception {
    answer(ANSWER);
    AwsCredentials credentials =
        new AwsCredentials(
            Map.of(
                "HOME", folder.toString(),
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", server.url("/keys").toString(),
                "AWS_CONTAINER_AUTHORIZATION_TOKEN", "let-me-in"));
    assertThat(credentials.get().id()).isEqualTo("role");
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("let-me-in");
  }

  @Test
  void aMachinesRoleIsAskedForBehindASession() throws Exception {
    answer("session");
    answer("zunda-role\n");
    answer(ANSWER);
    String url = server.url("/").toString();
    AwsCredentials credentials =
        new AwsCredentials(
            Map.of(
                "HOME", folder.toString(),
                "AWS_EC2_METADATA_SERVICE_ENDPOINT", url.substring(0, url.length() - 1)));
    assertThat(credentials.get().id()).isEqualTo("role");
    assertThat(server.takeRequest().getMethod()).isEqualTo("PUT");
    server.takeRequest();
    RecordedRequest last = server.takeRequest();
    assertThat(last.getUrl().encodedPath()).endsWith("/zunda-role");
    assertThat(last.getHeaders().get("X-aws-ec2-metadata-token")).isEqualTo("session");
  }

  @Test
  void withoutAnyItSaysWhatToSet() {
    Map<String, String> none =
        Map.of("HOME", folder.toString(), "AWS_EC2_METADATA_DISABLED", "true");
    assertThatThrownBy(() -> new AwsCredentials(none).get())
        .isInstanceOf(NoCredentialsException.class)
        .hasMessageContaining("AWS_ACCESS_KEY_ID");
  }
}
