package dev.zundacast.studio.http;

import dev.zundacast.studio.live.ShowRows;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Consumer;

/** The show and its posts. */
public final class ShowRoutes implements Consumer<RoutesConfig> {
  private final ShowRows rows;

  /** The routes of this show. */
  public ShowRoutes(ShowRows rows) {
    this.rows = rows;
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.get("/api/show", request -> Answers.json(request, rows.show()));
    routes.get("/api/posts", this::posts);
  }

  private void posts(Context request) throws IOException {
    String wanted = request.queryParam("q");
    Answers.json(request, rows.posts(wanted == null ? "" : wanted));
  }
}
