package dev.zundacast.cli.option;

import dev.zundacast.cli.terminal.Terminal;
import dev.zundacast.pipeline.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the tool finds and puts things; see {@link #workspace}. */
public final class FolderOptions {
  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "Jekyll root (else the nearest folder above the post with a _config.yml).")
  Optional<Path> site = Optional.empty();

  @Option(names = "--voices", paramLabel = "DIR", description = "Folder of the voice files.")
  Optional<Path> voices = Optional.empty();

  @Option(names = "--scripts", paramLabel = "DIR", description = "Folder of the scripts.")
  Optional<Path> scripts = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of what can be made again.")
  Optional<Path> out = Optional.empty();

  /** The site that was named, as an absolute path. */
  public Optional<Path> site(Terminal terminal) {
    return site.map(terminal::resolve);
  }

  /**
   * A folder and where its name comes from.
   *
   * @param name voices, scripts or out
   * @param path absolute
   * @param from for people
   */
  public record Chosen(String name, Path path, String from) {}

  /** The folders of a run; {@link #chosen} says how each is found. */
  public Workspace workspace(Terminal terminal) {
    List<Chosen> chosen = chosen(terminal);
    return new Workspace(chosen.get(0).path(), chosen.get(1).path(), chosen.get(2).path());
  }

  /**
   * Voices, scripts and out: each is the option's, else the environment's ({@code ZUNDACAST_VOICES}
   * and so on), else the working folder's where it has one, else the checkout's ({@code
   * ZUNDACAST_HOME}).
   */
  public List<Chosen> chosen(Terminal terminal) {
    return List.of(
        chosen(terminal, voices, "voices"),
        chosen(terminal, scripts, "scripts"),
        chosen(terminal, out, "out"));
  }

  private static Chosen chosen(Terminal terminal, Optional<Path> option, String name) {
    if (option.isPresent()) {
      return new Chosen(name, terminal.resolve(option.get()), "--" + name);
    }
    String variable = "ZUNDACAST_" + name.toUpperCase(Locale.ROOT);
    String set = terminal.env(variable);
    if (!set.isEmpty()) {
      return new Chosen(name, terminal.resolve(Path.of(set)), variable);
    }
    Path here = terminal.folder().resolve(name);
    String home = terminal.env("ZUNDACAST_HOME");
    return Files.isDirectory(here) || home.isEmpty()
        ? new Chosen(name, here, "working folder")
        : new Chosen(name, Path.of(home).resolve(name), "checkout");
  }
}
