package dev.zundacast.cli;

import dev.zundacast.cli.command.ArchiveCommand;
import dev.zundacast.cli.command.BuildCommand;
import dev.zundacast.cli.command.CheckCommand;
import dev.zundacast.cli.command.CollectCommand;
import dev.zundacast.cli.command.CompletionCommand;
import dev.zundacast.cli.command.DemoCommand;
import dev.zundacast.cli.command.DictCommand;
import dev.zundacast.cli.command.DoctorCommand;
import dev.zundacast.cli.command.EngineCommand;
import dev.zundacast.cli.command.ExportCommand;
import dev.zundacast.cli.command.FeedCommand;
import dev.zundacast.cli.command.FillCommand;
import dev.zundacast.cli.command.InitCommand;
import dev.zundacast.cli.command.ProgramCommand;
import dev.zundacast.cli.command.PublishCommand;
import dev.zundacast.cli.command.ReadCommand;
import dev.zundacast.cli.command.RegenerateCommand;
import dev.zundacast.cli.command.ScriptCommand;
import dev.zundacast.cli.command.StatusCommand;
import dev.zundacast.cli.command.StoreCommand;
import dev.zundacast.cli.command.UndoCommand;
import dev.zundacast.cli.command.VoicesCommand;
import dev.zundacast.cli.listen.PlayCommand;
import dev.zundacast.cli.listen.StudioCommand;
import dev.zundacast.cli.listen.WatchCommand;
import dev.zundacast.cli.option.GlobalOptions;
import dev.zundacast.cli.terminal.ExitCode;
import dev.zundacast.cli.terminal.Language;
import dev.zundacast.cli.terminal.Reporter;
import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.episode.Problem;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The program: arguments to an exit code. Looking through the annotations of all commands takes
 * longer than a short command does, so only the one that is named is looked at.
 */
public final class Main implements Runnable {
  private static final String HELP = "help";
  private static final String COMPLETION = "completion";

  /** The commands in the order of the help. */
  private static final List<String> COMMANDS =
      List.of(
          ("init build studio play watch status script regenerate undo export fill check read"
                  + " publish archive feed voices dict store engine collect doctor demo completion")
              .split(" "));

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

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
    try {
      Optional<Locale> language = Language.asked(given);
      return run(language.map(terminal::speaking).orElse(terminal), asked(given));
    } catch (Problem noLanguage) {
      return new Reporter(terminal).say(noLanguage).code();
    }
  }

  private static int run(Terminal terminal, List<String> given) {
    String first = given.isEmpty() ? "" : given.get(0);
    // The command that is named; else none that may be run, and the list of all.
    CommandLine line =
        first.equals(COMPLETION)
            ? line(terminal)
            : COMMANDS.contains(first)
                ? line(terminal, List.of(first), List.of(first))
                : line(terminal, List.of(), COMMANDS);
    boolean known = first.isEmpty() || first.startsWith("-") || first.equals(HELP);
    // --help behind a command that is none would be answered with the help of all.
    return known || COMMANDS.contains(first)
        ? line.execute(given.toArray(new String[0]))
        : line.execute(first);
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

  private static ProgramCommand command(String name) {
    return switch (name) {
      case "init" -> new InitCommand();
      case "build" -> new BuildCommand();
      case "studio" -> new StudioCommand();
      case "play" -> new PlayCommand();
      case "watch" -> new WatchCommand();
      case "status" -> new StatusCommand();
      case "script" -> new ScriptCommand();
      case "regenerate" -> new RegenerateCommand();
      case "undo" -> new UndoCommand();
      case "export" -> new ExportCommand();
      case "fill" -> new FillCommand();
      case "check" -> new CheckCommand();
      case "read" -> new ReadCommand();
      case "publish" -> new PublishCommand();
      case "archive" -> new ArchiveCommand();
      case "feed" -> new FeedCommand();
      case "voices" -> new VoicesCommand();
      case "dict" -> new DictCommand();
      case "store" -> new StoreCommand();
      case "engine" -> new EngineCommand();
      case "collect" -> new CollectCommand();
      case "doctor" -> new DoctorCommand();
      case "demo" -> new DemoCommand();
      case COMPLETION -> new CompletionCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Every command, wired to one terminal, with its help. */
  static CommandLine line(Terminal terminal) {
    CommandLine line = line(terminal, COMMANDS, COMMANDS);
    completeAll(line, terminal);
    return line;
  }

  private static void completeAll(CommandLine line, Terminal terminal) {
    HelpPages.complete(line.getCommandSpec(), terminal.language());
    line.getSubcommands().values().forEach(each -> completeAll(each, terminal));
  }

  /**
   * @param runnable commands that may be run
   * @param listed commands of which the list of commands tells
   */
  private static CommandLine line(Terminal terminal, List<String> runnable, List<String> listed) {
    CommandLine line = new CommandLine(new Main().program());
    for (String name : listed) {
      line.addSubcommand(name, runnable.contains(name) ? command(name, terminal) : listed());
    }
    line.addSubcommand(HELP, listed());
    // Most runs show none.
    line.setHelpFactory(
        (shown, colours) -> {
          HelpPages.complete(shown, terminal.language());
          return new Help(shown, colours);
        });
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setColorScheme(Help.defaultColorScheme(terminal.colour() ? Help.Ansi.ON : Help.Ansi.OFF));
    line.setUsageHelpAutoWidth(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    Reporter reporter = new Reporter(terminal);
    line.setParameterExceptionHandler((exception, given) -> reporter.misused(exception).code());
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          ExitCode code = reporter.say(exception);
          // A stack trace is shown only to whoever asks for it.
          if (GlobalOptions.debug(command)) {
            exception.printStackTrace(terminal.err());
          }
          return code.code();
        });
    return line;
  }

  private CommandSpec program() {
    spec.name("zundacast").versionProvider(Main::version);
    spec.usageMessage().synopsisSubcommandLabel("COMMAND");
    return spec.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).build())
        .addOption(OptionSpec.builder("-V", "--version").versionHelp(true).build());
  }

  private static CommandLine command(String name, Terminal terminal) {
    CommandLine command = command(name).at(terminal);
    HelpPages.removeMeaningless(command.getCommandSpec());
    return command;
  }

  /** One of which only the list of commands tells. */
  private static CommandLine listed() {
    return new CommandLine(CommandSpec.create());
  }

  @Override
  public void run() {
    throw new ProgramCommand.Incomplete(spec, "cli.command");
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  private static String[] version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return new String[] {"zundacast " + (version == null ? "development" : version)};
  }
}
