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
    ScriptOptions styled = style.map(settings::withStyle).orElse(settings);
    ScriptOptions counted =
        maxSentences.map(most -> styled.withMaxSentences(positive(most))).orElse(styled);
    return minutes.map(length -> counted.withMinutes(length(length))).orElse(counted);
  }

  private static double length(double minutes) {
    if (!(minutes >= 0 && minutes <= MOST_MINUTES)) {
      throw Problem.usage("writing.minutesExpected", minutes, MOST_MINUTES);
    }
    return minutes;
  }

  private static int positive(int most) {
    if (most < 1) {
      throw Problem.usage("writing.maxSentencesExpectedMore", most);
    }
    return most;
  }
}
