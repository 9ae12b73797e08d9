package dev.zundacast.cli.command;

import dev.zundacast.cli.terminal.ExitCode;
import picocli.AutoComplete;
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
    String bash = AutoComplete.bash(PROGRAM, spec.root().commandLine());
    terminal.out().print(shell == Shell.ZSH ? zsh(bash) : bash);
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
