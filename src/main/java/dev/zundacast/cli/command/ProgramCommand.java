package dev.zundacast.cli.command;

import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.option.TerminalOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command of the program: where it is run, what every command takes, and what it does. */
public abstract class ProgramCommand implements Callable<Integer> {
  /** Where it is run; {@link #at} sets it, as the parser sets the options. */
  @SuppressWarnings("NullAway.Init")
  protected Terminal terminal;

  protected final GlobalOptions global = new GlobalOptions();

  @CommandLine.Spec
  @SuppressWarnings("NullAway.Init")
  protected CommandSpec spec;

  /** The command as it is run at this terminal, with what every command takes behind its own. */
  public final CommandLine at(Terminal place) {
    terminal = place;
    CommandLine line = new CommandLine(this);
    addCommon(line.getCommandSpec());
    place(line.getCommandSpec());
    return line;
  }

  /** Lets the command take, behind its own options, those that others take too. */
  void addCommon(CommandSpec options) {
    global.addTo(options);
  }

  private void place(CommandSpec options) {
    if (options.userObject() instanceof TerminalOptions placed) {
      placed.at(terminal);
    }
    options.mixins().values().forEach(this::place);
    options.subcommands().values().forEach(below -> place(below.getCommandSpec()));
  }

  @Override
  public final Integer call() throws IOException {
    return run().code();
  }

  /** Does the work, which is done by those below it where a command has such. */
  protected ExitCode run() throws IOException {
    throw new Incomplete(spec, "cli.command." + spec.name());
  }

  /** Where its results go, as JSON where programs read them. */
  protected final Terminal.Output output(boolean json) {
    return new Terminal.Output(terminal, json, global.quiet());
  }

  /** One of the commands below another one has to be named. */
  public static final class Incomplete extends CommandLine.ParameterException
      implements Message.Told {
    private static final long serialVersionUID = 1;

    private final transient Message said;

    /** What is to be named. */
    public Incomplete(CommandSpec spec, String key) {
      super(spec.commandLine(), key);
      said = Message.of(key);
    }

    @Override
    public Message said() {
      return said;
    }
  }

  /** Options of a command's mixins that mean nothing to it: they are taken out of the command. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  public @interface WithoutOptions {
    /** The options' names, as {@code --out}. */
    String[] value();
  }
}
