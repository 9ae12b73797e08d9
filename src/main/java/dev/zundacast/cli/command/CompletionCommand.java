package dev.zundacast.cli.command;

import dev.zundacast.cli.terminal.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code completion bash|zsh}: the script by which a shell completes this program's words. */
@Command(name = "completion")
public final class CompletionCommand extends ProgramCommand {
  private static final String PROGRAM = "zundacast";

  @Parameters(paramLabel = "SHELL")
  Shell shell = Shell.BASH;

  enum Shell {
    BASH,
    ZSH
  }

  @Override
  protected ExitCode run() {
    CommandLine program = spec.root().commandLine();
    terminal
        .out()
        .print(
            switch (shell) {
              case BASH -> AutoComplete.bash(PROGRAM, program);
              case ZSH -> zsh(AutoComplete.bash(PROGRAM, program));
            });
    return ExitCode.DONE;
  }

  /** zsh runs the file as a function when the first word is completed, by its own bash support. */
  private static String zsh(String bash) {
    return "#compdef "
        + PROGRAM
        + "\n"
        + bash
        + "\n[ \"${funcstack[1]}\" = _zundacast ] && _bash_complete -o default -F"
        + " _complete_zundacast\n";
  }
}
