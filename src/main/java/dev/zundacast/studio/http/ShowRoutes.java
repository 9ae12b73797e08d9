package dev.zundacast.studio.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.studio.Sentence;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.WordSounds;
import dev.zundacast.studio.live.EngineKeeper;
import dev.zundacast.studio.live.EngineKeeper.EngineView;
import dev.zundacast.studio.live.VoiceQueue;
import dev.zundacast.studio.show.ShowRows;
import dev.zundacast.studio.show.ShowSettings;
import dev.zundacast.studio.show.ShowVoices;
import dev.zundacast.studio.show.WordLists;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Consumer;

/** The show: its posts, voices, engines, settings, and the words of its reading lists. */
public record ShowRoutes(
    ShowRows rows,
    ShowVoices voices,
    ShowSettings settings,
    WordLists words,
    Episodes episodes,
    EngineKeeper engines,
    VoiceQueue queue)
    implements Consumer<RoutesConfig> {
  private static final String VOICES = "/api/voices";
  private static final String WORDS = "/api/dictionary";

  @Override
  public void accept(RoutesConfig routes) {
    routes.get("/api/show", request -> Answers.json(request, rows.show()));
    routes.get(VOICES, request -> Answers.json(request, voices.all()));
    routes.post(VOICES, request -> Answers.json(request, voices.change(voice(request))));
    routes.post(VOICES + "/new", this::make);
    routes.post(
        VOICES + "/hear",
        request -> Answers.json(request, EpisodeRoutes.inTime(voices.hear(voice(request)))));
    routes.get("/api/engines", request -> Answers.json(request, engineRows()));
    routes.get("/api/settings", request -> Answers.json(request, settings.all()));
    routes.post(
        "/api/settings",
        request ->
            Answers.json(
                request, settings.change(Answers.body(request, ShowSettings.Change.class))));
    routes.get(WORDS, request -> Answers.json(request, words.all()));
    routes.post(WORDS, this::change);
    routes.post(WORDS + "/hear", this::hear);
    routes.post(WORDS + "/undo", request -> Answers.json(request, did(words.step(Step.UNDO))));
    routes.post(WORDS + "/redo", request -> Answers.json(request, did(words.step(Step.REDO))));
  }

  private static ShowVoices.Change voice(Context request) throws IOException {
    return Answers.body(request, ShowVoices.Change.class);
  }

  private void make(Context request) throws IOException {
    ShowVoices.Wanted wanted = Answers.body(request, ShowVoices.Wanted.class);
    Answers.json(request, voices.make(wanted, Answers.language(request)));
  }

  private Fields engineRows() {
    return Json.with(
        "engines",
        engines.views().stream()
            .map(it -> new EngineRow(it, queue.size(), queue.working()))
            .toList());
  }

  /**
   * @param queue lines that wait for it
   * @param speaksNow the line that it speaks, "" for none
   */
  private record EngineRow(@JsonUnwrapped EngineView engine, int queue, String speaksNow) {}

  private static Fields did(String words) {
    return Json.with("did", new Sentence(words));
  }

  private void change(Context request) throws IOException {
    WordLists.Request change = Answers.body(request, WordLists.Request.class);
    Answers.json(request, change.dryRun() ? words.impact(change) : words.change(change));
  }

  private void hear(Context request) throws IOException {
    WordSounds.Word wanted = Answers.body(request, WordSounds.Word.class);
    Answers.json(request, EpisodeRoutes.inTime(episodes.words().hear(wanted)));
  }
}
