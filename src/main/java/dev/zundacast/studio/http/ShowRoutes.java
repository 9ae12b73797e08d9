package dev.zundacast.studio.http;

import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.ShowRows;
import dev.zundacast.studio.ShowSettings;
import dev.zundacast.studio.ShowVoices;
import dev.zundacast.studio.VoiceQueue;
import dev.zundacast.studio.WordLists;
import dev.zundacast.studio.episode.Episodes;
import dev.zundacast.studio.episode.WordSounds;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
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
    Answers.get(routes, "/api/show", request -> rows.show());
    Answers.get(routes, VOICES, request -> voices.all());
    Answers.post(routes, VOICES, request -> voices.change(voice(request)));
    Answers.post(routes, VOICES + "/new", this::make);
    Answers.post(
        routes, VOICES + "/hear", request -> EpisodeRoutes.inTime(voices.hear(voice(request))));
    Answers.get(routes, "/api/engines", request -> engineRows());
    Answers.get(routes, "/api/settings", request -> settings.all());
    Answers.post(
        routes,
        "/api/settings",
        request -> settings.change(Answers.body(request, ShowSettings.Change.class)));
    Answers.get(routes, WORDS, request -> words.all());
    Answers.post(routes, WORDS, this::change);
    Answers.post(routes, WORDS + "/hear", this::hear);
    Answers.post(routes, WORDS + "/undo", request -> Json.with("did", words.step(Step.UNDO)));
    Answers.post(routes, WORDS + "/redo", request -> Json.with("did", words.step(Step.REDO)));
  }

  private static ShowVoices.Change voice(Context request) throws IOException {
    return Answers.body(request, ShowVoices.Change.class);
  }

  private Fields make(Context request) throws IOException {
    ShowVoices.Wanted wanted = Answers.body(request, ShowVoices.Wanted.class);
    return voices.make(wanted, Answers.language(request));
  }

  /** The engines, with how many lines wait for them and the one that they speak. */
  private Fields engineRows() {
    List<Fields> rows =
        engines.views().stream()
            .map(it -> it.with("queue", queue.size()).with("speaksNow", queue.working()))
            .toList();
    return Json.with("engines", rows);
  }

  private Fields change(Context request) throws IOException {
    WordLists.Request change = Answers.body(request, WordLists.Request.class);
    return change.dryRun() ? words.impact(change) : words.change(change);
  }

  private Fields hear(Context request) throws IOException {
    WordSounds.Word wanted = Answers.body(request, WordSounds.Word.class);
    return EpisodeRoutes.inTime(episodes.words().hear(wanted));
  }
}
