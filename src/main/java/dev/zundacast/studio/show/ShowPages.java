package dev.zundacast.studio.show;

import dev.zundacast.episode.Voice;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.studio.StudioSite;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.live.EngineKeeper;
import dev.zundacast.studio.live.VoiceQueue;
import dev.zundacast.studio.view.EngineView;
import dev.zundacast.studio.view.PagesView;
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
  public PagesView.Voices voices() throws IOException {
    Stages now = stages.get();
    EngineView engine = engines.view();
    List<PagesView.VoiceRow> rows = new ArrayList<>();
    for (Voice voice : now.voices().all()) {
      Optional<String> fault = fault(voice, engine);
      rows.add(
          new PagesView.VoiceRow(
              voice.name(),
              voice.aliases(),
              voice.character(),
              voice.style(),
              voice.speech(),
              voice.credit(),
              now.voices().folder().toString(),
              voice.parameters(),
              engine.state() == EngineView.State.UP && fault.isEmpty(),
              fault.orElse("")));
    }
    return new PagesView.Voices(rows);
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
  public PagesView.Engines engines() {
    return new PagesView.Engines(
        engines.views().stream()
            .map(it -> new PagesView.EngineRow(it, queue.size(), queue.working()))
            .toList());
  }

  /** Its settings as its file says them now, with where each stands. */
  public PagesView.Settings settings() throws IOException {
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
    List<PagesView.SettingRow> rows = new ArrayList<>();
    rows(rows, values, file, "edit " + file + ", then open the studio again");
    rows(
        rows,
        places,
        file,
        "name another in " + file + ", or with an option when the studio is opened");
    return new PagesView.Settings(rows);
  }

  private static void rows(
      List<PagesView.SettingRow> rows, Map<String, Object> values, Path file, String change) {
    values.forEach(
        (name, value) ->
            rows.add(new PagesView.SettingRow(name, value.toString(), file.toString(), change)));
  }
}
