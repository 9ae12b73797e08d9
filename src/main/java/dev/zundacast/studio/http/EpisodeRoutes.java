package dev.zundacast.studio.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.script.ScriptChange;
import dev.zundacast.script.ScriptHistory;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.narration.CopyCheck;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.LineKana;
import dev.zundacast.studio.episode.LineRequest;
import dev.zundacast.studio.episode.LineSpeaking.Again;
import dev.zundacast.studio.episode.OpenEpisode;
import dev.zundacast.studio.live.VoiceQueue.Urgency;
import dev.zundacast.tasks.BackgroundTask;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One episode and its lines: text, sounds, accents, and changes of them.
 *
 * @param options how their scripts are written
 */
public record EpisodeRoutes(Episodes episodes, ScriptOptions options)
    implements Consumer<RoutesConfig> {
  private static final String EPISODE = "/api/episode/{key}";
  private static final String LINE = EPISODE + "/line/{id}";

  /** An answer that comes later is told as news. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Override
  public void accept(RoutesConfig routes) {
    routes.get(EPISODE, request -> Answers.json(request, episodes.look(at(request))));
    routes.post(EPISODE + "/lines", this::lines);
    routes.post(EPISODE + "/decision", this::decide);
    routes.post(EPISODE + "/replace", this::replace);
    routes.post(
        EPISODE + "/undo",
        request -> Answers.json(request, at(request).step(ScriptHistory.Step.UNDO)));
    routes.post(
        EPISODE + "/redo",
        request -> Answers.json(request, at(request).step(ScriptHistory.Step.REDO)));
    routes.get(EPISODE + "/diff", this::diff);
    routes.get(LINE, request -> Answers.json(request, at(request).line(id(request))));
    routes.post(LINE, this::edit);
    routes.post(LINE + "/speak", this::speakLine);
    routes.post(LINE + "/take", this::take);
    routes.get(
        LINE + "/source",
        request ->
            Answers.json(request, at(request).sourceOf(id(request)).orElse(CopyCheck.Source.NONE)));
    routes.get(
        LINE + "/kana",
        request -> Answers.json(request, episodes.kana().of(at(request), id(request))));
    routes.post("/api/episode/{key}/accents", this::hear);
  }

  private OpenEpisode at(Context request) throws IOException {
    return episodes.open(request.pathParam("key"));
  }

  private void lines(Context request) throws IOException {
    OpenEpisode episode = at(request);
    LinesRequest wanted = Answers.body(request, LinesRequest.class);
    if (wanted.change().isPresent()) {
      change(request, episode, wanted.change().get());
      return;
    }
    Set<String> ids = Set.copyOf(wanted.lines());
    switch (wanted.name()) {
      case "speak" -> speak(episode, wanted);
      case "mark" -> episode.mark(ids, true);
      case "unmark" -> episode.mark(ids, false);
      default -> throw Refused.of(400, "there is no action '" + wanted.name() + "'");
    }
    Answers.json(request, episodes.look(episode));
  }

  private void speak(OpenEpisode episode, LinesRequest wanted) throws IOException {
    Again again = wanted.again() ? Again.ALWAYS : Again.WHERE_MISSING;
    for (String id : wanted.lines()) {
      // What becomes of each is told as news.
      FutureTask<Boolean> later =
          episodes.speaking().speak(episode, List.of(id), Urgency.JOB, again);
      assert !later.isCancelled();
    }
  }

  private void change(Context request, OpenEpisode episode, ScriptChange change)
      throws IOException {
    Answers.json(request, episode.change(change));
  }

  private void decide(Context request) throws IOException {
    ObjectNode body = Answers.object(request);
    ScriptChange.Words use =
        body.path("use").asText().equals("post") ? ScriptChange.Words.POST : ScriptChange.Words.OWN;
    change(request, at(request), ScriptChange.decide(body.path("id").asText(), use));
  }

  private void replace(Context request) throws IOException {
    ObjectNode body = Answers.object(request);
    OpenEpisode episode = at(request);
    String find = body.path("find").asText();
    OpenEpisode.Found found = episode.found(find);
    if (!body.path("dryRun").asBoolean() && found.count() > 0) {
      String with = body.path("with").asText();
      episode.change(ScriptChange.replace(find, with));
    }
    Answers.json(request, found);
  }

  private void diff(Context request) throws IOException {
    String text =
        "build".equals(request.queryParam("to"))
            ? episodes.built().toBuild(at(request))
            : episodes.built().toPost(at(request), options);
    request.contentType("text/plain; charset=utf-8").result(text);
  }

  private static String id(Context request) {
    return request.pathParam("id");
  }

  private void edit(Context request) throws IOException {
    LineRequest change = LineRequest.of(Answers.object(request));
    Answers.json(request, at(request).edit(id(request), change));
  }

  private void speakLine(Context request) throws IOException {
    OpenEpisode episode = at(request);
    Again again =
        Answers.object(request).path("again").asBoolean() ? Again.ALWAYS : Again.WHERE_MISSING;
    List<String> line = List.of(id(request));
    await(episodes.speaking().speak(episode, line, Urgency.PERSON, again));
    Answers.json(request, episode.line(id(request)));
  }

  private void take(Context request) throws IOException {
    String clip = Answers.object(request).path("clip").asText();
    Answers.json(request, at(request).take(id(request), clip));
  }

  private void hear(Context request) throws IOException {
    LineKana.Moved moved = Answers.body(request, LineKana.Moved.class);
    Answers.json(request, inTime(episodes.speaking().hear(at(request), moved)));
  }

  /**
   * What an engine was asked for.
   *
   * @throws Refused when it takes its time
   */
  static <T> T inTime(Future<T> asked) throws IOException {
    return await(asked).orElseThrow(() -> Refused.of(503, "the engine takes its time; ask again"));
  }

  private static <T> Optional<T> await(Future<T> spoken) throws IOException {
    try {
      return Optional.of(BackgroundTask.result(spoken, PATIENCE));
    } catch (InterruptedIOException | CancellationException later) {
      // What becomes of it stands in the line, and is told as news.
      return Optional.empty();
    }
  }

  /**
   * What is to become of several lines, or of a section.
   *
   * @param action add, word, delete, move, duplicate, takeIn, leaveOut, approve, unapprove, voice,
   *     split, join, addSection, moveSection, deleteSection or nameSection; speak, mark and unmark
   *     leave the script as it is
   * @param text what a new line says, or the first half of one that is split
   * @param rest its second half
   * @param again whether lines are spoken although their sounds are there
   */
  private record LinesRequest(
      @Nullable String action,
      @Nullable List<String> ids,
      @Nullable String before,
      @Nullable String section,
      @Nullable String text,
      @Nullable String title,
      @Nullable String rest,
      @Nullable String speaker,
      boolean again) {

    /** The lines that are named. */
    List<String> lines() {
      return ids == null ? List.of() : ids.stream().map(LinesRequest::or).toList();
    }

    /** What is to be done, "" where it does not say. */
    String name() {
      return or(action);
    }

    /** The change of the script, empty when this is none. */
    Optional<ScriptChange> change() {
      return Optional.ofNullable(
          switch (name()) {
            case "add" -> ScriptChange.add(or(section), or(before), or(text));
            case "word" -> ScriptChange.word(or(section), or(text));
            case "delete" -> ScriptChange.delete(lines());
            case "move" -> ScriptChange.move(lines(), or(section), or(before));
            case "duplicate" -> ScriptChange.duplicate(lines());
            case "takeIn" -> ScriptChange.takeIn(lines());
            case "leaveOut" -> ScriptChange.leaveOut(lines());
            case "approve" -> ScriptChange.approve(lines());
            case "unapprove" -> ScriptChange.unapprove(lines());
            case "voice" -> ScriptChange.speak(lines(), or(speaker));
            case "split" -> ScriptChange.split(id(0), or(text), or(rest));
            case "join" -> ScriptChange.join(id(0), id(1));
            case "addSection" -> ScriptChange.addSection(or(title), or(before), or(text));
            case "moveSection" -> ScriptChange.moveSection(or(section), or(before));
            case "deleteSection" -> ScriptChange.deleteSection(or(section));
            case "nameSection" -> ScriptChange.nameSection(or(section), or(title));
            default -> null;
          });
    }

    private String id(int place) {
      return place < lines().size() ? lines().get(place) : "";
    }

    private static String or(@Nullable String text) {
      return text == null ? "" : text;
    }
  }
}
