package dev.zundacast.cli.scale;

import dev.zundacast.episode.Clip;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.voice.ClipListener;
import dev.zundacast.voice.EnginePool;
import dev.zundacast.voice.SpeakOptions;
import dev.zundacast.voice.store.ClipStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How many seconds of speech one engine makes in a second.
 *
 * @param factor the figure
 * @param origin where it comes from, for people
 */
record EngineSpeed(double factor, String origin) {
  /** VOICEVOX ENGINE on one CPU: 1,164 hours of speech in 175. */
  static final EngineSpeed USUAL = new EngineSpeed(6.65, "usual for VOICEVOX on a CPU");

  /** Measures it by having these lines spoken, of which nothing is kept. */
  static EngineSpeed measured(EnginePool pool, List<SpokenLine> lines) throws IOException {
    Path folder = Files.createTempDirectory("zundacast-plan");
    try {
      ClipStore store = ClipStore.open(folder);
      // The first line of a style has the engine load it.
      pool.plan(lines.subList(0, 1), SpeakOptions.USUAL).speak(store, ClipListener.NONE);
      List<SpokenLine> others = lines.subList(1, lines.size());
      long begun = System.nanoTime();
      List<Clip> clips = pool.plan(others, SpeakOptions.USUAL).speak(store, ClipListener.NONE);
      double took = (System.nanoTime() - begun) / 1e9;
      double speech =
          clips.stream().mapToDouble(it -> it.samples() / (double) it.sampleRate()).sum();
      double factor = speech / took / pool.infos().size();
      return new EngineSpeed(factor, "measured, " + pool.info().title());
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
