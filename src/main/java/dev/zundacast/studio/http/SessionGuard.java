package dev.zundacast.studio.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody ask but the page that this studio opened: looks at each request before anything else
 * is done with it.
 */
final class SessionGuard {
  /** A header that no other page can send without asking first. */
  static final String OWN_HEADER = "X-Zundacast";

  private static final String JSON = "application/json";
  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final List<String> GUARDED = List.of("/api/", "/audio/");
  private static final String LOGIN = "/api/session";

  private final Set<String> hosts;
  private final String cookie;
  private final Secret session = Secret.random();

  /**
   * A guard of the server at this port.
   *
   * @param hosts names by which it may be called, without the port
   */
  SessionGuard(List<String> hosts, int port) {
    this.hosts = Set.copyOf(hosts.stream().map(host -> host + ":" + port).toList());
    this.cookie = "zundacast-" + port;
  }

  /**
   * Refuses whoever may not ask.
   *
   * @throws Refused without a word of why
   */
  void check(Context request) {
    checkPlace(request);
    String path = request.path();
    if (GUARDED.stream().noneMatch(path::startsWith)) {
      return;
    }
    checkSite(request);
    boolean reads = READING.contains(request.method().name());
    if (!path.equals(LOGIN)) {
      checkSession(request);
    }
    if (!reads) {
      checkChange(request);
    }
  }

  /** A name that was bound to this machine elsewhere, or a page from elsewhere, gets no further. */
  private void checkPlace(Context request) {
    @Nullable String host = request.header("Host");
    if (host == null || !hosts.contains(host.toLowerCase(Locale.ROOT))) {
      throw Refused.forbidden();
    }
    @Nullable String origin = request.header("Origin");
    if (origin != null && !origin.equals("http://" + host)) {
      throw Refused.forbidden();
    }
  }

  private static void checkSite(Context request) {
    @Nullable String site = request.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin")) {
      throw Refused.forbidden();
    }
  }

  private void checkSession(Context request) {
    @Nullable String given = request.cookie(cookie);
    if (given == null || !session.is(given)) {
      throw Refused.forbidden();
    }
  }

  private static void checkChange(Context request) {
    if (!"1".equals(request.header(OWN_HEADER))) {
      throw Refused.forbidden();
    }
    @Nullable String type = request.contentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
      throw Refused.of(415, "expected " + JSON);
    }
  }

  /** Lets whoever sent this request ask from now on. */
  void admit(Context request) {
    Cookie admitted = new Cookie(cookie, session.text());
    admitted.setPath("/");
    admitted.setHttpOnly(true);
    admitted.setSameSite(SameSite.STRICT);
    request.cookie(admitted);
  }
}
