package dev.zundacast.s3;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import okhttp3.Response;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signs requests to object storage as AWS does (Signature Version 4), by the AWS SDK's own signer.
 * A clock that is off is corrected by what the server says.
 */
public final class AwsSigner {
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentials credentials;
  private final String region;
  private final Clock clock;
  private volatile Duration offset = Duration.ZERO;

  /**
   * @param region of the bucket
   */
  public AwsSigner(AwsCredentials credentials, String region, Clock clock) {
    this.credentials = credentials;
    this.region = region;
    this.clock = clock;
  }

  /**
   * The same request with its signature.
   *
   * @param body what is sent, empty for nothing
   */
  public Request authorized(Request request, byte[] body) throws IOException {
    SdkHttpRequest signed = signed(request, body);
    Request.Builder complete = request.newBuilder();
    for (Map.Entry<String, List<String>> header : signed.headers().entrySet()) {
      if (!header.getKey().equalsIgnoreCase("Host")) {
        complete.header(header.getKey(), header.getValue().get(0));
      }
    }
    return complete.build();
  }

  private SdkHttpRequest signed(Request request, byte[] body) throws IOException {
    AwsCredentialsIdentity identity = identity(credentials.get());
    SdkHttpFullRequest.Builder plain =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(request.url().uri());
    request.headers().forEach(header -> plain.putHeader(header.getFirst(), header.getSecond()));
    return signer
        .sign(
            it ->
                it.identity(identity)
                    .request(plain.build())
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(HttpSigner.SIGNING_CLOCK, Clock.offset(clock, offset)))
        .request();
  }

  private static AwsCredentialsIdentity identity(AwsCredentials.Keys keys) {
    return keys.token().isEmpty()
        ? AwsCredentialsIdentity.create(keys.id(), keys.secret())
        : AwsSessionCredentialsIdentity.create(keys.id(), keys.secret(), keys.token());
  }

  /** Whether a refusal was of a clock that is right from now on. */
  public boolean mends(Response refusal, String body) {
    String date = refusal.header("Date", "");
    // HEAD has no body that would say why: an offset of minutes says it.
    boolean skewed = body.contains("RequestTimeTooSkewed") || body.isEmpty();
    if (!skewed || date == null || date.isEmpty()) {
      return false;
    }
    try {
      Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration off = Duration.between(clock.instant().atOffset(ZoneOffset.UTC).toInstant(), there);
      boolean worth = off.minus(offset).abs().compareTo(Duration.ofMinutes(1)) > 0;
      offset = worth ? off : offset;
      return worth;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
