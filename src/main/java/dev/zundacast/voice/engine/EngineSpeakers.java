package dev.zundacast.voice.engine;

import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.OfferedSpeaker;
import java.util.List;
import java.util.stream.Collectors;

/** The characters that one engine offers: a line's voice to the style that speaks for it there. */
record EngineSpeakers(EngineInfo engine, List<OfferedSpeaker> speakers) {
  /** A style of a character, who has this uuid and version, with the scales of a voice. */
  record SpeakerStyle(String uuid, String version, long id, Voice.Parameters parameters) {}

  /** Who speaks this line; a problem with all who are there where the voice's is not. */
  SpeakerStyle style(SpokenLine line) {
    Voice voice = line.voice();
    Voice.Parameters scales = line.line().overrides().applyTo(voice.parameters());
    return engine.isDraft() ? standIn(voice, scales) : style(voice, scales);
  }

  private SpeakerStyle style(Voice voice, Voice.Parameters scales) {
    OfferedSpeaker speaker =
        speakers.stream()
            .filter(it -> it.name().equals(voice.character()))
            .findFirst()
            .orElseThrow(() -> missing("character '" + voice.character() + "'", voice));
    OfferedSpeaker.Style style =
        speaker
            .style(voice.style())
            .orElseThrow(
                () -> missing("style '" + voice.character() + "/" + voice.style() + "'", voice));
    return new SpeakerStyle(speaker.uuid(), speaker.version(), style.id(), scales);
  }

  /** The draft voice speaks for everyone, a little higher or lower so that they differ. */
  private SpeakerStyle standIn(Voice voice, Voice.Parameters scales) {
    OfferedSpeaker speaker =
        speakers.stream()
            .filter(s -> !s.styles().isEmpty())
            .findFirst()
            .orElseThrow(() -> missing(Message.of("engine.anyCharacter"), voice));
    OfferedSpeaker.Style style =
        speaker.style(voice.draft().style()).orElse(speaker.styles().get(0));
    Voice.Parameters moved =
        new Voice.Parameters(
            scales.speed(),
            scales.pitch() + voice.draft().pitch(),
            scales.intonation(),
            scales.volume(),
            scales.pauseScale());
    return new SpeakerStyle(speaker.uuid(), speaker.version(), style.id(), moved);
  }

  private Problem missing(Object what, Voice voice) {
    String known =
        speakers.stream()
            .map(it -> "  " + it.name() + " (" + String.join("、", it.styleNames()) + ")")
            .collect(Collectors.joining("\n"));
    return Problem.failed("engine.noVoice", engine.url(), what, voice.name(), known);
  }
}
