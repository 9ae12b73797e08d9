package dev.zundacast.cli;

import dev.zundacast.cli.command.BuildCommand;
import dev.zundacast.cli.command.CheckCommand;
import dev.zundacast.cli.command.CollectCommand;
import dev.zundacast.cli.command.CompletionCommand;
import dev.zundacast.cli.command.DemoCommand;
import dev.zundacast.cli.command.DictCommand;
import dev.zundacast.cli.command.DoctorCommand;
import dev.zundacast.cli.command.EngineCommand;
import dev.zundacast.cli.command.ExportCommand;
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
import dev.zundacast.cli.terminal.ExitCode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
  private static final Map<String, Function<Terminal, Object>> COMMANDS = commands();

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
    try {
      Optional<Language> language = Language.asked(given);
      return run(language.map(terminal::speaking).orElse(terminal), asked(given));
    } catch (Problem noLanguage) {
      return new Reporter(terminal).say(noLanguage).code();
    }
  }

  private static int run(Terminal terminal, List<String> given) {
    // Looking through the annotations of all commands takes longer than a short command does.
    String first = given.isEmpty() ? "" : given.get(0);
    CommandLine line = first.equals(COMPLETION) ? line(terminal) : line(terminal, first);
    boolean known = first.isEmpty() || first.startsWith("-") || first.equals(HELP);
    // --help behind a command that is none would be answered with the help of all.
    return known || COMMANDS.containsKey(first)
        ? line.execute(given.toArray(new String[0]))
        : line.execute(first);
  }

  /** {@code help dict add} is another way to write {@code dict add --help}. */
  private static List<String> asked(List<String> args) {
    if (args.isEmpty() || !args.get(0).equals(HELP)) {
      return args;
    }
    List<String> named = new ArrayList<>(args.subList(1, args.size()));
    if (named.isEmpty() || COMMANDS.containsKey(named.get(0))) {
      named.add("--help");
    }
    return named;
  }

  /** Every command in the order of the help. */
  private static Map<String, Function<Terminal, Object>> commands() {
    Map<String, Function<Terminal, Object>> commands = new LinkedHashMap<>();
    commands.put("init", InitCommand::new);
    commands.put("build", BuildCommand::new);
    commands.put("studio", StudioCommand::new);
    commands.put("play", PlayCommand::new);
    commands.put("watch", WatchCommand::new);
    commands.put("status", StatusCommand::new);
    commands.put("script", ScriptCommand::new);
    commands.put("regenerate", RegenerateCommand::new);
    commands.put("undo", UndoCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("fill", FillCommand::new);
    commands.put("check", CheckCommand::new);
    commands.put("read", ReadCommand::new);
    commands.put("publish", PublishCommand::new);
    commands.put("archive", ArchiveCommand::new);
    commands.put("feed", FeedCommand::new);
    commands.put("voices", VoicesCommand::new);
    commands.put("dict", DictCommand::new);
    commands.put("store", StoreCommand::new);
    commands.put("engine", EngineCommand::new);
    commands.put("collect", CollectCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("demo", DemoCommand::new);
    commands.put(COMPLETION, CompletionCommand::new);
    return commands;
  }

  /** The command that is named; else none that may be run, and the list of all. */
  private static CommandLine line(Terminal terminal, String named) {
    return COMMANDS.containsKey(named)
        ? line(terminal, List.of(named), List.of(named))
        : line(terminal, List.of(), List.copyOf(COMMANDS.keySet()));
  }

  /** Every command, wired to one terminal. */
  static CommandLine line(Terminal terminal) {
    List<String> all = List.copyOf(COMMANDS.keySet());
    return line(terminal, all, all);
  }

  /**
   * @param runnable commands that may be run
   * @param listed commands of which the list of commands tells
   */
  private static CommandLine line(Terminal terminal, List<String> runnable, List<String> listed) {
    CommandLine line = new CommandLine(new Main());
    for (String name : listed) {
      Object command = Objects.requireNonNull(COMMANDS.get(name)).apply(terminal);
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
