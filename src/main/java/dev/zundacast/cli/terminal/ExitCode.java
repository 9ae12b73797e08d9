package dev.zundacast.cli.terminal;

import dev.zundacast.episode.Problem;

/** The exit codes of every command; nothing else may be given to the system. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  NO_ENGINE(3),
  BAD_INPUT(4),
  /** Some of several inputs failed, the others are done. */
  SOME_FAILED(5),
  /** A check found something. */
  FINDINGS(6),
  /** An engine or the shared store went away: try again, as EX_TEMPFAIL of sysexits.h says. */
  TRY_AGAIN(75),
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** What the process ends with. */
  public int code() {
    return code;
  }

  /** What a command ends with that this problem stopped. */
  public static ExitCode of(Problem problem) {
    return switch (problem.kind()) {
      case FAILED -> FAILED;
      case USAGE -> USAGE;
      case NO_ENGINE -> NO_ENGINE;
      case INPUT -> BAD_INPUT;
      case AWAY -> TRY_AGAIN;
    };
  }
}
