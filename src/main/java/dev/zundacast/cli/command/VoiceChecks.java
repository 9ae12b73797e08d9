package dev.zundacast.cli.command;

import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
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
        voice.name(),
        "the draft voice stands in",
        "an episode for listeners needs VOICEVOX; name it with --engine URL");
  }

  private Finding offered(Voice voice) {
    String wanted = voice.character() + " (" + voice.style() + ")";
    List<OfferedSpeaker.Style> styles =
        offered.stream()
            .filter(speaker -> speaker.name().equals(voice.character()))
            .flatMap(speaker -> speaker.styles().stream())
            .toList();
    if (styles.isEmpty()) {
      return Finding.wrong(
          voice.name(),
          engine.title() + " has no " + voice.character(),
          "add the character to the engine, or name another one in the voice file; there are: "
              + names(offered.stream().map(OfferedSpeaker::name).toList()));
    }
    return styles.stream()
        .filter(style -> style.name().equals(voice.style()))
        .findFirst()
        .map(style -> Finding.fine(voice.name(), wanted + " is style " + style.id()))
        .orElseGet(
            () ->
                Finding.wrong(
                    voice.name(),
                    engine.title() + " has no style " + voice.style() + " of " + voice.character(),
                    "name one of its styles in the voice file: "
                        + names(styles.stream().map(OfferedSpeaker.Style::name).toList())));
  }

  private static String names(List<String> names) {
    return String.join("、", names);
  }
}
