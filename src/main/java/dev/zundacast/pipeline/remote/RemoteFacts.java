package dev.zundacast.pipeline.remote;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a file on a server.
 *
 * @param bytes its size
 * @param millis its length, {@link #UNTOLD} when parts of the file do not tell it
 * @param etag the server's mark of this version of the file, "" when it gives none
 * @param modified when the server says it was changed, "" when it does not
 * @param asked when the server was last asked, in seconds since 1970
 */
public record RemoteFacts(long bytes, long millis, String etag, String modified, long asked) {
  static final long UNTOLD = -1;

  public RemoteFacts {
    // A memory of another version may lack them.
    requireNonNull(etag);
    requireNonNull(modified);
  }

  boolean tellsLength() {
    return millis != UNTOLD;
  }

  RemoteFacts withLength(long length) {
    return new RemoteFacts(bytes, length, etag, modified, asked);
  }

  RemoteFacts askedAt(Instant now) {
    return new RemoteFacts(bytes, millis, etag, modified, now.getEpochSecond());
  }

  /** Whether the server was asked within {@code time} before {@code now}. */
  boolean isYoungerThan(Duration time, Instant now) {
    Duration age = Duration.between(Instant.ofEpochSecond(asked), now);
    return !age.isNegative() && age.compareTo(time) < 0;
  }

  /** Whether this describes the same version of the file, as far as the server marks versions. */
  boolean sameVersion(RemoteFacts other) {
    String mark = etag.isEmpty() ? modified : etag;
    String otherMark = etag.isEmpty() ? other.modified : other.etag;
    return bytes == other.bytes && !mark.isEmpty() && mark.equals(otherMark);
  }
}
