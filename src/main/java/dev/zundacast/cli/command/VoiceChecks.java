package dev.zundacast.cli.command;

import dev.zundacast.episode.Voice;
import dev.zundacast.message.Message;
import dev.zundacast.voice.EngineInfo;
import dev.zundacast.voice.OfferedSpeaker;
import java.util.List;

/** The characters of voices/ as one engine offers them. */
record VoiceChecks(EngineInfo engine, List<OfferedSpeaker> offered) {
  Finding of(Voice voice) {
    if (engine.isDraft()) {
      return Finding.note(voice.name(), Message.of("doctor.voice.draft"));
    }
    String wanted = voice.character() + " (" + voice.style() + ")";
    List<OfferedSpeaker.Style> styles =
        offered.stream()
            .filter(speaker -> speaker.name().equals(voice.character()))
            .flatMap(speaker -> speaker.styles().stream())
            .toList();
    if (styles.isEmpty()) {
      return Finding.wrong(
          voice.name(),
          Message.of(
              "doctor.voice.none",
              engine.title(),
              voice.character(),
              names(offered.stream().map(OfferedSpeaker::name).toList())));
    }
    for (OfferedSpeaker.Style style : styles) {
      if (style.name().equals(voice.style())) {
        return Finding.fine(voice.name(), Message.of("doctor.voice.found", wanted, style.id()));
      }
    }
    return Finding.wrong(
        voice.name(),
        Message.of(
            "doctor.voice.noStyle",
            engine.title(),
            voice.style(),
            voice.character(),
            names(styles.stream().map(OfferedSpeaker.Style::name).toList())));
  }

  private static String names(List<String> names) {
    return String.join("、", names);
  }
}
