package dev.zundacast.voice;

import dev.zundacast.episode.Problem;
import java.util.List;

/** Refuses engines that would speak the same line differently, and says where they differ. */
final class Alike {
  private static final String NEXT = " or allow the mixture with --allow-mixed.";

  private Alike() {}

  /** The engines' brands and versions are the same. */
  static void requireSameVersion(List<PoolEngine> engines) {
    EngineInfo first = engines.get(0).info();
    for (PoolEngine engine : engines) {
      if (!engine.info().speaksLike(first)) {
        throw Problem.of(
            Problem.Kind.FAILED,
            "the engines differ and would speak the same line differently: "
                + at(first)
                + ", "
                + at(engine.info())
                + "\nTake engines of one version,"
                + NEXT);
      }
    }
  }

  private static String at(EngineInfo info) {
    return info.title() + " at " + info.url();
  }

  /** The same entries of the dictionaries touch the run's lines. */
  static void requireSameWords(List<PoolEngine> engines, RunSetting setting) {
    PoolEngine first = engines.get(0);
    EngineWords words = setting.expectedWords(first);
    for (PoolEngine engine : engines.subList(1, engines.size())) {
      EngineWords others = setting.expectedWords(engine);
      for (String text : setting.wanted().texts()) {
        List<String> here = words.touching(text);
        List<String> there = others.touching(text);
        if (!here.equals(there)) {
          throw Problem.of(
              Problem.Kind.FAILED,
              "the user dictionaries of the engines differ for '"
                  + text
                  + "': "
                  + first.info().url()
                  + " has "
                  + shown(here)
                  + ", "
                  + engine.info().url()
                  + " has "
                  + shown(there)
                  + "\nGive both engines the same words,"
                  + NEXT);
        }
      }
    }
  }

  private static String shown(List<String> entries) {
    if (entries.isEmpty()) {
      return "nothing";
    }
    List<String> words =
        entries.stream()
            .map(entry -> entry.split("\t"))
            .map(fields -> fields[0] + "=" + fields[1] + "/" + fields[2])
            .toList();
    return String.join("、", words);
  }
}
