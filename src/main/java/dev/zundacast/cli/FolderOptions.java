package dev.zundacast.cli;

import dev.zundacast.pipeline.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the tool finds and puts things; see {@link #workspace}. */
final class FolderOptions {
  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "Jekyll root (else the nearest folder above the post with a _config.yml).")
  @Nullable Path site;

  @Option(names = "--voices", paramLabel = "DIR", description = "Folder of the voice files.")
  @Nullable Path voices;

  @Option(names = "--scripts", paramLabel = "DIR", description = "Folder of the scripts.")
  @Nullable Path scripts;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of what can be made again.")
  @Nullable Path out;

  /** The site that was named, as an absolute path. */
  Optional<Path> site(Terminal terminal) {
    return Optional.ofNullable(site).map(path -> terminal.folder().resolve(path).normalize());
  }

  /**
   * Each folder is the option's, else the environment's ({@code ZUNDACAST_VOICES} and so on), else
   * the working folder's where it has one, else the checkout's ({@code ZUNDACAST_HOME}).
   */
  Workspace workspace(Terminal terminal) {
    return new Workspace(
        folder(terminal, voices, "voices"),
        folder(terminal, scripts, "scripts"),
        folder(terminal, out, "out"));
  }

  private static Path folder(Terminal terminal, @Nullable Path option, String name) {
    if (option != null) {
      return terminal.folder().resolve(option).normalize();
    }
    String set = terminal.env("ZUNDACAST_" + name.toUpperCase(java.util.Locale.ROOT));
    if (!set.isEmpty()) {
      return terminal.folder().resolve(set).normalize();
    }
    Path here = terminal.folder().resolve(name);
    String home = terminal.env("ZUNDACAST_HOME");
    return Files.isDirectory(here) || home.isEmpty() ? here : Path.of(home).resolve(name);
  }
}
