package dev.zundacast.cli;

import dev.zundacast.cli.command.BuildCommand;
import dev.zundacast.cli.command.CheckCommand;
import dev.zundacast.cli.command.DemoCommand;
import dev.zundacast.cli.command.DictCommand;
import dev.zundacast.cli.command.DoctorCommand;
import dev.zundacast.cli.command.EngineCommand;
import dev.zundacast.cli.command.FillCommand;
import dev.zundacast.cli.command.InitCommand;
import dev.zundacast.cli.command.ReadCommand;
import dev.zundacast.cli.command.RegenerateCommand;
import dev.zundacast.cli.command.ScriptCommand;
import dev.zundacast.cli.command.StatusCommand;
import dev.zundacast.cli.command.StoreCommand;
import dev.zundacast.cli.command.UndoCommand;
import dev.zundacast.cli.command.VoicesCommand;
import dev.zundacast.cli.language.HelpTexts;
import dev.zundacast.cli.language.Language;
import dev.zundacast.cli.listen.PlayCommand;
import dev.zundacast.cli.listen.StudioCommand;
import dev.zundacast.cli.listen.WatchCommand;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.publish.ArchiveCommand;
import dev.zundacast.cli.publish.FeedCommand;
import dev.zundacast.cli.publish.PublishCommand;
import dev.zundacast.cli.scale.CollectCommand;
import dev.zundacast.cli.scale.PlanCommand;
import dev.zundacast.cli.shell.CompletionCommand;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: arguments to an exit code. */
@Command(
    name = "zundacast",
    description = "Turns a podcast post into its episode.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
public final class Main implements Runnable {
  private static final String HELP = "help";
  private static final String COMPLETION = "completion";

  /** Every command in the order of the help. */
  private static final List<String> COMMANDS =
      List.of(
          "init",
          "build",
          "studio",
          "play",
          "watch",
          "status",
          "script",
          "regenerate",
          "undo",
          "fill",
          "check",
          "read",
          "publish",
          "archive",
          "feed",
          "voices",
          "dict",
          "store",
          "engine",
          "plan",
          "collect",
          "doctor",
          "demo",
          COMPLETION);

  @Spec CommandSpec spec;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Map<String, String> env = System.getenv();
    // Only the launcher can see whether standard error is a terminal.
    boolean animate = "1".equals(env.get("ZUNDACAST_TERMINAL")) && !"dumb".equals(env.get("TERM"));
    // UTF-8 whatever the locale says: scheduled jobs often run in the C locale.
    Terminal terminal =
        new Terminal(
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                ProgramHome.in(env),
                Path.of("").toAbsolutePath(),
                animate)
            .timed();
    int code = run(terminal, args);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }

  /** Runs one command and gives its exit code; tests call this. */
  static int run(Terminal terminal, String... args) {
    List<String> given = new ArrayList<>(List.of(args));
    Language language = Language.asked(given).orElse(terminal.language());
    return run(terminal.speaking(language), asked(given));
  }

  private static int run(Terminal terminal, List<String> given) {
    // Looking through the annotations of all commands takes longer than a short command does.
    String first = given.isEmpty() ? "" : given.get(0);
    CommandLine line = first.equals(COMPLETION) ? line(terminal) : line(terminal, first);
    return line.execute(given.toArray(new String[0]));
  }

  /** {@code help dict add} is another way to write {@code dict add --help}. */
  private static List<String> asked(List<String> args) {
    if (args.isEmpty() || !args.get(0).equals(HELP)) {
      return args;
    }
    List<String> named = new ArrayList<>(args.subList(1, args.size()));
    if (named.isEmpty() || COMMANDS.contains(named.get(0))) {
      named.add("--help");
    }
    return named;
  }

  private static Object command(String name, Terminal terminal) {
    return switch (name) {
      case "init" -> new InitCommand(terminal);
      case "build" -> new BuildCommand(terminal);
      case "studio" -> new StudioCommand(terminal);
      case "play" -> new PlayCommand(terminal);
      case "watch" -> new WatchCommand(terminal);
      case "status" -> new StatusCommand(terminal);
      case "script" -> new ScriptCommand(terminal);
      case "regenerate" -> new RegenerateCommand(terminal);
      case "undo" -> new UndoCommand(terminal);
      case "fill" -> new FillCommand(terminal);
      case "check" -> new CheckCommand(terminal);
      case "read" -> new ReadCommand(terminal);
      case "publish" -> new PublishCommand(terminal);
      case "archive" -> new ArchiveCommand(terminal);
      case "feed" -> new FeedCommand(terminal);
      case "voices" -> new VoicesCommand(terminal);
      case "dict" -> new DictCommand(terminal);
      case "store" -> new StoreCommand(terminal);
      case "engine" -> new EngineCommand(terminal);
      case "plan" -> new PlanCommand(terminal);
      case "collect" -> new CollectCommand(terminal);
      case "doctor" -> new DoctorCommand(terminal);
      case "demo" -> new DemoCommand(terminal);
      case COMPLETION -> new CompletionCommand(terminal);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The command that is named; else none that may be run, and the list of all. */
  private static CommandLine line(Terminal terminal, String named) {
    return COMMANDS.contains(named)
        ? line(terminal, List.of(named), List.of(named))
        : line(terminal, List.of(), COMMANDS);
  }

  /** Every command, wired to one terminal. */
  static CommandLine line(Terminal terminal) {
    return line(terminal, COMMANDS, COMMANDS);
  }

  /**
   * @param runnable commands that may be run
   * @param listed commands of which the list of commands tells
   */
  private static CommandLine line(Terminal terminal, List<String> runnable, List<String> listed) {
    CommandLine line = new CommandLine(new Main());
    for (String name : listed) {
      Object command = command(name, terminal);
      if (runnable.contains(name)) {
        CommandLine whole = new CommandLine(command);
        line.addSubcommand(name, whole);
        HelpPages.complete(whole.getCommandSpec());
      } else {
        String[] does = command.getClass().getAnnotation(Command.class).description();
        line.addSubcommand(name, new CommandLine(described(does)));
      }
    }
    line.addSubcommand(HELP, new CommandLine(described("Shows how a command is used.")));
    HelpTexts.translate(line.getCommandSpec(), terminal.language());
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setUsageHelpAutoWidth(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    Reporter reporter = new Reporter(terminal);
    line.setParameterExceptionHandler((exception, given) -> reporter.misused(exception).code());
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> failed(terminal, exception, command).code());
    return line;
  }

  private static CommandSpec described(String... does) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(does);
    return spec;
  }

  /** A stack trace is shown only to whoever asks for it. */
  private static ExitCode failed(Terminal terminal, Exception exception, CommandLine command) {
    ExitCode code = new Reporter(terminal).say(exception);
    if (GlobalOptions.debug(command)) {
      exception.printStackTrace(terminal.err());
    }
    return code;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** The jar's own version. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"zundacast " + (version == null ? "development" : version)};
    }
  }
}
