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
import dev.zundacast.cli.command.ProgramCommand;
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
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/**
 * The program: arguments to an exit code. Looking through the annotations of all commands takes
 * longer than a short command does, so only the one that is named is looked at.
 */
public final class Main implements Runnable {
  private static final String HELP = "help";
  private static final String COMPLETION = "completion";
  private static final Map<String, Offer> COMMANDS = commands();

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

  private Main() {}

  /**
   * A command that the program has.
   *
   * @param summary what the list of commands says of it, with which its own page begins
   */
  private record Offer(String summary, Supplier<ProgramCommand> making) {}

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
  private static Map<String, Offer> commands() {
    Map<String, Offer> commands = new LinkedHashMap<>();
    commands.put(
        "init",
        new Offer(
            "Looks at a site, says what it found, and writes zundacast.yaml into it.",
            InitCommand::new));
    commands.put(
        "build",
        new Offer(
            "Post to script, MP3, tags, transcripts, and the two values in the post.",
            BuildCommand::new));
    commands.put(
        "studio",
        new Offer(
            "Opens a page on this machine on which episodes are heard, mended and built.",
            StudioCommand::new));
    commands.put(
        "play",
        new Offer(
            "Plays an episode, or lines of its script, through this machine's player.",
            PlayCommand::new));
    commands.put(
        "watch",
        new Offer(
            "Builds an episode whenever its post, its script or a reading is saved, and plays the"
                + " lines that changed.",
            WatchCommand::new));
    commands.put(
        "status",
        new Offer(
            "Which posts have no episode, which are stale, and what waits for a decision.",
            StatusCommand::new));
    commands.put(
        "script",
        new Offer(
            "Writes the script of each post, in the character's way of speaking.",
            ScriptCommand::new));
    commands.put(
        "regenerate",
        new Offer(
            "Speaks one or more lines again and puts the MP3 together anew.",
            RegenerateCommand::new));
    commands.put(
        "undo",
        new Offer(
            "Takes back the last change that a command made to the script of a post, and shows it.",
            UndoCommand::new));
    commands.put(
        "export", new Offer("Writes an episode's script for another program.", ExportCommand::new));
    commands.put(
        "fill",
        new Offer(
            "Puts audio_file_size and duration into posts whose audio is there.",
            FillCommand::new));
    commands.put(
        "check", new Offer("Looks for what should not be published as it is.", CheckCommand::new));
    commands.put(
        "read", new Offer("Shows what an engine would be sent for a text.", ReadCommand::new));
    commands.put(
        "publish",
        new Offer(
            "Runs the commands that publish: in zundacast.yaml lists, in their order, once an"
                + " episode.",
            PublishCommand::new));
    commands.put(
        "archive",
        new Offer(
            "Moves the MP3s of old posts to where the command of archive: in zundacast.yaml uploads"
                + " them.",
            ArchiveCommand::new));
    commands.put(
        "feed",
        new Offer(
            "Checks a built feed, and writes what a Jekyll site includes into its own.",
            FeedCommand::new));
    commands.put(
        "voices",
        new Offer(
            "Lists the characters of voices/ and who speaks for them at the engine.",
            VoicesCommand::new));
    commands.put(
        "dict",
        new Offer(
            "Keeps the show's reading list, and shows what a word changes.", DictCommand::new));
    commands.put(
        "store",
        new Offer(
            "The store of finished clips: how large it is, what can go, what is damaged.",
            StoreCommand::new));
    commands.put(
        "engine",
        new Offer(
            "The built-in draft engine, and installed engines without their windows.",
            EngineCommand::new));
    commands.put(
        "collect",
        new Offer(
            "After the shards: puts the two values of the episodes that are there into their posts,"
                + " and names those that are not.",
            CollectCommand::new));
    commands.put(
        "doctor",
        new Offer(
            "Whether all that a build needs is there, and how to mend what is not.",
            DoctorCommand::new));
    commands.put(
        "demo",
        new Offer(
            "Sets up the draft engine and builds the example episode with it.", DemoCommand::new));
    commands.put(
        COMPLETION,
        new Offer(
            "Prints a script that completes commands and options in a shell.",
            CompletionCommand::new));
    return commands;
  }

  /** The command that is named; else none that may be run, and the list of all. */
  private static CommandLine line(Terminal terminal, String named) {
    return COMMANDS.containsKey(named)
        ? line(terminal, List.of(named), List.of(named))
        : line(terminal, List.of(), List.copyOf(COMMANDS.keySet()));
  }

  /** Every command, wired to one terminal, with its help. */
  static CommandLine line(Terminal terminal) {
    List<String> all = List.copyOf(COMMANDS.keySet());
    CommandLine line = line(terminal, all, all);
    completeAll(line, terminal);
    return line;
  }

  private static void completeAll(CommandLine line, Terminal terminal) {
    complete(line.getCommandSpec(), terminal);
    line.getSubcommands().values().forEach(each -> completeAll(each, terminal));
  }

  /**
   * @param runnable commands that may be run
   * @param listed commands of which the list of commands tells
   */
  private static CommandLine line(Terminal terminal, List<String> runnable, List<String> listed) {
    CommandLine line = new CommandLine(new Main().program());
    for (String name : listed) {
      Offer offer = Objects.requireNonNull(COMMANDS.get(name));
      line.addSubcommand(
          name,
          runnable.contains(name)
              ? command(offer, terminal)
              : new CommandLine(described(offer.summary())));
    }
    line.addSubcommand(HELP, new CommandLine(described("Shows how a command is used.")));
    // Most runs show none.
    line.setHelpFactory(
        (shown, colours) -> {
          complete(shown, terminal);
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
        (exception, command, parsed) -> failed(terminal, exception, command).code());
    return line;
  }

  private CommandSpec program() {
    spec.name("zundacast").versionProvider(new Version());
    spec.usageMessage()
        .description("Turns a podcast post into its episode.")
        .synopsisSubcommandLabel("COMMAND");
    return spec.addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }

  private static CommandLine command(Offer offer, Terminal terminal) {
    CommandLine command = offer.making().get().at(terminal);
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    List<String> description = new ArrayList<>(List.of(offer.summary()));
    description.addAll(List.of(usage.description()));
    usage.description(description.toArray(new String[0]));
    HelpPages.removeMeaningless(command.getCommandSpec());
    return command;
  }

  private static CommandSpec described(String does) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(does);
    return spec;
  }

  /** Completes a command's help; the program's own and what is only listed have no page. */
  private static void complete(CommandSpec spec, Terminal terminal) {
    if (spec.parent() != null && spec.userObject() != null) {
      HelpPages.complete(spec);
    }
    HelpTexts.translate(spec, terminal.language());
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
