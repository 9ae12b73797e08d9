package dev.zundacast.studio.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.studio.Checking;
import dev.zundacast.studio.EpisodeBuilding;
import dev.zundacast.studio.Jobs;
import dev.zundacast.studio.Jobs.Job;
import dev.zundacast.studio.Publishing;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.OpenEpisode;
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
    Publishing publishing,
    Checking checking,
    Jobs jobs,
    Episodes episodes)
    implements Consumer<RoutesConfig> {
  private static final String EPISODE = "/api/episode/{key}";

  @Override
  public void accept(RoutesConfig routes) {
    Answers.post(routes, "/api/build", this::build);
    Answers.post(routes, "/api/check", request -> begin(request, "check", checking::run));
    Answers.post(routes, "/api/fill", request -> begin(request, "fill", checking::fill));
    Answers.get(routes, "/api/jobs", request -> Map.of("jobs", jobs.views()));
    routes.post("/api/jobs/{id}/cancel", this::cancel);
    Answers.get(
        routes, "/api/check/{key}", request -> Json.with("findings", checking.of(at(request))));
    Answers.post(
        routes,
        EPISODE + "/narration/place",
        request -> building.place(at(request), pasted(request)));
    Answers.post(
        routes, EPISODE + "/narration", request -> building.take(at(request), pasted(request)));
    Answers.get(routes, EPISODE + "/publish", request -> publishing.sheet(at(request)));
    Answers.post(
        routes,
        EPISODE + "/publish",
        request -> start("publish", List.of(at(request).key()), publishing::run));
  }

  private OpenEpisode at(Context request) throws IOException {
    return episodes.open(request.pathParam("key"));
  }

  private static EpisodeBuilding.Pasted pasted(Context request) throws IOException {
    return Answers.body(request, EpisodeBuilding.Pasted.class);
  }

  private Object build(Context request) throws IOException {
    ObjectNode body = Answers.object(request);
    return body.path("dryRun").asBoolean()
        ? building.plan(keys(body))
        : start("build", keys(body), building::run);
  }

  private List<String> keys(ObjectNode body) throws IOException {
    List<String> keys = new ArrayList<>();
    for (JsonNode key : body.path("keys")) {
      keys.add(episodes.open(key.asText()).key());
    }
    return keys;
  }

  private Fields begin(Context request, String what, IoFunction<Job, String> work)
      throws IOException {
    return start(what, keys(Answers.object(request)), work);
  }

  private Fields start(String what, List<String> keys, IoFunction<Job, String> work) {
    if (keys.isEmpty()) {
      throw Problem.usage("no post was named");
    }
    return Json.with("job", jobs.start(what, keys, work));
  }

  private void cancel(Context request) {
    if (!jobs.cancel(request.pathParam("id"))) {
      throw Refused.of(404, "there is no such work");
    }
    request.status(204);
  }
}
