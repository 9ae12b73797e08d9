package dev.zundacast.pipeline;

import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.reading.Readings;
import dev.zundacast.voice.store.StoredClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All scripts of a workspace to what their lines say, which tells the clips still in use. */
public final class SpokenTexts {
  private final Set<String> said;

  private SpokenTexts(Set<String> said) {
    this.said = said;
  }

  /**
   * Reads every script.
   *
   * @throws dev.zundacast.episode.Problem when one cannot be read: its clips would count as unused
   */
  public static SpokenTexts of(Stages stages) throws IOException {
    Readings readings = stages.readings();
    Set<String> said = new HashSet<>();
    for (Path file : scripts(stages.workspace().scripts())) {
      Script script = stages.scripts().read(file);
      script
          .lines()
          .map(line -> readings.read(line, stages.voice(line, script)))
          .forEach(line -> said.add(key(line)));
    }
    return new SpokenTexts(said);
  }

  private static List<Path> scripts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(SpokenTexts::isScript).sorted().toList();
    }
  }

  private static boolean isScript(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".txt") && !name.startsWith(".");
  }

  private static String key(SpokenLine line) {
    return line.voice().name() + "\t" + line.spoken();
  }

  /** Whether a line of a script says this, in the same voice. */
  public boolean use(StoredClip clip) {
    return said.contains(clip.speaker() + "\t" + clip.text());
  }
}
