package dev.zundacast.cli;

import dev.zundacast.episode.Problem;

/** The exit codes of every command; nothing else may be given to the system. */
enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  NO_ENGINE(3),
  BAD_INPUT(4),
  /** Some of several inputs failed, the others are done. */
  SOME_FAILED(5),
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static ExitCode of(Problem problem) {
    return switch (problem.kind()) {
      case FAILED -> FAILED;
      case USAGE -> USAGE;
      case NO_ENGINE -> NO_ENGINE;
      case INPUT -> BAD_INPUT;
    };
  }
}
