package dev.zundacast.studio.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.script.ScriptChange;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.script.ScriptOptions;
import dev.zundacast.script.narration.CopyCheck;
import dev.zundacast.studio.VoiceQueue.Urgency;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.LineKana;
import dev.zundacast.studio.episode.LineRequest;
import dev.zundacast.studio.episode.LineSpeaking.Again;
import dev.zundacast.studio.episode.OpenEpisode;
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
    Answers.get(routes, EPISODE, request -> episodes.look(at(request)));
    Answers.post(routes, EPISODE + "/lines", this::lines);
    Answers.post(routes, EPISODE + "/decision", this::decide);
    Answers.post(routes, EPISODE + "/replace", this::replace);
    Answers.post(routes, EPISODE + "/undo", request -> at(request).step(Step.UNDO));
    Answers.post(routes, EPISODE + "/redo", request -> at(request).step(Step.REDO));
    routes.get(EPISODE + "/diff", this::diff);
    Answers.get(routes, LINE, request -> at(request).line(id(request)));
    Answers.post(routes, LINE, this::edit);
    Answers.post(routes, LINE + "/speak", this::speakLine);
    Answers.post(routes, LINE + "/take", this::take);
    Answers.get(
        routes,
        LINE + "/source",
        request -> at(request).sourceOf(id(request)).orElse(CopyCheck.Source.NONE));
    Answers.get(routes, LINE + "/kana", request -> episodes.kana().of(at(request), id(request)));
    Answers.post(routes, EPISODE + "/accents", this::hear);
  }

  private OpenEpisode at(Context request) throws IOException {
    return episodes.open(request.pathParam("key"));
  }

  private Fields lines(Context request) throws IOException {
    OpenEpisode episode = at(request);
    LinesRequest wanted = Answers.body(request, LinesRequest.class);
    if (wanted.change().isPresent()) {
      return episode.change(wanted.change().get());
    }
    Set<String> ids = Set.copyOf(wanted.lines());
    switch (wanted.name()) {
      case "speak" -> speak(episode, wanted);
      case "mark" -> episode.mark(ids, true);
      case "unmark" -> episode.mark(ids, false);
      default -> throw Refused.of(400, "there is no action '" + wanted.name() + "'");
    }
    return episodes.look(episode);
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

  private Fields decide(Context request) throws IOException {
    ObjectNode body = Answers.object(request);
    ScriptChange.Words use =
        body.path("use").asText().equals("post") ? ScriptChange.Words.POST : ScriptChange.Words.OWN;
    return at(request).change(ScriptChange.decide(body.path("id").asText(), use));
  }

  private OpenEpisode.Found replace(Context request) throws IOException {
    ObjectNode body = Answers.object(request);
    OpenEpisode episode = at(request);
    String find = body.path("find").asText();
    OpenEpisode.Found found = episode.found(find);
    if (!body.path("dryRun").asBoolean() && found.count() > 0) {
      String with = body.path("with").asText();
      episode.change(ScriptChange.replace(find, with));
    }
    return found;
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

  private Fields edit(Context request) throws IOException {
    return at(request).edit(id(request), new LineRequest(Answers.object(request)));
  }

  private Fields speakLine(Context request) throws IOException {
    OpenEpisode episode = at(request);
    Again again =
        Answers.object(request).path("again").asBoolean() ? Again.ALWAYS : Again.WHERE_MISSING;
    List<String> line = List.of(id(request));
    await(episodes.speaking().speak(episode, line, Urgency.PERSON, again));
    return episode.line(id(request));
  }

  private Fields take(Context request) throws IOException {
    String clip = Answers.object(request).path("clip").asText();
    return at(request).take(id(request), clip);
  }

  private Fields hear(Context request) throws IOException {
    LineKana.Moved moved = Answers.body(request, LineKana.Moved.class);
    return inTime(episodes.speaking().hear(at(request), moved));
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
