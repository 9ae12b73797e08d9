package dev.zundacast.studio.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.script.ScriptHistory.Step;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.studio.EngineKeeper.EngineView;
import dev.zundacast.studio.Sentence;
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
    Answers.post(routes, WORDS + "/undo", request -> did(words.step(Step.UNDO)));
    Answers.post(routes, WORDS + "/redo", request -> did(words.step(Step.REDO)));
  }

  private static ShowVoices.Change voice(Context request) throws IOException {
    return Answers.body(request, ShowVoices.Change.class);
  }

  private Fields make(Context request) throws IOException {
    ShowVoices.Wanted wanted = Answers.body(request, ShowVoices.Wanted.class);
    return voices.make(wanted, Answers.language(request));
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

  private Fields change(Context request) throws IOException {
    WordLists.Request change = Answers.body(request, WordLists.Request.class);
    return change.dryRun() ? words.impact(change) : words.change(change);
  }

  private Fields hear(Context request) throws IOException {
    WordSounds.Word wanted = Answers.body(request, WordSounds.Word.class);
    return EpisodeRoutes.inTime(episodes.words().hear(wanted));
  }
}
