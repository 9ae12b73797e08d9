package dev.zundacast.pipeline.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as a good guest does: few at a time to one host, again with growing pauses when a
 * server is busy, and along redirects, but never to a private address that the first one was not.
 */
final class Requests {
  /** Browsers follow about twenty; a file of a podcast stands behind one or two. */
  private static final int MAX_REDIRECTS = 5;

  private static final int PER_HOST = 4;
  private static final int ATTEMPTS = 4;

  /** A host that failed for so many files one after another is left alone in this run. */
  private static final int GIVE_UP = 4;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final OkHttpClient client;
  private final OkHttpClient publicOnly;
  private final Duration firstWait;
  private final ConcurrentMap<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Semaphore> hosts = new ConcurrentHashMap<>();

  /**
   * @param firstWait pause before the second attempt; each further one is twice as long
   */
  Requests(Duration firstWait) {
    this.firstWait = firstWait;
    this.client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofSeconds(30))
            .build();
    this.publicOnly = client.newBuilder().dns(new PublicAddresses()).build();
  }

  /** Reads an answer while the connection is held. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Response response) throws IOException;
  }

  /**
   * Sends the request that {@code make} gives for an address, along redirects.
   *
   * @throws IOException when no answer comes, also after some attempts
   */
  <T> T send(HttpUrl url, Function<HttpUrl, Request> make, Reader<T> reader) throws IOException {
    HttpUrl at = url;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      Answer<T> answer = attempts(url, make.apply(at), reader);
      if (answer.value.isPresent()) {
        return answer.value.get();
      }
      at = answer.redirect.orElseThrow();
    }
    throw new IOException("more than " + MAX_REDIRECTS + " redirects at " + url);
  }

  void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** 501 means that the server will never do this. */
  private static boolean isBusy(int code) {
    return code == 429 || (code >= 500 && code != 501);
  }

  /** Either what was read or where to look instead. */
  private record Answer<T>(Optional<T> value, Optional<HttpUrl> redirect) {}

  private <T> Answer<T> attempts(HttpUrl origin, Request request, Reader<T> reader)
      throws IOException {
    if (failures(request).get() >= GIVE_UP) {
      throw new IOException(request.url().host() + " did not answer before; not asked again");
    }
    IOException last = new IOException("no answer");
    Duration wait = firstWait;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        Answer<T> answer = once(origin, request, reader);
        failures(request).set(0);
        return answer;
      } catch (Busy e) {
        last = e;
        wait = e.retryAfter.compareTo(wait) > 0 ? e.retryAfter : wait;
      } catch (PublicAddresses.PrivateException e) {
        throw e;
      } catch (UnknownHostException e) {
        throw new IOException("no server is known as " + request.url().host(), e);
      } catch (HttpRanges.RefusedException | HttpRanges.NoRangesException e) {
        throw e; // an answer, if not the hoped-for one
      } catch (IOException e) {
        last = e;
      }
      if (attempt < ATTEMPTS) {
        pause(wait);
        wait = wait.multipliedBy(2);
      }
    }
    failures(request).incrementAndGet();
    throw last;
  }

  /** How many files of a host could not be had since it last answered. */
  private AtomicInteger failures(Request request) {
    return failures.computeIfAbsent(request.url().host(), host -> new AtomicInteger());
  }

  private <T> Answer<T> once(HttpUrl origin, Request request, Reader<T> reader) throws IOException {
    HttpUrl url = request.url();
    boolean sameHost = url.host().equals(origin.host());
    if (!sameHost) {
      // OkHttp asks no resolver about a host that is an address already.
      new PublicAddresses().lookup(url.host());
    }
    Semaphore host = hosts.computeIfAbsent(url.host(), h -> new Semaphore(PER_HOST));
    host.acquireUninterruptibly();
    try (Response response = (sameHost ? client : publicOnly).newCall(request).execute()) {
      if (isBusy(response.code())) {
        throw new Busy(response);
      }
      return response.isRedirect()
          ? new Answer<>(Optional.empty(), Optional.of(redirect(response)))
          : new Answer<>(Optional.of(reader.read(response)), Optional.empty());
    } finally {
      host.release();
    }
  }

  private static HttpUrl redirect(Response response) throws IOException {
    String location = response.header("Location", "");
    HttpUrl next = response.request().url().resolve(location == null ? "" : location);
    if (next == null) {
      throw new IOException("a redirect to '" + location + "', which is no web address");
    }
    return next;
  }

  private static void pause(Duration wait) throws IOException {
    try {
      Thread.sleep(Math.min(wait.toMillis(), LONGEST_WAIT.toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /** The server asks to come again. */
  private static final class Busy extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Duration retryAfter;

    Busy(Response response) {
      super("the server answered " + response.code());
      this.retryAfter = seconds(response.header("Retry-After"));
    }

    private static Duration seconds(@Nullable String header) {
      boolean number = header != null && header.matches("\\d{1,6}");
      return number ? Duration.ofSeconds(Long.parseLong(header)) : Duration.ZERO;
    }
  }
}
