package dev.zundacast.cli.option;

import dev.zundacast.episode.Problem;
import dev.zundacast.script.ScriptOptions;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a script is written. */
public final class WritingOptions {
  private static final int MOST_MINUTES = 600;

  @Option(names = "--style", paramLabel = "NAME")
  Optional<String> style = Optional.empty();

  @Option(names = "--max-sentences", paramLabel = "N")
  Optional<Integer> maxSentences = Optional.empty();

  @Option(names = "--minutes", paramLabel = "N")
  Optional<Double> minutes = Optional.empty();

  /** The site's settings, with what was asked for on the command line in their place. */
  public ScriptOptions over(ScriptOptions settings) {
    if (maxSentences.orElse(1) < 1) {
      throw Problem.usage("script.maxSentences", maxSentences.get());
    }
    double length = minutes.orElse(0.0);
    if (!(length >= 0 && length <= MOST_MINUTES)) {
      throw Problem.usage("script.minutes", length, MOST_MINUTES);
    }
    return settings.with(style, maxSentences, minutes);
  }
}
