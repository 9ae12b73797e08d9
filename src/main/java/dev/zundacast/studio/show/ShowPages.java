package dev.zundacast.studio.show;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Voice;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.studio.Sentence;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.live.EngineKeeper;
import dev.zundacast.studio.live.EngineKeeper.EngineView;
import dev.zundacast.studio.live.VoiceQueue;
import dev.zundacast.voice.PoolOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A show's voices, engines and settings as they are. */
public final class ShowPages {
  private final StudioSite site;
  private final CurrentStages stages;
  private final EngineKeeper engines;
  private final VoiceQueue queue;

  /** The pages of this show. */
  public ShowPages(StudioSite site, CurrentStages stages, EngineKeeper engines, VoiceQueue queue) {
    this.site = site;
    this.stages = stages;
    this.engines = engines;
    this.queue = queue;
  }

  /** Its voices, and whether the engine has them. */
  public Fields voices() throws IOException {
    Stages now = stages.get();
    EngineView engine = engines.view();
    List<Fields> rows = new ArrayList<>();
    for (Voice voice : now.voices().all()) {
      Optional<String> fault = fault(voice, engine);
      rows.add(
          Json.with("name", voice.name())
              .with("aliases", voice.aliases())
              .with("character", voice.character())
              .with("style", voice.style())
              .with("speech", voice.speech())
              .with("credit", voice.credit())
              .with("file", now.voices().folder().toString())
              .with("parameters", voice.parameters())
              .with("atEngine", engine.state() == EngineView.State.UP && fault.isEmpty())
              .with("found", new Sentence(fault.orElse(""))));
    }
    return Json.with("voices", rows);
  }

  private static Optional<String> fault(Voice voice, EngineView engine) {
    if (engine.state() != EngineView.State.UP || engine.draft()) {
      return Optional.empty();
    }
    List<EngineView.SpeakerOffer> found =
        engine.speakers().stream().filter(it -> it.name().equals(voice.character())).toList();
    if (found.isEmpty()) {
      return Optional.of(engine.name() + " has no " + voice.character());
    }
    boolean style =
        found.stream()
            .flatMap(it -> it.styles().stream())
            .anyMatch(it -> it.name().equals(voice.style()));
    return style
        ? Optional.empty()
        : Optional.of(engine.name() + " has no style " + voice.style() + " of it");
  }

  /** Its engines, and what they do. */
  public Fields engines() {
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

  /** Its settings as its file says them now, with where each stands. */
  public Fields settings() throws IOException {
    Settings now = Settings.of(site.show().root());
    Path file = site.show().settings();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("engines", String.join(", ", now.engines()));
    values.put("allow-mixed", now.mixed() == PoolOptions.Mixed.ALLOW);
    values.put("patience", now.patience().toSeconds() + " s");
    values.put("engine-dictionary", now.dictionary() == PoolOptions.Dictionary.WRITE);
    values.put("style", now.script().style().orElse("of the voice"));
    values.put("audio.encoder", now.audio().encoder());
    values.put("audio.lufs", now.audio().lufs());
    values.put("sidecars", now.sidecars());
    values.put("store-limit", now.storeBytes() / 1_000_000 + " MB");
    Map<String, Object> places = new LinkedHashMap<>();
    places.put("scripts", site.workspace().scripts());
    places.put("voices", site.workspace().ownVoices());
    places.put("readings", site.workspace().ownReadings());
    places.put("out", site.workspace().out());
    List<Fields> rows = new ArrayList<>();
    rows(rows, values, file, "edit " + file + ", then open the studio again");
    rows(
        rows,
        places,
        file,
        "name another in " + file + ", or with an option when the studio is opened");
    return Json.with("settings", rows);
  }

  private static void rows(
      List<Fields> rows, Map<String, Object> values, Path file, String change) {
    values.forEach(
        (name, value) ->
            rows.add(
                Json.with("name", name)
                    .with("value", new Sentence(value.toString()))
                    .with("place", file.toString())
                    .with("change", new Sentence(change))));
  }
}
