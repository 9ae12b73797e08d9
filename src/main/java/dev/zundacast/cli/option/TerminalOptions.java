package dev.zundacast.cli.option;

import dev.zundacast.cli.terminal.Terminal;

/** Options that are understood from where a command is run: its folder and its environment. */
public abstract class TerminalOptions {
  /** Where the command is run; it sets this as the parser sets the options. */
  @SuppressWarnings("NullAway.Init")
  protected Terminal terminal;

  /** Lets the options be understood from there. */
  public final void at(Terminal place) {
    terminal = place;
  }
}
