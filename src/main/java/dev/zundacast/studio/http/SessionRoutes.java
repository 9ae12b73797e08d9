package dev.zundacast.studio.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who begins: the token of the address that was opened, or a password, becomes a cookie. */
final class SessionRoutes implements Consumer<RoutesConfig> {
  /** Enough for slips of the keyboard, too few to guess. */
  private static final int MOST_FAILURES = 50;

  private final SessionGuard guard;
  private final Secret token;
  private final Optional<Secret> password;
  private final AtomicInteger failures = new AtomicInteger();

  private record Login(@Nullable String token, @Nullable String password) {}

  private static boolean isIt(Optional<Secret> secret, @Nullable String given) {
    return given != null && secret.isPresent() && secret.get().is(given);
  }

  SessionRoutes(SessionGuard guard, Secret token, Optional<String> password) {
    this.guard = guard;
    this.token = token;
    this.password = password.map(Secret::new);
  }

  @Override
  public void accept(RoutesConfig routes) {
    PageFiles files = new PageFiles();
    routes.get("/", request -> files.serve(request, "index.html"));
    routes.get("/page/<name>", request -> files.serve(request, request.pathParam("name")));
    routes.post("/api/session", this::begin);
  }

  private void begin(Context request) throws IOException {
    Login login = Answers.body(request, Login.class);
    boolean known = isIt(Optional.of(token), login.token()) || isIt(password, login.password());
    if (!known || failures.get() >= MOST_FAILURES) {
      failures.incrementAndGet();
      throw Refused.forbidden();
    }
    guard.admit(request);
    request.status(204);
  }
}
