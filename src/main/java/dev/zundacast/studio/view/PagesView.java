package dev.zundacast.studio.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.zundacast.episode.Voice;
import java.util.List;

/** The pages of voices, engines and settings. */
public final class PagesView {
  private PagesView() {}

  /** The voices of a show. */
  public record Voices(List<VoiceRow> voices) {}

  /**
   * A voice.
   *
   * @param atEngine whether the engine that is there has it
   * @param found what is wrong with it there, "" for nothing
   */
  public record VoiceRow(
      String name,
      List<String> aliases,
      String character,
      String style,
      String speech,
      String credit,
      String file,
      Voice.Parameters parameters,
      boolean atEngine,
      @Sentence String found) {}

  /** The engines of a show. */
  public record Engines(List<EngineRow> engines) {}

  /**
   * An engine.
   *
   * @param queue lines that wait for it
   * @param speaksNow the line that it speaks, "" for none
   */
  public record EngineRow(@JsonUnwrapped EngineView engine, int queue, String speaksNow) {}

  /** The settings of a show. */
  public record Settings(List<SettingRow> settings) {}

  /**
   * A setting.
   *
   * @param place where it stands
   * @param change how it is changed
   */
  public record SettingRow(
      String name, @Sentence String value, String place, @Sentence String change) {}
}
