package dev.zundacast.studio.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.live.Jobs;
import dev.zundacast.studio.show.ShowWork;
import dev.zundacast.studio.view.DictionaryView;
import dev.zundacast.studio.view.Sentence;
import dev.zundacast.studio.view.WordView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Work on episodes, publishing, and the dictionary. */
public final class WorkRoutes implements Consumer<RoutesConfig> {
  private final ShowWork work;
  private final Jobs jobs;
  private final Episodes episodes;

  /** The routes to this work. */
  public WorkRoutes(ShowWork work, Jobs jobs, Episodes episodes) {
    this.work = work;
    this.jobs = jobs;
    this.episodes = episodes;
  }

  private record Begun(String job) {}

  private record Did(@Sentence String did) {}

  @Override
  public void accept(RoutesConfig routes) {
    for (String what : List.of("build", "check", "fill")) {
      routes.post("/api/" + what, request -> begin(request, what));
    }
    routes.get("/api/jobs", request -> Answers.json(request, Map.of("jobs", jobs.views())));
    routes.post("/api/jobs/{id}/cancel", this::cancel);
    routes.get("/api/check/{key}", request -> Answers.json(request, work.check(at(request))));
    routes.get(
        "/api/episode/{key}/publish", request -> Answers.json(request, work.publish(at(request))));
    routes.post("/api/episode/{key}/publish", this::publish);
    routes.get("/api/dictionary", request -> Answers.json(request, work.words()));
    routes.post("/api/dictionary", this::dictionary);
    routes.post("/api/dictionary/hear", this::hear);
    routes.post(
        "/api/dictionary/undo", request -> Answers.json(request, new Did(work.undoWords())));
    routes.post(
        "/api/dictionary/redo", request -> Answers.json(request, new Did(work.redoWords())));
  }

  private OpenEpisode at(Context request) throws IOException {
    return episodes.open(request.pathParam("key"));
  }

  private void begin(Context request, String what) throws IOException {
    ObjectNode body = Answers.object(request);
    List<String> keys = new ArrayList<>();
    for (JsonNode key : body.path("keys")) {
      keys.add(episodes.open(key.asText()).key());
    }
    boolean plans = what.equals("build") && body.path("dryRun").asBoolean();
    Answers.json(request, plans ? work.plan(keys) : new Begun(work.start(what, keys)));
  }

  private void publish(Context request) throws IOException {
    List<String> keys = List.of(at(request).key());
    Answers.json(request, new Begun(work.start("publish", keys)));
  }

  private void cancel(Context request) {
    if (!jobs.cancel(request.pathParam("id"))) {
      throw Refused.of(404, "there is no such work");
    }
    request.status(204);
  }

  private void dictionary(Context request) throws IOException {
    ObjectNode body = Answers.object(request);
    if (body.has("import")) {
      body.set("imports", body.remove("import"));
    }
    DictionaryView.Request change = bound(body);
    Answers.json(request, change.dryRun() ? work.impact(change) : work.change(change));
  }

  private void hear(Context request) throws IOException {
    WordView wanted = Answers.body(request, WordView.class);
    Answers.json(request, LineRoutes.inTime(episodes.words().hear(wanted)));
  }

  private static DictionaryView.Request bound(ObjectNode body) {
    try {
      return Json.bind(body, DictionaryView.Request.class);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw Refused.of(400, "the body is not of the expected shape: " + Json.fault(e));
    }
  }
}
