package dev.zundacast.voice.store.shared;

import dev.zundacast.disk.SharedStore;
import dev.zundacast.episode.Problem;
import dev.zundacast.s3.AwsCredentials;
import dev.zundacast.s3.AwsSigner;
import dev.zundacast.s3.NoCredentialsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The address of a shared store to the store: {@code file:/mnt/store}, {@code https://host/path} or
 * {@code s3://bucket/prefix}.
 */
public final class SharedStores {
  private static final String FILE = "file:";
  private static final String S3 = "s3://";

  private SharedStores() {}

  /**
   * Where a store is.
   *
   * @param address as it was given
   * @param endpoint of object storage that is not AWS's own, "" for that
   * @param region of object storage, "" for what the environment says
   */
  public record Place(String address, String endpoint, String region) {
    /** The address without a password that may stand in it. */
    @Override
    public String toString() {
      return address.replaceFirst("//[^/@]*@", "//");
    }
  }

  /**
   * Opens a store; whether it answers is found when it is asked.
   *
   * @param env the environment, for credentials
   * @param folder that a relative path starts from
   * @param notes hears what a person should know
   * @throws Problem of kind USAGE when the address is none
   */
  public static SharedStore open(
      Place place, Map<String, String> env, Path folder, Consumer<String> notes) {
    return new RemoteStore(objects(place, env, folder), RemoteStore.Timing.USUAL, notes);
  }

  static ObjectStore objects(Place place, Map<String, String> env, Path folder) {
    String address = place.address();
    if (address.startsWith(FILE)) {
      String path = address.substring(FILE.length()).replaceFirst("^//(?=/)", "");
      return new FolderObjects(folder.resolve(path).normalize(), HttpObjects.Patience.USUAL);
    }
    if (address.startsWith(S3)) {
      return s3(place, env);
    }
    @Nullable HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw Problem.of(
          Problem.Kind.USAGE,
          "store '" + place + "': expected file:FOLDER, http(s)://HOST/PATH or s3://BUCKET/PREFIX");
    }
    return new HttpObjects(bare(url), plain(url, env), HttpObjects.Patience.USUAL);
  }

  /** Requests to object storage, which signs each of them. */
  record Signed(AwsSigner signer) implements HttpObjects.Authorizer {
    @Override
    public Request authorized(Request request, byte[] body) throws IOException {
      try {
        return signer.authorized(request, body);
      } catch (NoCredentialsException e) {
        throw new ObjectStore.RefusedException(String.valueOf(e.getMessage()));
      }
    }

    @Override
    public boolean mends(Response refusal, String body) {
      return signer.mends(refusal, body);
    }
  }

  private static HttpUrl bare(HttpUrl url) {
    return url.newBuilder().username("").password("").build();
  }

  /** Name and password of the address, or the token of the environment. */
  private static HttpObjects.Authorizer plain(HttpUrl url, Map<String, String> env) {
    String token = env.getOrDefault("ZUNDACAST_STORE_TOKEN", "");
    String header =
        !url.username().isEmpty()
            ? Credentials.basic(url.username(), url.password(), StandardCharsets.UTF_8)
            : token.isEmpty() ? "" : "Bearer " + token;
    return (request, body) ->
        header.isEmpty() ? request : request.newBuilder().header("Authorization", header).build();
  }

  private static ObjectStore s3(Place place, Map<String, String> env) {
    String path = place.address().substring(S3.length());
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String prefix = slash < 0 ? "" : path.substring(slash + 1).replaceFirst("/+$", "");
    if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
      throw Problem.of(
          Problem.Kind.USAGE, "store '" + place + "': '" + bucket + "' is no name of a bucket");
    }
    String region =
        first(place.region(), env, "AWS_REGION", "AWS_DEFAULT_REGION").orElse("us-east-1");
    String endpoint =
        first(place.endpoint(), env, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL").orElse("");
    HttpUrl base = endpoint.isEmpty() ? aws(bucket, region) : other(endpoint, bucket);
    HttpUrl url = prefix.isEmpty() ? base : base.newBuilder().addPathSegments(prefix).build();
    AwsSigner signer = new AwsSigner(new AwsCredentials(env), region, Clock.systemUTC());
    return new HttpObjects(url, new Signed(signer), HttpObjects.Patience.USUAL);
  }

  private static Optional<String> first(
      String named, Map<String, String> env, String... variables) {
    if (!named.isEmpty()) {
      return Optional.of(named);
    }
    for (String variable : variables) {
      if (!env.getOrDefault(variable, "").isEmpty()) {
        return Optional.of(env.getOrDefault(variable, ""));
      }
    }
    return Optional.empty();
  }

  /** A bucket with a dot in its name has no certificate of its own. */
  private static HttpUrl aws(String bucket, String region) {
    String host = "s3." + region + ".amazonaws.com";
    return bucket.contains(".")
        ? HttpUrl.get("https://" + host + "/" + bucket)
        : HttpUrl.get("https://" + bucket + "." + host);
  }

  private static HttpUrl other(String endpoint, String bucket) {
    @Nullable HttpUrl url = HttpUrl.parse(endpoint);
    if (url == null) {
      throw Problem.of(
          Problem.Kind.USAGE, "store endpoint '" + endpoint + "': expected http(s)://HOST");
    }
    return url.newBuilder().addPathSegments(bucket).build();
  }
}
