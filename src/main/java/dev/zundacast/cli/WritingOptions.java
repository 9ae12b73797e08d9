package dev.zundacast.cli;

import dev.zundacast.episode.Problem;
import dev.zundacast.script.ScriptOptions;
import picocli.CommandLine.Model.CommandSpec;

/** How a script is written. */
final class WritingOptions implements Options {
  private final Value<String> style =
      Value.option(
          "--style",
          "NAME",
          String.class,
          "Way of speaking: as-written, nanoda, dayo, desuwa (else the voice's own).");

  private final Value<Integer> maxSentences =
      Value.option(
          "--max-sentences",
          "N",
          Integer.class,
          "Most sentences of one article, however long the episode gets.");

  private final Value<Double> minutes =
      Value.option(
          "--minutes",
          "N",
          Double.class,
          "How long the episode may be (usually 8); 0 says everything.");

  @Override
  public void addTo(CommandSpec command) {
    style.addTo(command);
    maxSentences.addTo(command);
    minutes.addTo(command);
  }

  /** What is set, with what was asked for on the command line put in. */
  ScriptOptions over(ScriptOptions set) {
    ScriptOptions options = set;
    if (style.get().isPresent()) {
      options = options.withStyle(style.value());
    }
    if (maxSentences.get().isPresent()) {
      int most = maxSentences.value();
      if (most < 1) {
        throw Problem.of(Problem.Kind.USAGE, "--max-sentences " + most + ": expected 1 or more");
      }
      options = options.withMaxSentences(most);
    }
    if (minutes.get().isPresent()) {
      double length = minutes.value();
      if (!(length >= 0)) {
        throw Problem.of(Problem.Kind.USAGE, "--minutes " + length + ": expected 0 or more");
      }
      options = options.withMinutes(length);
    }
    return options;
  }
}
