package dev.zundacast.pipeline.remote;

import static java.util.Objects.requireNonNull;

import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioLength;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.CacheFile;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of audio files to their sizes and lengths: from what an earlier run learned, else from
 * headers and a few ranges, else, where that is allowed, from the whole file. Safe for many
 * threads.
 */
public final class RemoteAudio implements AutoCloseable {
  private static final long MAX_DOWNLOAD = 2L << 30;
  private static final Message TOO_LARGE = Message.of("remote.tooLarge");

  /** Published audio rarely changes; within a day a run may well be repeated. */
  private static final Duration FRESH = Duration.ofDays(1);

  /** A run that is killed asks again for at most so many files. */
  private static final int SAVE_EVERY = 50;

  private final Path file;
  private final AtomicInteger answers = new AtomicInteger();
  private final Map<String, RemoteFacts> known = new ConcurrentSkipListMap<>();
  private final Requests.Patience patience;
  private final Path folder;
  private final Download download;
  private final Recall recall;
  private final InstantSource clock;
  private @Nullable Requests requests; // null until a server is asked

  /** Whether a whole file may be fetched when its parts do not tell its length. */
  public enum Download {
    NEVER,
    WHERE_NEEDED
  }

  /** How long an earlier answer is believed. */
  public enum Recall {
    /** For a day; later the server is asked whether the file is still the same. */
    FOR_A_DAY,
    /** The server is always asked whether the file is still the same. */
    NOT_WITHOUT_ASKING
  }

  RemoteAudio(
      Path folder,
      Download download,
      Recall recall,
      Requests.Patience patience,
      InstantSource clock) {
    this.patience = patience;
    this.file = folder.resolve("remote-audio.json");
    CacheFile.read(file, Memory.class).ifPresent(memory -> known.putAll(memory.files()));
    this.folder = folder;
    this.download = download;
    this.recall = recall;
    this.clock = clock;
  }

  /** Opens with the memory of earlier runs, which lies in this folder. */
  public static RemoteAudio open(Path folder, Download download, Recall recall) {
    return new RemoteAudio(
        folder, download, recall, Requests.Patience.USUAL, InstantSource.system());
  }

  /** The size and length of the file at an address as a post writes it; fails with why not. */
  public RemoteFacts facts(String address) throws IOException {
    return facts(address, recall);
  }

  /** The same as {@link #facts(String)}, whatever the others of this run are believed. */
  public RemoteFacts facts(String address, Recall believed) throws IOException {
    HttpUrl url = HttpUrl.parse(address.strip());
    if (url == null) {
      throw new MessageException(Message.of("remote.noAddress", address));
    }
    Optional<RemoteFacts> before = Optional.ofNullable(known.get(url.toString()));
    boolean fresh = before.filter(k -> k.isYoungerThan(FRESH, clock.instant())).isPresent();
    RemoteFacts facts =
        fresh && believed == Recall.FOR_A_DAY ? before.orElseThrow() : asked(url, before);
    return facts.millis() == RemoteFacts.UNTOLD ? wholeFile(url, facts) : facts;
  }

  private RemoteFacts asked(HttpUrl url, Optional<RemoteFacts> before) throws IOException {
    HttpRanges ranges = HttpRanges.open(requests(), url);
    Optional<RemoteFacts> same = before.filter(ranges.facts()::sameVersion);
    RemoteFacts facts = same.isPresent() ? same.get() : measured(ranges);
    return remembered(url, facts.askedAt(clock.instant()));
  }

  private static RemoteFacts measured(HttpRanges ranges) throws IOException {
    try {
      Optional<AudioLength> length = AudioFiles.measure(ranges, AudioFiles.Effort.SPARING);
      return ranges.facts().withLength(length.map(AudioLength::millis).orElse(RemoteFacts.UNTOLD));
    } catch (HttpRanges.NoRangesException e) {
      return ranges.facts(); // then only the whole file tells
    }
  }

  private RemoteFacts wholeFile(HttpUrl url, RemoteFacts facts) throws IOException {
    if (download == Download.NEVER) {
      throw new MessageException(Message.of("remote.unknownLength"));
    }
    AudioLength length = downloaded(url);
    if (length.bytes() != facts.bytes()) {
      throw new MessageException(Message.of("remote.cut", length.bytes(), facts.bytes()));
    }
    return remembered(url, facts.withLength(length.millis()));
  }

  private RemoteFacts remembered(HttpUrl url, RemoteFacts facts) {
    known.put(url.toString(), facts);
    if (answers.incrementAndGet() % SAVE_EVERY == 0) {
      save();
    }
    return facts;
  }

  private AudioLength downloaded(HttpUrl url) throws IOException {
    AtomicFile.makeFolder(folder);
    Path part = StaleTempFiles.next(folder.resolve("download"));
    try {
      requests()
          .send(
              url,
              patience.download(),
              at -> new Request.Builder().url(at).header("User-Agent", "zundacast").build(),
              response -> save(response, part));
      return AudioFiles.measure(part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static boolean save(Response response, Path part) throws IOException {
    if (!response.isSuccessful()) {
      throw HttpRanges.RefusedException.answered(response.code());
    }
    if (response.body().contentLength() > MAX_DOWNLOAD) {
      throw new MessageException(TOO_LARGE);
    }
    try (InputStream body = response.body().byteStream();
        OutputStream out = Files.newOutputStream(part)) {
      byte[] buffer = new byte[1 << 16];
      long size = 0;
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        size += read;
        if (size > MAX_DOWNLOAD) {
          throw new MessageException(TOO_LARGE);
        }
        out.write(buffer, 0, read);
      }
    }
    return true;
  }

  /** A site whose audio is all local waits for no HTTP client to be loaded. */
  private synchronized Requests requests() {
    if (requests == null) {
      requests = new Requests(patience);
    }
    return requests;
  }

  @Override
  public synchronized void close() {
    if (requests != null) {
      requests.close();
      save();
    }
  }

  private synchronized void save() {
    CacheFile.remember(file, new Memory(known));
  }

  /** What is remembered between runs of what servers said, so that nothing known is asked again. */
  private record Memory(Map<String, RemoteFacts> files) {}

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

    RemoteFacts withLength(long length) {
      return new RemoteFacts(bytes, length, etag, modified, asked);
    }

    RemoteFacts askedAt(Instant now) {
      return new RemoteFacts(bytes, millis, etag, modified, now.getEpochSecond());
    }

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
}
