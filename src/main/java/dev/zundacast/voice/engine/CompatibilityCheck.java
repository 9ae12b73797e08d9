package dev.zundacast.voice.engine;

import dev.zundacast.episode.Problem;
import dev.zundacast.voice.EngineInfo;
import java.util.List;

/** Refuses engines that would speak the same line differently, and says where they differ. */
public final class CompatibilityCheck {
  private CompatibilityCheck() {}

  /** The engines' brands and versions are the same. */
  public static void requireSameVersion(List<Engine> engines) {
    EngineInfo first = engines.get(0).info();
    for (Engine engine : engines) {
      if (!engine.info().isSameVersion(first)) {
        throw Problem.failed("engine.otherVersions", at(first), at(engine.info()));
      }
    }
  }

  private static String at(EngineInfo info) {
    return info.title() + " at " + info.url();
  }

  /** The same entries of the dictionaries touch the texts of a run. */
  public static void requireSameWords(List<Engine> engines, EngineDictionary.Required required) {
    Engine first = engines.get(0);
    EngineDictionary words = first.words().expected(required);
    for (Engine engine : engines.subList(1, engines.size())) {
      EngineDictionary others = engine.words().expected(required);
      for (String text : required.texts()) {
        if (!words.touching(text).equals(others.touching(text))) {
          throw Problem.failed(
              "engine.otherDictionaries",
              text,
              at(first, words, text) + ", " + at(engine, others, text));
        }
      }
    }
  }

  private static String at(Engine engine, EngineDictionary dictionary, String text) {
    List<String> words =
        dictionary.touching(text).stream()
            .map(entry -> entry.split("\t"))
            .map(fields -> fields[0] + "=" + fields[1] + "/" + fields[2])
            .toList();
    return engine.info().url() + " has " + (words.isEmpty() ? "nothing" : String.join("、", words));
  }
}
