package dev.zundacast.cli.option;

import dev.zundacast.episode.Problem;
import dev.zundacast.script.ScriptOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a script is written. */
public final class WritingOptions {
  @Option(
      names = "--style",
      paramLabel = "NAME",
      description = "Way of speaking: as-written, nanoda, dayo, desuwa (else the voice's own).")
  Optional<String> style = Optional.empty();

  @Option(
      names = "--max-sentences",
      paramLabel = "N",
      description = "Most sentences of one article; 11 gives a show of about eight minutes.")
  Optional<Integer> maxSentences = Optional.empty();

  /** The site's settings, with what was asked for on the command line in their place. */
  public ScriptOptions over(ScriptOptions settings) {
    ScriptOptions styled = style.map(settings::withStyle).orElse(settings);
    return maxSentences.map(most -> styled.withMaxSentences(positive(most))).orElse(styled);
  }

  private static int positive(int most) {
    if (most < 1) {
      throw Problem.of(Problem.Kind.USAGE, "--max-sentences " + most + ": expected 1 or more");
    }
    return most;
  }
}
