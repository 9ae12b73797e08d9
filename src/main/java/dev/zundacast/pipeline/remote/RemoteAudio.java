package dev.zundacast.pipeline.remote;

import dev.zundacast.audio.length.AudioFiles;
import dev.zundacast.audio.length.AudioFiles.Effort;
import dev.zundacast.audio.length.AudioLength;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Addresses of audio files to their sizes and lengths: from what an earlier run learned, else from
 * headers and a few ranges, else, where that is allowed, from the whole file. Safe for many
 * threads.
 */
public final class RemoteAudio implements AutoCloseable {
  private static final long MAX_DOWNLOAD = 2L << 30;

  private final Requests requests;
  private final RemoteCache cache;
  private final Path folder;
  private final Download download;

  /** Whether a whole file may be fetched when its parts do not tell its length. */
  public enum Download {
    NEVER,
    WHERE_NEEDED
  }

  private RemoteAudio(Path folder, Download download, Duration firstWait) {
    this.requests = new Requests(firstWait);
    this.cache = RemoteCache.open(folder.resolve("remote-audio.json"));
    this.folder = folder;
    this.download = download;
  }

  /**
   * Opens with the memory of earlier runs.
   *
   * @param folder where that memory and files that are being fetched lie
   */
  public static RemoteAudio open(Path folder, Download download) {
    return open(folder, download, Duration.ofMillis(500));
  }

  static RemoteAudio open(Path folder, Download download, Duration firstWait) {
    return new RemoteAudio(folder, download, firstWait);
  }

  /**
   * The size and length of a file.
   *
   * @param address as a post writes it; letters that an address cannot hold are escaped here
   * @throws IOException when it cannot be reached or measured; the message says why
   */
  public RemoteFacts facts(String address) throws IOException {
    HttpUrl url = HttpUrl.parse(address.strip());
    if (url == null) {
      throw new IOException("'" + address + "' is no web address");
    }
    Optional<RemoteFacts> known = cache.get(url.toString());
    if (known.isPresent()) {
      return known.get();
    }
    RemoteFacts facts = asked(url);
    cache.put(url.toString(), facts);
    return facts;
  }

  private RemoteFacts asked(HttpUrl url) throws IOException {
    HttpRanges ranges = HttpRanges.open(requests, url);
    Optional<AudioLength> length = sparing(ranges);
    if (length.isEmpty() && download == Download.NEVER) {
      throw new IOException("its length cannot be told from parts of the file; try --download");
    }
    AudioLength known = length.isPresent() ? length.get() : downloaded(url);
    return new RemoteFacts(known.bytes(), known.millis(), ranges.type(), ranges.etag());
  }

  private static Optional<AudioLength> sparing(HttpRanges ranges) throws IOException {
    try {
      return AudioFiles.measure(ranges, Effort.SPARING);
    } catch (HttpRanges.NoRangesException e) {
      return Optional.empty(); // then only the whole file tells
    }
  }

  private AudioLength downloaded(HttpUrl url) throws IOException {
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, ".download-", ".part");
    try {
      requests.send(
          url,
          at -> new Request.Builder().url(at).header("User-Agent", "zundacast").build(),
          response -> save(response, part));
      return AudioFiles.measure(part);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static boolean save(Response response, Path part) throws IOException {
    if (!response.isSuccessful()) {
      throw new HttpRanges.RefusedException(response.code());
    }
    if (response.body().contentLength() > MAX_DOWNLOAD) {
      throw new IOException("the file is larger than 2 GB");
    }
    try (InputStream body = response.body().byteStream()) {
      Files.copy(new Bounded(body, MAX_DOWNLOAD), part, StandardCopyOption.REPLACE_EXISTING);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    requests.close();
    cache.save();
  }
}
