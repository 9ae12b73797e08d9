package dev.zundacast.studio;

import static dev.zundacast.studio.Answers.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.script.file.ScriptChange;
import dev.zundacast.studio.EpisodeBuilding.Pasted;
import dev.zundacast.studio.VoiceQueue.Urgency;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.LineSpeaking;
import dev.zundacast.studio.episode.LineSpeaking.Again;
import dev.zundacast.studio.episode.LineSpeaking.Moved;
import dev.zundacast.studio.episode.LineSpeaking.Word;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.tasks.BackgroundTask;
import dev.zundacast.tasks.IoFunction;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the page asks, an address each: of the show, of an episode and its lines, of work. */
record ApiRoutes(Episodes episodes, ShowRows rows, Checking checking, Jobs jobs)
    implements Consumer<RoutesConfig> {
  private static final String VOICES = "/api/voices";
  private static final String SETTINGS = "/api/settings";
  private static final String WORDS = "/api/dictionary";
  private static final String EPISODE = "/api/episode/{key}";
  private static final String NARRATION = EPISODE + "/narration";
  private static final String PUBLISH = EPISODE + "/publish";
  private static final String LINE = EPISODE + "/line/{id}";

  /** An answer that comes later is told as news. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public void accept(RoutesConfig routes) {
    Answers.Table table = new Answers.Table(routes);
    EpisodeBuilding building = new EpisodeBuilding(episodes);
    show(table);
    episode(table, building);
    line(table, episodes.speaking());
    work(table, building);
    routes.get(EPISODE + "/diff", this::diff);
    routes.post("/api/jobs/{id}/cancel", this::cancel);
  }

  private void show(Answers.Table table) {
    ShowVoices voices = new ShowVoices(episodes);
    ShowSettings settings = new ShowSettings(episodes.site());
    WordLists words = new WordLists(episodes);
    table.get("/api/show", request -> rows.show());
    table.get("/api/engines", request -> engineRows());
    table.get(VOICES, request -> voices.all());
    table.post(VOICES, (request, body) -> voices.change(bind(body, ShowVoices.Change.class)));
    table.post(
        VOICES + "/hear",
        (request, body) -> inTime(voices.hear(bind(body, ShowVoices.Change.class))));
    table.post(
        VOICES + "/new",
        (request, body) ->
            voices.make(bind(body, ShowVoices.Wanted.class), Answers.language(request)));
    table.get(SETTINGS, request -> settings.all());
    table.post(SETTINGS, (request, body) -> settings.change(bind(body, ShowSettings.Change.class)));
    table.get(WORDS, request -> words.all());
    table.post(WORDS, (request, body) -> words.take(bind(body, WordLists.Request.class)));
    table.post(WORDS + "/undo", (request, body) -> Json.with("did", words.step(Step.UNDO)));
    table.post(WORDS + "/redo", (request, body) -> Json.with("did", words.step(Step.REDO)));
  }

  private void episode(Answers.Table table, EpisodeBuilding building) {
    table.get(EPISODE, request -> episodes.look(at(request)));
    table.post(EPISODE + "/lines", this::lines);
    table.post(EPISODE + "/decision", this::decide);
    table.post(EPISODE + "/replace", this::replace);
    table.post(EPISODE + "/undo", (request, body) -> at(request).step(Step.UNDO));
    table.post(EPISODE + "/redo", (request, body) -> at(request).step(Step.REDO));
    table.post(
        NARRATION + "/place",
        (request, body) -> building.place(at(request), bind(body, Pasted.class)));
    table.post(NARRATION, (request, body) -> building.take(at(request), bind(body, Pasted.class)));
    table.get("/audio/episode/{key}.peaks", request -> there(episodes.built().peaks(at(request))));
    table.get("/audio/clip/{id}.peaks", request -> there(episodes.sounds().peaks(id(request))));
  }

  private void line(Answers.Table table, LineSpeaking speaking) {
    table.get(LINE, request -> at(request).line(id(request)));
    table.post(LINE, (request, body) -> at(request).edit(id(request), body));
    table.post(LINE + "/speak", this::speakLine);
    table.post(
        LINE + "/take", (request, body) -> at(request).take(id(request), text(body, "clip")));
    table.get(LINE + "/source", request -> at(request).sourceOf(id(request)));
    table.get(
        LINE + "/kana",
        request ->
            speaking.accents(
                at(request),
                id(request),
                request.queryParam("written"),
                request.queryParam("spoken")));
    table.post(
        EPISODE + "/accents",
        (request, body) -> inTime(speaking.hear(at(request), bind(body, Moved.class))));
    table.post(WORDS + "/hear", (request, body) -> inTime(speaking.hear(bind(body, Word.class))));
  }

  private void work(Answers.Table table, EpisodeBuilding building) {
    Publishing publishing = new Publishing(episodes, checking);
    table.post(
        "/api/build",
        (request, body) ->
            body.path("dryRun").asBoolean()
                ? building.plan(keys(body))
                : start("build", keys(body), building::run));
    table.post("/api/check", (request, body) -> start("check", keys(body), checking::run));
    table.post("/api/fill", (request, body) -> start("fill", keys(body), checking::fill));
    table.get("/api/jobs", request -> Json.with("jobs", jobs.views()));
    table.get("/api/check/{key}", request -> Json.with("findings", checking.of(at(request))));
    table.get(PUBLISH, request -> publishing.sheet(at(request)));
    table.post(
        PUBLISH, (request, body) -> start("publish", List.of(at(request).key()), publishing::run));
  }

  private OpenEpisode at(Context request) throws IOException {
    return episodes.open(request.pathParam("key"));
  }

  private static String id(Context request) {
    return request.pathParam("id");
  }

  /** A text of a request, "" where it is not there. */
  private static String text(ObjectNode body, String name) {
    return body.path(name).asText("");
  }

  private static <T> T there(Optional<T> sound) {
    return sound.orElseThrow(() -> Refused.of(404, "studio.noSound"));
  }

  /** The engines, with how many lines wait for them and the one that they speak. */
  private Fields engineRows() {
    VoiceQueue queue = episodes.queue();
    List<Fields> all = episodes.engines().views();
    all.forEach(it -> it.with("queue", queue.size()).with("speaksNow", queue.working()));
    return Json.with("engines", all);
  }

  /** What an engine was asked for; refused where it takes its time. */
  private static <T> T inTime(Future<T> asked) throws IOException {
    return await(asked).orElseThrow(() -> Refused.of(503, "studio.engineSlow"));
  }

  private static <T> Optional<T> await(Future<T> spoken) throws IOException {
    try {
      return Optional.of(BackgroundTask.result(spoken, PATIENCE));
    } catch (InterruptedIOException | CancellationException later) {
      // What becomes of it stands in the line, and is told as news.
      return Optional.empty();
    }
  }

  /** What is to become of several lines, or of a section. */
  private Fields lines(Context request, ObjectNode body) throws IOException {
    OpenEpisode episode = at(request);
    Set<String> ids = new LinkedHashSet<>();
    body.path("ids").forEach(id -> ids.add(id.asText("")));
    if (!body.path("ids").isMissingNode() && !body.path("ids").isArray()) {
      throw Refused.of(400, "studio.noIds");
    }
    switch (text(body, "action")) {
      case "speak" -> {
        // What becomes of each is told as news.
        Again again = body.path("again").asBoolean() ? Again.ALWAYS : Again.WHERE_MISSING;
        for (String id : ids) {
          var unused = episodes.speaking().speak(episode, List.of(id), Urgency.JOB, again);
        }
      }
      case "mark" -> episode.mark(ids, true);
      case "unmark" -> episode.mark(ids, false);
      default -> {
        return episode.change(change(body, List.copyOf(ids)));
      }
    }
    return episodes.look(episode);
  }

  /** What is asked to be done to a script; refused where it is nothing that can be. */
  private static Function<ScriptChange, Message> change(ObjectNode body, List<String> ids) {
    String section = text(body, "section");
    String before = text(body, "before");
    String text = text(body, "text");
    String title = text(body, "title");
    String action = text(body, "action");
    String id = ids.isEmpty() ? "" : ids.get(0);
    return switch (action) {
      case "add" -> script -> script.add(section, before, text);
      case "word" -> script -> script.word(section, text);
      case "delete" -> script -> script.delete(ids);
      case "move" -> script -> script.move(ids, section, before);
      case "duplicate" -> script -> script.duplicate(ids);
      case "takeIn" -> script -> script.takeIn(ids);
      case "leaveOut" -> script -> script.leaveOut(ids);
      case "approve" -> script -> script.approve(ids);
      case "unapprove" -> script -> script.unapprove(ids);
      case "voice" -> script -> script.speak(ids, text(body, "speaker"));
      case "split" -> script -> script.split(id, text, text(body, "rest"));
      case "join" -> script -> script.join(id, ids.size() > 1 ? ids.get(1) : id);
      case "addSection" -> script -> script.addSection(title, before, text);
      case "moveSection" -> script -> script.moveSection(section, before);
      case "deleteSection" -> script -> script.deleteSection(section);
      case "nameSection" -> script -> script.nameSection(section, title);
      default -> throw Refused.of(400, "studio.noAction", action);
    };
  }

  private Fields decide(Context request, ObjectNode body) throws IOException {
    ScriptChange.Words use =
        text(body, "use").equals("post") ? ScriptChange.Words.POST : ScriptChange.Words.OWN;
    return at(request).change(it -> it.decide(text(body, "id"), use));
  }

  private OpenEpisode.Found replace(Context request, ObjectNode body) throws IOException {
    OpenEpisode episode = at(request);
    String find = text(body, "find");
    OpenEpisode.Found found = episode.found(find);
    if (!body.path("dryRun").asBoolean() && found.count() > 0) {
      episode.change(it -> it.replace(find, text(body, "with")));
    }
    return found;
  }

  private void diff(Context request) throws IOException {
    String text =
        "build".equals(request.queryParam("to"))
            ? episodes.built().toBuild(at(request))
            : episodes.built().toPost(at(request), episodes.site().build().script());
    request.contentType("text/plain; charset=utf-8").result(text);
  }

  private Fields speakLine(Context request, ObjectNode body) throws IOException {
    OpenEpisode episode = at(request);
    List<String> line = List.of(id(request));
    await(episodes.speaking().speak(episode, line, Urgency.PERSON, Again.WHERE_MISSING));
    return episode.line(id(request));
  }

  private List<String> keys(ObjectNode body) throws IOException {
    List<String> keys = new ArrayList<>();
    for (JsonNode key : body.path("keys")) {
      keys.add(episodes.open(key.asText()).key());
    }
    return keys;
  }

  private Fields start(String what, List<String> keys, IoFunction<Jobs.Job, Message> work) {
    if (keys.isEmpty()) {
      throw Problem.usage("studio.nothingNamed");
    }
    return Json.with("job", jobs.start(what, keys, work));
  }

  private void cancel(Context request) {
    if (!jobs.cancel(id(request))) {
      throw Refused.of(404, "studio.noWork");
    }
    request.status(204);
  }
}
