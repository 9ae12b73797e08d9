package dev.zundacast.cli.command;

import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.OfferedSpeaker;
import java.util.ArrayList;
import java.util.List;

/** The characters of voices/ as one engine offers them. */
record VoiceChecks(EngineInfo engine, List<OfferedSpeaker> offered) {
  List<Finding> all(Voices voices) {
    List<Finding> findings = new ArrayList<>();
    for (Voice voice : voices.all()) {
      findings.add(engine.isDraft() ? draft(voice) : offered(voice));
    }
    return findings;
  }

  private static Finding draft(Voice voice) {
    return Finding.note(
        Message.plain(voice.name()),
        Message.of("voiceChecks.draftVoiceStands"),
        Message.of("voiceChecks.episodeListenersNeedsVoicevox"));
  }

  private Finding offered(Voice voice) {
    Message topic = Message.plain(voice.name());
    String wanted = voice.character() + " (" + voice.style() + ")";
    List<OfferedSpeaker.Style> styles =
        offered.stream()
            .filter(speaker -> speaker.name().equals(voice.character()))
            .flatMap(speaker -> speaker.styles().stream())
            .toList();
    if (styles.isEmpty()) {
      return Finding.wrong(
          topic,
          Message.of("voiceChecks.no", engine.title(), voice.character()),
          Message.of(
              "voiceChecks.addCharacterEngineName",
              names(offered.stream().map(OfferedSpeaker::name).toList())));
    }
    for (OfferedSpeaker.Style style : styles) {
      if (style.name().equals(voice.style())) {
        return Finding.fine(topic, Message.of("voiceChecks.style", wanted, style.id()));
      }
    }
    return Finding.wrong(
        topic,
        Message.of("voiceChecks.noStyle", engine.title(), voice.style(), voice.character()),
        Message.of(
            "voiceChecks.nameOneStylesVoice",
            names(styles.stream().map(OfferedSpeaker.Style::name).toList())));
  }

  private static String names(List<String> names) {
    return String.join("、", names);
  }
}
