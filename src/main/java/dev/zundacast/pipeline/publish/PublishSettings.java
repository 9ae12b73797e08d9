package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.YamlFields;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Trust;
import dev.zundacast.tasks.ProgramRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that a show's zundacast.yaml holds: those of {@code publish:} and the one of {@code
 * archive:}. They run only where the person allowed just these.
 */
public record PublishSettings(
    ShowFolder show, List<Command> commands, Optional<Archive.Place> archive, Diagnostic place) {

  /** What commands were given in their text before; a value there could be a command itself. */
  private static final Pattern FILLED_IN =
      Pattern.compile("(?<!\\$)\\{(title|date|duration|audio|post|mp3|name|page|file|address)}");

  private static final Message LIST = Message.of("publish.commandList");

  private static final int LETTERS = 32;
  private static final int LINES_SHOWN = 8;

  /** A shell's command that is run once for an episode, as is remembered under its name. */
  public record Command(String name, String run) {}

  /** The commands of a show; a problem with every mistake and its place. */
  public static PublishSettings of(ShowFolder show) throws IOException {
    if (!Files.exists(show.settings())) {
      return new PublishSettings(show, List.of(), Optional.empty(), nothing(show));
    }
    YamlFields fields = YamlFields.ofShow(show.settings());
    List<Command> commands = commands(fields);
    Optional<Archive.Place> archive =
        fields.has("archive")
            ? Optional.of(fields.section("archive", PublishSettings::archive))
            : Optional.empty();
    Diagnostic place =
        commands.isEmpty() && archive.isEmpty()
            ? nothing(show)
            : fields.at(
                commands.isEmpty() ? "archive" : "publish", Message.of("publish.notAllowed"));
    fields.requireRight();
    return new PublishSettings(show, commands, archive, place);
  }

  private static Diagnostic nothing(ShowFolder show) {
    return Diagnostic.of(show.settings(), "publish.noCommands");
  }

  private static List<Command> commands(YamlFields fields) {
    List<Command> commands = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlFields command : fields.sections("publish", LIST)) {
      String name = command.text("name");
      if (!names.add(name)) {
        command.report("name", Message.of("publish.nameTwice", name));
      }
      commands.add(new Command(name, run(command)));
      command.reportUnknown();
    }
    return commands;
  }

  private static Archive.Place archive(YamlFields fields) {
    Archive.Place place = new Archive.Place(run(fields), fields.text("address"));
    if (!place.address().matches("https?://\\S+") || !place.address().contains("{name}")) {
      fields.report("address", Message.of("archive.address", place.address()));
    }
    return place;
  }

  private static String run(YamlFields fields) {
    String run = fields.text("run");
    Matcher old = FILLED_IN.matcher(run);
    if (old.find()) {
      String name = old.group(1).toUpperCase(Locale.ROOT);
      fields.report(
          "run",
          Message.of("publish.placeholder", name.equals("ADDRESS") ? "AUDIO" : name, old.group()));
    }
    return run;
  }

  /** What tells these commands from others: their texts, and the show's programs in them. */
  public String fingerprint() throws IOException {
    Digest digest = new Digest();
    for (Command command : all()) {
      digest.add(command.name()).add(command.run());
      for (String word : command.run().split("[^\\p{L}\\p{N}_./-]+", -1)) {
        Path file = show.root().resolve(word).normalize();
        if (file.startsWith(show.root()) && isProgram(file)) {
          digest.add(Files.readAllBytes(file));
        }
      }
    }
    return digest.hex().substring(0, LETTERS);
  }

  /** Other files of the show may be what the commands read and write. */
  private static boolean isProgram(Path file) {
    return Files.isRegularFile(file)
        && (Files.isExecutable(file) || file.toString().matches(".*\\.(?:sh|py|rb|pl|m?js)"));
  }

  /** All commands, that of the archive last. */
  public List<Command> all() {
    List<Command> all = new ArrayList<>(commands);
    archive.ifPresent(place -> all.add(new Command("archive", place.run())));
    return all;
  }

  /** The same commands in another clone are allowed by themselves. */
  private String here() throws IOException {
    return new Digest().add(show.root().toRealPath().toString()).add(fingerprint()).hex();
  }

  /** Lets these commands run from now on. */
  public void trust(Trust trust) throws IOException {
    trust.allow(here(), show.settings().toString());
  }

  /** Checks that the person allowed just these commands, before or by a fingerprint given now. */
  public void requireAllowed(Trust trust, String given) throws IOException {
    if (all().isEmpty()) {
      throw Problem.in(place);
    }
    String fingerprint = fingerprint();
    if (!given.equals(fingerprint) && !trust.allows(here())) {
      String folder = Escaped.word(show.root().toString());
      throw Problem.in(place.withNext("publish.trust", folder, fingerprint));
    }
  }

  /** Runs a shell's command in the show's folder, which finds values in its environment alone. */
  void execute(String command, Map<String, String> env, Map<String, String> values)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.directory(show.root().toFile()).redirectInput(ProcessBuilder.Redirect.DISCARD.file());
    builder.environment().clear();
    builder.environment().putAll(env);
    builder.environment().putAll(values);
    ProgramRun ended = ProgramRun.of(builder);
    if (ended.code() != 0) {
      List<String> last = ended.last(LINES_SHOWN);
      String said = last.isEmpty() ? "" : ":\n  " + String.join("\n  ", last);
      throw Problem.failed("publish.ended", command, ended.code(), said);
    }
  }
}
