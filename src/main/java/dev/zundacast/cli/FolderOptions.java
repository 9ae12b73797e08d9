package dev.zundacast.cli;

import dev.zundacast.pipeline.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Where the tool finds and puts things; see {@link #workspace}. */
final class FolderOptions implements Options {
  private final Value<Path> site =
      Value.option(
          "--site",
          "DIR",
          Path.class,
          "Jekyll root (else the nearest folder above the post with a _config.yml).");

  private final Value<Path> voices =
      Value.option("--voices", "DIR", Path.class, "Folder of the voice files.");

  private final Value<Path> scripts =
      Value.option("--scripts", "DIR", Path.class, "Folder of the scripts.");

  private final Value<Path> out =
      Value.option("--out", "DIR", Path.class, "Folder of what can be made again.");

  @Override
  public void addTo(CommandSpec command) {
    site.addTo(command);
    voices.addTo(command);
    scripts.addTo(command);
    out.addTo(command);
  }

  /** The site that was named, as an absolute path. */
  Optional<Path> site(Terminal terminal) {
    return site.get().map(path -> terminal.folder().resolve(path).normalize());
  }

  /**
   * A folder and where its name comes from.
   *
   * @param name voices, scripts or out
   * @param path absolute
   * @param from for people
   */
  record Chosen(String name, Path path, String from) {}

  /** The folders of a run; {@link #chosen} says how each is found. */
  Workspace workspace(Terminal terminal) {
    List<Chosen> chosen = chosen(terminal);
    return new Workspace(chosen.get(0).path(), chosen.get(1).path(), chosen.get(2).path());
  }

  /**
   * Voices, scripts and out: each is the option's, else the environment's ({@code ZUNDACAST_VOICES}
   * and so on), else the working folder's where it has one, else the checkout's ({@code
   * ZUNDACAST_HOME}).
   */
  List<Chosen> chosen(Terminal terminal) {
    return List.of(
        chosen(terminal, voices, "voices"),
        chosen(terminal, scripts, "scripts"),
        chosen(terminal, out, "out"));
  }

  private static Chosen chosen(Terminal terminal, Value<Path> option, String name) {
    if (option.get().isPresent()) {
      return new Chosen(name, terminal.folder().resolve(option.value()).normalize(), "--" + name);
    }
    String variable = "ZUNDACAST_" + name.toUpperCase(Locale.ROOT);
    String set = terminal.env(variable);
    if (!set.isEmpty()) {
      return new Chosen(name, terminal.folder().resolve(set).normalize(), variable);
    }
    Path here = terminal.folder().resolve(name);
    String home = terminal.env("ZUNDACAST_HOME");
    return Files.isDirectory(here) || home.isEmpty()
        ? new Chosen(name, here, "working folder")
        : new Chosen(name, Path.of(home).resolve(name), "checkout");
  }
}
