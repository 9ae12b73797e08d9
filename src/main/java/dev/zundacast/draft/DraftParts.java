package dev.zundacast.draft;

import dev.zundacast.draft.api.Narrator;
import dev.zundacast.draft.speech.VoiceFile;
import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The programs, the dictionary and the voice that the draft engine is made of. */
record DraftParts(Path openJTalk, Path htsEngine, Path dictionary, Narrator narrator) {
  /** What a missing voice is called. */
  static final String VOICE = "a voice (.htsvoice)";

  /** Finds all parts, or says what is missing and how to get it. */
  static DraftParts find(DraftHome home) throws IOException {
    List<String> missing = missing(home);
    if (!missing.isEmpty()) {
      throw Problem.of(
          Problem.Kind.NO_ENGINE,
          "the draft engine lacks "
              + String.join(", ", missing)
              + "; run: zundacast engine install");
    }
    return new DraftParts(
        home.openJTalk().orElseThrow(),
        home.htsEngine().orElseThrow(),
        home.dictionary().orElseThrow(),
        narrator(home).orElseThrow());
  }

  /** What is not there, in words for people. */
  static List<String> missing(DraftHome home) throws IOException {
    List<String> missing = new ArrayList<>();
    if (home.openJTalk().isEmpty()) {
      missing.add("the program open_jtalk");
    }
    if (home.htsEngine().isEmpty()) {
      missing.add("the program hts_engine");
    }
    if (home.dictionary().isEmpty()) {
      missing.add("the dictionary of Open JTalk");
    }
    if (narrator(home).isEmpty()) {
      missing.add(VOICE);
    }
    return missing;
  }

  private static Optional<Narrator> narrator(DraftHome home) throws IOException {
    for (Path place : home.voicePlaces()) {
      List<Path> files = voiceFiles(place);
      List<VoiceFile> voices = new ArrayList<>();
      for (Path file : files) {
        voices.add(VoiceFile.read(file));
      }
      if (!voices.isEmpty()) {
        return Optional.of(Narrator.of(voices));
      }
    }
    return Optional.empty();
  }

  private static List<Path> voiceFiles(Path place) throws IOException {
    if (!Files.exists(place)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(place, 3)) {
      return files
          .filter(file -> file.toString().endsWith(".htsvoice") && Files.isRegularFile(file))
          .sorted()
          .toList();
    }
  }
}
