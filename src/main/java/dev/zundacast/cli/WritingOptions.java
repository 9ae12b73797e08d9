package dev.zundacast.cli;

import dev.zundacast.episode.Problem;
import dev.zundacast.script.ScriptOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a script is written. */
final class WritingOptions {
  @Option(
      names = "--style",
      paramLabel = "NAME",
      description = "Way of speaking: as-written, nanoda, dayo, desuwa (else the voice's own).")
  @Nullable String style;

  @Option(
      names = "--max-sentences",
      paramLabel = "N",
      description = "Most sentences of one article; 11 gives a show of about eight minutes.")
  @Nullable Integer maxSentences;

  /** What is set, with what was asked for on the command line put in. */
  ScriptOptions over(ScriptOptions set) {
    ScriptOptions options = set;
    if (style != null) {
      options = options.withStyle(style);
    }
    if (maxSentences != null) {
      if (maxSentences < 1) {
        throw Problem.of(
            Problem.Kind.USAGE, "--max-sentences " + maxSentences + ": expected 1 or more");
      }
      options = options.withMaxSentences(maxSentences);
    }
    return options;
  }
}
