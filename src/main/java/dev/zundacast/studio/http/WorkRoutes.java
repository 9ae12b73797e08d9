package dev.zundacast.studio.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.episode.Problem;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.live.Jobs;
import dev.zundacast.studio.live.Jobs.Job;
import dev.zundacast.studio.show.Checking;
import dev.zundacast.studio.show.EpisodeBuilding;
import dev.zundacast.studio.show.Narrating;
import dev.zundacast.studio.show.Publishing;
import dev.zundacast.tasks.IoFunction;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Work on one or several episodes, and what is to be known before it is begun. */
public record WorkRoutes(
    EpisodeBuilding building,
    Narrating narrating,
    Publishing publishing,
    Checking checking,
    Jobs jobs,
    Episodes episodes)
    implements Consumer<RoutesConfig> {
  private record Begun(String job) {}

  @Override
  public void accept(RoutesConfig routes) {
    routes.post("/api/build", this::build);
    routes.post("/api/check", request -> begin(request, "check", checking::run));
    routes.post("/api/fill", request -> begin(request, "fill", checking::fill));
    routes.get("/api/jobs", request -> Answers.json(request, Map.of("jobs", jobs.views())));
    routes.post("/api/jobs/{id}/cancel", this::cancel);
    routes.get("/api/check/{key}", request -> Answers.json(request, checking.of(at(request))));
    routes.post(
        "/api/episode/{key}/narration/place",
        request -> Answers.json(request, narrating.place(at(request), pasted(request))));
    routes.post(
        "/api/episode/{key}/narration",
        request -> Answers.json(request, narrating.take(at(request), pasted(request))));
    routes.get(
        "/api/episode/{key}/publish",
        request -> Answers.json(request, publishing.sheet(at(request))));
    routes.post(
        "/api/episode/{key}/publish",
        request -> start(request, "publish", List.of(at(request).key()), publishing::run));
  }

  private OpenEpisode at(Context request) throws IOException {
    return episodes.open(request.pathParam("key"));
  }

  private static Narrating.Pasted pasted(Context request) throws IOException {
    return Answers.body(request, Narrating.Pasted.class);
  }

  private void build(Context request) throws IOException {
    ObjectNode body = Answers.object(request);
    if (body.path("dryRun").asBoolean()) {
      Answers.json(request, building.plan(keys(body)));
    } else {
      start(request, "build", keys(body), building::run);
    }
  }

  private List<String> keys(ObjectNode body) throws IOException {
    List<String> keys = new ArrayList<>();
    for (JsonNode key : body.path("keys")) {
      keys.add(episodes.open(key.asText()).key());
    }
    return keys;
  }

  private void begin(Context request, String what, IoFunction<Job, String> work)
      throws IOException {
    start(request, what, keys(Answers.object(request)), work);
  }

  private void start(
      Context request, String what, List<String> keys, IoFunction<Job, String> work) {
    if (keys.isEmpty()) {
      throw Problem.usage("no post was named");
    }
    Answers.json(request, new Begun(jobs.start(what, keys, work).view().job()));
  }

  private void cancel(Context request) {
    if (!jobs.cancel(request.pathParam("id"))) {
      throw Refused.of(404, "there is no such work");
    }
    request.status(204);
  }
}
