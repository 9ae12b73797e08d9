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
import java.util.List;
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
    String change = "edit " + file + ", then open the studio again";
    List<PagesView.SettingRow> rows = new ArrayList<>();
    row(rows, "engines", String.join(", ", now.engines()), file, change);
    row(
        rows,
        "allow-mixed",
        now.mixed() == PoolOptions.Mixed.ALLOW ? "true" : "false",
        file,
        change);
    row(rows, "patience", now.patience().toSeconds() + " s", file, change);
    row(
        rows,
        "engine-dictionary",
        now.dictionary() == PoolOptions.Dictionary.WRITE ? "true" : "false",
        file,
        change);
    row(rows, "style", now.script().style().orElse("of the voice"), file, change);
    row(rows, "audio.encoder", now.audio().encoder().name(), file, change);
    row(rows, "audio.lufs", Double.toString(now.audio().lufs()), file, change);
    row(rows, "sidecars", now.sidecars().name(), file, change);
    row(rows, "store-limit", now.storeBytes() / 1_000_000 + " MB", file, change);
    places(rows, file);
    return new PagesView.Settings(rows);
  }

  private void places(List<PagesView.SettingRow> rows, Path file) {
    String change = "name another in " + file + ", or with an option when the studio is opened";
    row(rows, "scripts", site.workspace().scripts().toString(), file, change);
    row(rows, "voices", site.workspace().ownVoices().toString(), file, change);
    row(rows, "readings", site.workspace().ownReadings().toString(), file, change);
    row(rows, "out", site.workspace().out().toString(), file, change);
  }

  private static void row(
      List<PagesView.SettingRow> rows, String name, String value, Path file, String change) {
    rows.add(new PagesView.SettingRow(name, value, file.toString(), change));
  }
}
