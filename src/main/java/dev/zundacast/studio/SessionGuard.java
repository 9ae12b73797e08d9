package dev.zundacast.studio;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Resource;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody ask but the page that this studio opened. What strangers may have, the page's own
 * files and a try to be let in, is answered here without a thread that waits for them, so that no
 * crowd of them keeps the page waiting.
 */
final class SessionGuard extends Handler.Wrapper {
  /** The headers that every answer has, so that a browser keeps other pages away from it. */
  private static final Map<String, String> SAFE_HEADERS =
      Resource.pairs(SessionGuard.class, "headers.tsv");

  /** A header that no other page can send without asking first. */
  private static final String OWN_HEADER = "X-Zundacast";

  private static final String JSON = "application/json";
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String LOGIN = "/api/session";
  private static final int SECRET_BYTES = 32;

  /** A password is no longer, and sent by one who has it within this time. */
  private static final int MOST_LOGIN_BYTES = 4096;

  private static final Duration LOGIN_TIME = Duration.ofSeconds(5);

  private final StudioOptions options;
  private final int port;
  private final SentFiles files;
  private final String token = secret();
  private final String session = secret();
  private final PasswordPace pace = new PasswordPace();

  /** A guard of the server at this port, which sends files to whoever may have them. */
  SessionGuard(StudioOptions options, int port, SentFiles files) {
    this.options = options;
    this.port = port;
    this.files = files;
    installBean(files);
  }

  /**
   * The names by which this server may be called, the usual one first: what else stands in a
   * request leads to it by a trick.
   */
  private List<String> hosts() {
    String own = options.listen().toLowerCase(Locale.ROOT);
    return Stream.of(
            own.contains(":") ? "[" + own + "]" : own, StudioOptions.LOOPBACK, "localhost", "[::1]")
        .map(name -> name + ":" + port)
        .toList();
  }

  /** The page's address without what lets it in. */
  public String address() {
    return "http://" + hosts().get(0) + "/";
  }

  /** The same with what lets in the person's own browser, at a post's key or, with "", the show. */
  public String entrance(String key) {
    // Addresses of pages have no zone: fe80::1%eth0.
    HttpUrl.Builder page = HttpUrl.get(address().replaceFirst("%[^\\]/]*", "")).newBuilder();
    options.language().ifPresent(it -> page.addQueryParameter("lang", it));
    if (!key.isEmpty()) {
      page.addQueryParameter("open", key);
    }
    return page.fragment(token).toString();
  }

  private String cookie() {
    return "zundacast-" + port;
  }

  @Override
  public void setServer(Server server) {
    super.setServer(server);
    files.setServer(server);
  }

