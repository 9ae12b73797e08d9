package dev.zundacast.studio.show;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.zundacast.disk.Json;
import dev.zundacast.disk.Json.Fields;
import dev.zundacast.episode.Voice;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.studio.Sentence;
import dev.zundacast.studio.live.CurrentStages;
import dev.zundacast.studio.live.EngineKeeper;
import dev.zundacast.studio.live.EngineKeeper.EngineView;
import dev.zundacast.studio.live.VoiceQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A show's voices and engines as they are. */
public final class ShowPages {
  private final CurrentStages stages;
  private final EngineKeeper engines;
  private final VoiceQueue queue;

  /** The pages of this show. */
  public ShowPages(CurrentStages stages, EngineKeeper engines, VoiceQueue queue) {
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
}
