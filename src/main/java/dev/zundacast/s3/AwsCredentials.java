package dev.zundacast.s3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The keys for object storage, found where AWS's own tools find them, in their order: environment,
 * web identity, the profile's file, the container's and the machine's own. None of it is printed.
 */
public final class AwsCredentials {
  /** Keys are fetched again before they end. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private static final String INSTANCE = "http://169.254.169.254";
  private static final String CONTAINER = "http://169.254.170.2";

  private final Map<String, String> env;
  private final OkHttpClient client;
  private @Nullable Keys known;

  /**
   * A pair of keys.
   *
   * @param token of a session, "" for keys without one
   * @param until when they end, {@link Instant#MAX} for never
   */
  public record Keys(String id, String secret, String token, Instant until) {
    /** Nothing that could come into a log. */
    @Override
    public String toString() {
      return "keys";
    }
  }

  /**
   * @param env the environment variables that say where they are
   */
  public AwsCredentials(Map<String, String> env) {
    this.env = Map.copyOf(env);
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(1))
            .callTimeout(Duration.ofSeconds(5))
            .build();
  }

  /**
   * The keys, fetched again where they are about to end.
   *
   * @throws NoCredentialsException when there are none anywhere
   */
  public synchronized Keys get() throws IOException {
    Keys keys = known;
    if (keys == null || Instant.now().isAfter(keys.until().minus(MARGIN))) {
      keys = find();
      known = keys;
    }
    return keys;
  }

  private Keys find() throws IOException {
    Optional<Keys> named = ofEnvironment();
    if (named.isPresent()) {
      return named.get();
    }
    if (!of("AWS_WEB_IDENTITY_TOKEN_FILE").isEmpty() && !of("AWS_ROLE_ARN").isEmpty()) {
      return ofWebIdentity();
    }
    Optional<Keys> profile = ofProfile();
    if (profile.isPresent()) {
      return profile.get();
    }
    try {
      return hasContainer() ? ofContainer() : ofInstance();
    } catch (IOException e) {
      throw new NoCredentialsException(
          "no credentials for object storage: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
              + " AWS_PROFILE");
    }
  }

  private String of(String variable) {
    return env.getOrDefault(variable, "");
  }

  private Optional<Keys> ofEnvironment() {
    String id = of("AWS_ACCESS_KEY_ID");
    String secret = of("AWS_SECRET_ACCESS_KEY");
    return id.isEmpty() || secret.isEmpty()
        ? Optional.empty()
        : Optional.of(new Keys(id, secret, of("AWS_SESSION_TOKEN"), Instant.MAX));
  }

  private Optional<Keys> ofProfile() throws IOException {
    String named = of("AWS_SHARED_CREDENTIALS_FILE");
    Path home = Path.of(env.getOrDefault("HOME", System.getProperty("user.home", "")));
    Path file = named.isEmpty() ? home.resolve(".aws/credentials") : Path.of(named);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String profile = env.getOrDefault("AWS_PROFILE", "default");
    Map<String, String> values = new HashMap<>();
    boolean inProfile = false;
    for (String line : Files.readAllLines(file)) {
      String row = line.strip();
      int equals = row.indexOf('=');
      if (row.startsWith("[")) {
        inProfile = row.equals("[" + profile + "]");
      } else if (inProfile && equals > 0) {
        values.put(row.substring(0, equals).strip(), row.substring(equals + 1).strip());
      }
    }
    String id = values.getOrDefault("aws_access_key_id", "");
    String secret = values.getOrDefault("aws_secret_access_key", "");
    String token = values.getOrDefault("aws_session_token", "");
    return id.isEmpty() ? Optional.empty() : Optional.of(new Keys(id, secret, token, Instant.MAX));
  }

  /** The role of a Kubernetes service account, as EKS puts it into a pod. */
  private Keys ofWebIdentity() throws IOException {
    String region = env.getOrDefault("AWS_REGION", of("AWS_DEFAULT_REGION"));
    String usual = region.isEmpty() ? "sts.amazonaws.com" : "sts." + region + ".amazonaws.com";
    String endpoint = env.getOrDefault("AWS_ENDPOINT_URL_STS", "https://" + usual + "/");
    HttpUrl url =
        HttpUrl.get(endpoint)
            .newBuilder()
            .addQueryParameter("Action", "AssumeRoleWithWebIdentity")
            .addQueryParameter("Version", "2011-06-15")
            .addQueryParameter("RoleArn", of("AWS_ROLE_ARN"))
            .addQueryParameter("RoleSessionName", "zundacast")
            .addQueryParameter(
                "WebIdentityToken", Files.readString(Path.of(of("AWS_WEB_IDENTITY_TOKEN_FILE"))))
            .build();
    Request request = new Request.Builder().url(url).header("Accept", "application/json").build();
    JsonNode answer = Json.tree(text(request));
    JsonNode keys =
        answer
            .path("AssumeRoleWithWebIdentityResponse")
            .path("AssumeRoleWithWebIdentityResult")
            .path("Credentials");
    double until = keys.path("Expiration").asDouble();
    return keys(
        keys,
        "SessionToken",
        until > 0 ? Instant.ofEpochSecond((long) until) : Instant.now().plus(MARGIN));
  }

  private boolean hasContainer() {
    return !of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI").isEmpty()
        || !of("AWS_CONTAINER_CREDENTIALS_FULL_URI").isEmpty();
  }

  private Keys ofContainer() throws IOException {
    String relative = of("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    String address =
        relative.isEmpty() ? of("AWS_CONTAINER_CREDENTIALS_FULL_URI") : CONTAINER + relative;
    Request.Builder request = new Request.Builder().url(URI.create(address).toString());
    String tokenFile = of("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    String token =
        tokenFile.isEmpty()
            ? of("AWS_CONTAINER_AUTHORIZATION_TOKEN")
            : Files.readString(Path.of(tokenFile)).strip();
    if (!token.isEmpty()) {
      request.header("Authorization", token);
    }
    JsonNode keys = Json.tree(text(request.build()));
    return keys(keys, "Token", until(keys));
  }

  /** The role of the machine itself, behind a token of a session (IMDSv2). */
  private Keys ofInstance() throws IOException {
    if (of("AWS_EC2_METADATA_DISABLED").equalsIgnoreCase("true")) {
      throw new IOException("disabled");
    }
    String latest = env.getOrDefault("AWS_EC2_METADATA_SERVICE_ENDPOINT", INSTANCE) + "/latest/";
    Request session =
        new Request.Builder()
            .url(latest + "api/token")
            .put(RequestBody.create(new byte[0]))
            .header("X-aws-ec2-metadata-token-ttl-seconds", "21600")
            .build();
    String token = text(session);
    String roles = latest + "meta-data/iam/security-credentials/";
    String role = text(metadata(roles, token)).lines().findFirst().orElse("");
    JsonNode keys = Json.tree(text(metadata(roles + role, token)));
    return keys(keys, "Token", until(keys));
  }

  private static Request metadata(String url, String token) {
    return new Request.Builder().url(url).header("X-aws-ec2-metadata-token", token).build();
  }

  private static Instant until(JsonNode keys) {
    try {
      return Instant.parse(keys.path("Expiration").asText());
    } catch (DateTimeParseException e) {
      return Instant.now().plus(MARGIN);
    }
  }

  private static Keys keys(JsonNode keys, String token, Instant until) throws IOException {
    String id = keys.path("AccessKeyId").asText();
    if (id.isEmpty()) {
      throw new IOException("no keys in the answer");
    }
    return new Keys(id, keys.path("SecretAccessKey").asText(), keys.path(token).asText(), until);
  }

  private String text(Request request) throws IOException {
    try (Response response = client.newCall(request).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("no credentials from " + request.url().host());
      }
      return response.body().string();
    }
  }
}
