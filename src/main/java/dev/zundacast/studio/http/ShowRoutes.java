package dev.zundacast.studio.http;

import dev.zundacast.studio.show.ShowPages;
import dev.zundacast.studio.show.ShowRows;
import io.javalin.config.RoutesConfig;
import java.util.function.Consumer;

/** The show: its posts, voices, engines and settings. */
public final class ShowRoutes implements Consumer<RoutesConfig> {
  private final ShowRows rows;
  private final ShowPages pages;

  /** The routes of this show. */
  public ShowRoutes(ShowRows rows, ShowPages pages) {
    this.rows = rows;
    this.pages = pages;
  }

  @Override
  public void accept(RoutesConfig routes) {
    routes.get("/api/show", request -> Answers.json(request, rows.show()));
    routes.get("/api/voices", request -> Answers.json(request, pages.voices()));
    routes.get("/api/engines", request -> Answers.json(request, pages.engines()));
    routes.get("/api/settings", request -> Answers.json(request, pages.settings()));
  }
}
