package dev.zundacast.script;

import dev.zundacast.episode.Line;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.Section;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import java.time.Duration;

/**
 * How long a script takes to hear: its characters at the voices' rates, and its pauses.
 *
 * @param voices whose rates and pauses count
 */
public record Estimate(Voices voices) {
  /** Moras of a written character, with the silence at commas; an episode is 3 % off this mean. */
  private static final double A_CHARACTER = 1.21;

  /** How long the voices speak, without the pauses between lines. */
  public Duration speech(Script script) {
    double seconds = script.lines().mapToDouble(line -> speech(line, voice(line, script))).sum();
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** How long the script takes to hear. */
  public Duration of(Script script) {
    Voice.Pauses pauses = voice(script.speaker()).pauses();
    double seconds = (pauses.leadIn() + pauses.tail()) / 1000.0;
    for (Section section : script.sections()) {
      for (Section.Item item : section.items()) {
        seconds += seconds(item, script);
      }
      seconds += (pauses.section() - pauses.sentence()) / 1000.0;
    }
    return Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000));
  }

  private double seconds(Section.Item item, Script script) {
    if (item instanceof Section.Pause pause) {
      return pause.millis() / 1000.0;
    }
    if (item instanceof Line line) {
      Voice voice = voice(line, script);
      int pause = line.isTitle() ? voice.pauses().title() : voice.pauses().sentence();
      return speech(line, voice) + (pause + line.extraPauseMillis()) / 1000.0;
    }
    Voice.Pauses pauses = voice(script.speaker()).pauses();
    return (pauses.paragraph() - pauses.sentence()) / 1000.0;
  }

  private static double speech(Line line, Voice voice) {
    double speed =
        line.overrides().applyTo(voice.parameters()).speed() / voice.parameters().speed();
    return line.display().length() * A_CHARACTER / voice.morasPerSecond() / speed;
  }

  private Voice voice(Line line, Script script) {
    return voice(line.speaker().isEmpty() ? script.speaker() : line.speaker());
  }

  private Voice voice(String speaker) {
    return voices.find(speaker).orElse(voices.all().get(0));
  }
}
