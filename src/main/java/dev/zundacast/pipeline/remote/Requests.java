package dev.zundacast.pipeline.remote;

import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.tasks.IoFunction;
import dev.zundacast.tasks.Retry;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

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

  /** Files for which a host may answer too late before nothing more is asked of it. */
  private static final int SLOW_FILES = 3;

  private final OkHttpClient client;
  private final OkHttpClient publicOnly;
  private final Patience patience;
  private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();

  /**
   * How long servers are waited for.
   *
   * @param firstWait pause before the second attempt; each further one is twice as long
   * @param call the longest that an answer for a part of a file may take, however steadily it
   *     trickles
   * @param download the same for a whole file
   */
  record Patience(Duration firstWait, Duration call, Duration download) {
    static final Patience USUAL =
        new Patience(Duration.ofMillis(500), Duration.ofSeconds(60), Duration.ofMinutes(30));
  }

  /** One server: its turns, and the files for which it did not answer in time. */
  private static final class Host {
    private final Semaphore turns = new Semaphore(PER_HOST);
    private final AtomicInteger slowFiles = new AtomicInteger();
  }

  Requests(Patience patience) {
    this.patience = patience;
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
   * Sends the request that {@code make} gives for an address, along redirects, and reads the answer
   * while the connection is held.
   */
  <T> T send(
      HttpUrl url,
      Duration longest,
      Function<HttpUrl, Request> make,
      IoFunction<Response, T> reader)
      throws IOException {
    Retry retry = new Retry(ATTEMPTS, patience.firstWait, LONGEST_WAIT);
    return retry.call(
        () -> once(url, longest, make, reader),
        e -> isFinal(e) ? Optional.empty() : Optional.of(askedWait(e)));
  }

  Patience patience() {
    return patience;
  }

  void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  /** A server may ask for hours, which nobody sits through. */
  private static Duration askedWait(IOException e) {
    Duration asked = e instanceof Busy busy ? busy.retryAfter : Duration.ZERO;
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  /** An answer, if not the hoped-for one, or a host that nobody will find a second later either. */
  private static boolean isFinal(IOException e) {
    return e instanceof HttpRanges.RefusedException
        || e instanceof UnknownHostException
        || e instanceof ConnectException;
  }

  private <T> T once(
      HttpUrl origin,
      Duration longest,
      Function<HttpUrl, Request> make,
      IoFunction<Response, T> reader)
      throws IOException {
    HttpUrl at = origin;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      boolean sameHost = at.host().equals(origin.host());
      if (!sameHost) {
        // OkHttp asks no resolver about a host that is an address already.
        new PublicAddresses().lookup(at.host());
      }
      Host host = hosts.computeIfAbsent(at.host(), h -> new Host());
      host.turns.acquireUninterruptibly();
      try (Response response =
          call(sameHost ? client : publicOnly, make.apply(at), host, longest)) {
        int code = response.code();
        // 501 means that the server will never do this.
        if (code == 429 || (code >= 500 && code != 501)) {
          throw new Busy(response);
        }
        if (!response.isRedirect()) {
          return reader.apply(response);
        }
        at = redirect(response);
      } catch (PublicAddresses.UnknownHost e) {
        throw e;
      } catch (UnknownHostException e) {
        throw (IOException)
            new PublicAddresses.UnknownHost(Message.of("remote.unknownServer", at.host()))
                .initCause(e);
      } catch (SocketTimeoutException e) {
        throw e; // a lost connection is tried again; the limit of the whole call is not
      } catch (InterruptedIOException e) {
        host.slowFiles.incrementAndGet();
        throw (IOException)
            new HttpRanges.RefusedException(Message.of("remote.noAnswer")).initCause(e);
      } finally {
        host.turns.release();
      }
    }
    throw new HttpRanges.RefusedException(Message.of("remote.redirects", MAX_REDIRECTS, origin));
  }

  private static Response call(OkHttpClient client, Request request, Host host, Duration longest)
      throws IOException {
    if (host.slowFiles.get() >= SLOW_FILES) {
      throw new HttpRanges.RefusedException(Message.of("remote.slowServer"));
    }
    Call call = client.newCall(request);
    call.timeout().timeout(longest.toMillis(), TimeUnit.MILLISECONDS);
    return call.execute();
  }

  private static HttpUrl redirect(Response response) throws IOException {
    String location = response.header("Location", "");
    HttpUrl next = response.request().url().resolve(location == null ? "" : location);
    if (next == null) {
      throw new MessageException(Message.of("remote.badRedirect", location));
    }
    return next;
  }

  /** The server asks to come again. */
  private static final class Busy extends MessageException {
    private static final long serialVersionUID = 1;
    private final transient Duration retryAfter;

    Busy(Response response) {
      super(Message.of("remote.answered", response.code()));
      this.retryAfter = Retry.asked(response.header("Retry-After")).orElse(Duration.ZERO);
    }
  }

  /** Looks names up and refuses those that lead into a private network. */
  static final class PublicAddresses implements Dns {
    /** A server that is not there, or may not be asked. */
    static final class UnknownHost extends UnknownHostException implements Message.Told {
      private static final long serialVersionUID = 1;

      private final transient Message said;

      UnknownHost(Message said) {
        super(said.toString());
        this.said = said;
      }

      @Override
      public Message said() {
        return said;
      }
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
      List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
      for (InetAddress address : addresses) {
        if (!isPublic(address)) {
          throw new UnknownHost(
              Message.of("remote.privateAddress", host, address.getHostAddress()));
        }
      }
      return addresses;
    }

    static boolean isPublic(InetAddress address) {
      return !address.isLoopbackAddress()
          && !address.isAnyLocalAddress()
          && !address.isLinkLocalAddress()
          && !address.isSiteLocalAddress()
          && !address.isMulticastAddress()
          && !isReserved(address);
    }

    /** Networks that Java does not know as private: this net, shared, unique local, translated. */
    private static boolean isReserved(InetAddress address) {
      byte[] b = address.getAddress();
      if (address instanceof Inet4Address) {
        boolean shared = b[0] == 100 && (b[1] & 0xc0) == 64;
        boolean test = b[0] == (byte) 198 && (b[1] & 0xfe) == 18;
        return b[0] == 0 || shared || test || (b[0] & 0xf0) == 0xf0;
      }
      boolean uniqueLocal = (b[0] & 0xfe) == 0xfc;
      // 64:ff9b::/96 and 2002::/16 carry an IPv4 address that may be private.
      boolean translated = (b[0] == 0 && b[1] == 0x64) || (b[0] == 0x20 && b[1] == 0x02);
      return uniqueLocal || translated;
    }
  }
}
