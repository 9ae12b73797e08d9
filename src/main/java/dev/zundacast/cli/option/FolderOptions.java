package dev.zundacast.cli.option;

import static java.util.Objects.requireNonNull;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.disk.UserFolder;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.ShowFolder;
import dev.zundacast.pipeline.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Where the tool finds and puts things; see {@link #chosen}. */
public final class FolderOptions extends TerminalOptions {
  private static final String VOICES = "voices";
  private static final String SCRIPTS = "scripts";
  private static final String OUT = "out";
  private static final String READINGS = "readings";
  private static final String LIST = "readings.tsv";
  private static final Message OF_SHOW = Message.of("folder.ofShow");
  private static final Message IN_SETTINGS = Message.plain(ShowFolder.SETTINGS);

  /** Deeper there are only files that can be made again, whose links are replaced. */
  private static final int LINKED_FOLDERS = 2;

  @Option(names = "--site", paramLabel = "DIR")
  Optional<Path> site = Optional.empty();

  @Option(names = "--voices", paramLabel = "DIR")
  Optional<Path> voices = Optional.empty();

  @Option(names = "--scripts", paramLabel = "DIR")
  Optional<Path> scripts = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR")
  Optional<Path> out = Optional.empty();

  /** The site that was named, absolute; a usage problem where there is no such folder. */
  public Optional<Path> site() {
    site.ifPresent(folder -> requireFolder("--site", folder));
    return site.map(terminal::resolve);
  }

  /** A slip of the hand must not make another show, or go on without what was named. */
  private void requireFolder(String option, Path folder) {
    if (!Files.isDirectory(terminal.resolve(folder))) {
      throw Problem.usage("folder.none", option, folder);
    }
  }

  /** The show of a post: the one that was named, else that of the post's own place. */
  public ShowFolder show(Path post) {
    return site().map(ShowFolder::new).orElseGet(() -> ShowFolder.of(post));
  }

  /** The show of a command without a post: the one that was named, else that of this place. */
  public Optional<ShowFolder> showAt(Path place) {
    return site().map(ShowFolder::new).or(() -> ShowFolder.above(place));
  }

  /** A place by its name and absolute path, and for people where that comes from. */
  public record Chosen(String name, Path path, Message from) {}

  /** The folders of a show; a usage problem where no folder has the name given for the voices. */
  public Workspace workspace(ShowFolder show) throws IOException {
    voices.ifPresent(folder -> requireFolder("--voices", folder));
    return workspace(Optional.of(show));
  }

  /** The folders of a command without a post: those of the show here, else the program's own. */
  public Workspace workspace() throws IOException {
    return workspace(showAt(terminal.folder()));
  }

  /** The folders of a show, else the program's own. */
  public Workspace workspace(Optional<ShowFolder> show) throws IOException {
    Map<String, Chosen> chosen = chosen(show);
    if (show.isPresent()) {
      requireInside(show.get(), chosen.values());
    }
    Function<String, Path> path = name -> requireNonNull(chosen.get(name)).path();
    Optional<Path> shared = home().map(home -> home.resolve(VOICES));
    Workspace workspace =
        new Workspace(
            layers(path.apply(VOICES), shared),
            layers(path.apply(READINGS), shared.map(folder -> folder.resolve(LIST))),
            path.apply(SCRIPTS),
            path.apply(OUT));
    // What killed runs left of settings, readings and the notes of what was changed.
    show.map(ShowFolder::root).ifPresent(StaleTempFiles::removeOld);
    show.map(ShowFolder::data).ifPresent(StaleTempFiles::removeOld);
    StaleTempFiles.removeOldBelow(workspace.changes());
    return workspace;
  }

  /** A site that came from elsewhere reads and writes nothing outside of it, by no link either. */
  private static void requireInside(ShowFolder show, Collection<Chosen> places) throws IOException {
    for (Chosen place : places) {
      if (place.from().equals(IN_SETTINGS) || place.from().equals(OF_SHOW)) {
        String option = place.name().equals(READINGS) ? VOICES : place.name();
        Message next = Message.of("folder.putThere", option);
        SafePath.requireInside(show.root(), place.path(), LINKED_FOLDERS, next);
      }
    }
  }

  /** The settings of the show here, the usual ones where there is none. */
  public Settings settings() throws IOException {
    Path root = showAt(terminal.folder()).map(ShowFolder::root).orElse(terminal.folder());
    return Settings.of(root);
  }

  private static List<Path> layers(Path own, Optional<Path> shared) {
    return shared
        .filter(program -> !program.equals(own))
        .map(program -> List.of(own, program))
        .orElse(List.of(own));
  }

  /**
   * Where a show's things lie, by name: what the option says, else the environment ({@code
   * ZUNDACAST_SCRIPTS} and so on), else the show's zundacast.yaml, else {@code _zundacast/} in the
   * show's folder. Of the program's own examples, and where there is no show, they lie in the
   * checkout ({@code ZUNDACAST_HOME}); of a program that was installed, in the user's own folder.
   */
  public Map<String, Chosen> chosen(Optional<ShowFolder> show) throws IOException {
    Map<String, Chosen> chosen = usual(show);
    if (show.isPresent()) {
      show.get()
          .named()
          .forEach((name, path) -> chosen.put(name, new Chosen(name, path, IN_SETTINGS)));
    }
    overruled(scripts, SCRIPTS).ifPresent(set -> chosen.put(SCRIPTS, set));
    overruled(out, OUT).ifPresent(set -> chosen.put(OUT, set));
    Optional<Chosen> own = overruled(voices, VOICES);
    if (own.isPresent()) {
      chosen.put(VOICES, own.get());
      // A folder of voices that a person named holds the reading list, too.
      Path list = own.get().path().resolve(LIST);
      chosen.put(READINGS, new Chosen(READINGS, list, own.get().from()));
    }
    return chosen;
  }

  /** Where things lie that nobody set a place for. */
  private Map<String, Chosen> usual(Optional<ShowFolder> show) {
    Optional<Path> home = home();
    boolean own = show.isPresent() && home.filter(show.get()::liesIn).isEmpty();
    boolean installed = home.filter(it -> !isCheckout(it)).isPresent();
    Path common = installed ? UserFolder.of(terminal.env()) : home.orElse(terminal.folder());
    Path folder = own ? show.get().data() : common;
    Message from = own ? OF_SHOW : Message.of(installed ? "folder.ofUser" : "folder.checkout");
    Map<String, Chosen> usual = new LinkedHashMap<>();
    for (String name : List.of(VOICES, SCRIPTS, OUT)) {
      usual.put(name, new Chosen(name, folder.resolve(name), from));
    }
    Path readings = (own ? folder : folder.resolve(VOICES)).resolve(LIST);
    usual.put(READINGS, new Chosen(READINGS, readings, from));
    return usual;
  }

  /** An installation is nobody's to write to, and may be replaced by the next version. */
  private static boolean isCheckout(Path home) {
    boolean installed = Files.isRegularFile(home.resolve("lib/zundacast.jar"));
    return !installed && !Files.isRegularFile(home.resolve("complete"));
  }

  private Optional<Path> home() {
    String home = terminal.env("ZUNDACAST_HOME");
    return home.isEmpty() ? Optional.empty() : Optional.of(terminal.resolve(Path.of(home)));
  }

  /** What the option says, else the environment. */
  private Optional<Chosen> overruled(Optional<Path> option, String name) {
    String variable = "ZUNDACAST_" + name.toUpperCase(Locale.ROOT);
    String set = terminal.env(variable);
    if (option.isEmpty() && set.isEmpty()) {
      return Optional.empty();
    }
    Path path = terminal.resolve(option.orElseGet(() -> Path.of(set)));
    Message from = Message.plain(option.isPresent() ? "--" + name : variable);
    return Optional.of(new Chosen(name, path, from));
  }
}
