package dev.zundacast.pipeline.remote;

import dev.zundacast.tasks.IoFunction;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
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

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final OkHttpClient client;
  private final OkHttpClient publicOnly;
  private final Duration firstWait;
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

  /**
   * Sends the request that {@code make} gives for an address, along redirects.
   *
   * @param reader reads the answer while the connection is held
   * @throws IOException when no answer comes, also after some attempts
   */
  <T> T send(HttpUrl url, Function<HttpUrl, Request> make, IoFunction<Response, T> reader)
      throws IOException {
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

  private <T> Answer<T> attempts(HttpUrl origin, Request request, IoFunction<Response, T> reader)
      throws IOException {
    Duration wait = firstWait;
    for (int attempt = 1; ; attempt++) {
      try {
        return once(origin, request, reader);
      } catch (IOException e) {
        if (attempt == ATTEMPTS || isFinal(e)) {
          throw e;
        }
        Duration asked = e instanceof Busy busy ? busy.retryAfter : Duration.ZERO;
        wait = asked.compareTo(wait) > 0 ? asked : wait;
      }
      pause(wait);
      wait = wait.multipliedBy(2);
    }
  }

  /** An answer, if not the hoped-for one, or a host that nobody will find a second later either. */
  private static boolean isFinal(IOException e) {
    return e instanceof HttpRanges.RefusedException
        || e instanceof HttpRanges.NoRangesException
        || e instanceof UnknownHostException
        || e instanceof ConnectException;
  }

  private <T> Answer<T> once(HttpUrl origin, Request request, IoFunction<Response, T> reader)
      throws IOException {
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
          : new Answer<>(Optional.of(reader.apply(response)), Optional.empty());
    } catch (PublicAddresses.PrivateException e) {
      throw e;
    } catch (UnknownHostException e) {
      throw (IOException)
          new UnknownHostException("no server is known as " + url.host()).initCause(e);
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