  /** What only those know who may ask: 256 random bits as hex digits. */
  private static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Whether a secret was given; takes as long whatever is wrong with it. */
  private static boolean isSame(String secret, String given) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private record Login(@Nullable String token, @Nullable String password) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    SAFE_HEADERS.forEach(response.getHeaders()::put);
    try {
      checkPlace(request);
      // As it was sent: what needs to be put straight is no address of ours.
      String path = String.valueOf(request.getHttpURI().getPath());
      boolean isPage = path.equals("/") || path.startsWith("/page/");
      if (!isPage) {
        checkAsker(path, request);
      }
      if (path.equals(LOGIN)) {
        begin(request, response, callback);
        return true;
      }
      boolean isFile =
          isPage ? path.equals(Request.getPathInContext(request)) : path.startsWith("/audio/");
      if (isFile && files.handle(request, response, callback)) {
        return true;
      }
      if (isPage) {
        throw Refused.of(404, "studio.notFound");
      }
      return super.handle(request, response, callback);
    } catch (Refused refused) {
      refuse(refused, request, response, callback);
      return true;
    }
  }

  /** A name that was bound to this machine elsewhere, or a page from elsewhere, gets no further. */
  private void checkPlace(Request request) {
    String host = String.valueOf(request.getHeaders().get(HttpHeader.HOST));
    require(hosts().contains(host.toLowerCase(Locale.ROOT)));
    @Nullable String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    require(origin == null || origin.equals("http://" + host));
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw Refused.of(403, "studio.forbidden");
    }
  }

  private void checkAsker(String path, Request request) {
    @Nullable String site = request.getHeaders().get("Sec-Fetch-Site");
    require(site == null || site.equals("same-origin"));
    require(
        path.equals(LOGIN)
            || Request.getCookies(request).stream()
                .anyMatch(it -> it.getName().equals(cookie()) && isSame(session, it.getValue())));
    if (READING.contains(request.getMethod())) {
      return;
    }
    require("1".equals(request.getHeaders().get(OWN_HEADER)));
    String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    if (!type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
      throw Refused.of(415, "studio.expectedType", JSON);
    }
  }

  /** The token of the address that was opened, or a password, becomes a cookie. */
  private void begin(Request request, Response response, Callback callback) {
    if (request.getLength() > MOST_LOGIN_BYTES) {
      throw Refused.of(413, "studio.longPassword");
    }
    // Refuses what is too long without having been announced, too.
    CompletableFuture<byte[]> body = new CompletableFuture<>();
    Content.Source.asByteArrayAsync(request, MOST_LOGIN_BYTES, Promise.Invocable.toPromise(body));
    CompletableFuture<?> unused =
        body.orTimeout(LOGIN_TIME.toMillis(), TimeUnit.MILLISECONDS)
            .thenCompose(sent -> tried(login(sent), request))
            .whenComplete(
                (nothing, why) -> {
                  if (why == null) {
                    admit(response);
                    callback.succeeded();
                  } else {
                    refuse(refused(why), request, response, callback);
                  }
                });
  }

  private static Login login(byte[] sent) {
    try {
      return Json.bind(Json.document(sent), Login.class);
    } catch (IOException noJson) {
      throw Refused.of(400, "studio.noObject");
    }
  }

  /** Ends once it is known whether these words let in, and fails where they do not. */
  private CompletableFuture<Void> tried(Login login, Request request) {
    if (login.token() != null && isSame(token, login.token())) {
      return CompletableFuture.completedFuture(null);
    }
    require(options.password().isPresent() && login.password() != null);
    String password = options.password().get();
    SocketAddress asker = request.getConnectionMetaData().getRemoteSocketAddress();
    Duration wait =
        pace.wait(((InetSocketAddress) asker).getAddress())
            .orElseThrow(() -> Refused.of(429, "studio.tooManyTries"));
    return CompletableFuture.runAsync(
        () -> require(isSame(password, String.valueOf(login.password()))),
        CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS));
  }

  /** Lets whoever sent this request ask from now on. */
  private void admit(Response response) {
    response.setStatus(204);
    Response.addCookie(
        response,
        HttpCookie.build(cookie(), session)
            .path("/")
            .httpOnly(true)
            .sameSite(HttpCookie.SameSite.STRICT)
            .build());
  }

  private static Refused refused(Throwable why) {
    Throwable cause = why instanceof CompletionException wrapped ? wrapped.getCause() : why;
    if (cause instanceof Refused refused) {
      return refused;
    }
    return cause instanceof TimeoutException
        ? Refused.of(408, "studio.passwordLate")
        : Refused.of(413, "studio.longPassword");
  }

  private void refuse(Refused refused, Request request, Response response, Callback callback) {
    response.setStatus(refused.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Answers.JSON);
    if (!READING.contains(request.getMethod())) {
      // What is still to come of it is not waited for.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    if (refused.status() == 429) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, PasswordPace.LONGEST.toSeconds());
    }
    Locale language = Answers.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    Json.Fields error = Json.with("error", Json.with("message", Message.of(refused)));
    byte[] json = Json.said(error, language).getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(json), callback);
  }

  /** When each try of a password is looked at: nobody guesses fast, or keeps others out. */
  private static final class PasswordPace {
    /** Slips of the keyboard that cost nothing. */
    private static final int FREE = 10;

    /** A password of twelve letters is not found at this pace. */
    private static final Duration BETWEEN = Duration.ofMillis(500);

    /** What would have to wait longer is refused. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    /** What one subscriber has of IPv6. */
    private static final int SUBSCRIBER_BYTES = 8;

    private final Map<String, Long> full = new HashMap<>();

    /** How long a try from this address has to wait; empty where it is one too many. */
    synchronized Optional<Duration> wait(InetAddress from) {
      long now = System.nanoTime();
      full.values().removeIf(until -> until <= now);
      String address = subscriber(from);
      long until = full.getOrDefault(address, now) + BETWEEN.toNanos();
      long wait = Math.max(0, until - now - FREE * BETWEEN.toNanos());
      if (wait > LONGEST.toNanos()) {
        return Optional.empty();
      }
      full.put(address, until);
      return Optional.of(Duration.ofNanos(wait));
    }

    private static String subscriber(InetAddress from) {
      byte[] bytes = from.getAddress();
      return Arrays.toString(
          from instanceof Inet6Address ? Arrays.copyOf(bytes, SUBSCRIBER_BYTES) : bytes);
    }
  }
}
