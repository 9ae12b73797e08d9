package dev.zundacast.cli.option;

import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.ShowFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which posts a command is about: those that are named, or the newest of each show. */
public final class PostOptions {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command;

  @Parameters(paramLabel = "POST|DIR", arity = "0..*")
  List<Path> posts = List.of();

  @Option(names = "--latest")
  boolean latest;

  /** What was named, else for {@code --latest} the working folder; refused without either. */
  public List<Path> named() {
    if (posts.isEmpty() && !latest) {
      throw new ParameterException(command.commandLine(), "Missing required parameter: 'POST|DIR'");
    }
    return orHere();
  }

  /** The posts and folders that were named, else the working folder. */
  public List<Path> orHere() {
    return posts.isEmpty() ? List.of(Path.of("")) : posts;
  }

  /** Whether the newest post alone is meant. */
  public boolean latest() {
    return latest;
  }

  /** Leaves of each show's posts those that are meant. */
  public void choose(Map<ShowFolder, List<Path>> shows) {
    if (latest) {
      shows.replaceAll((show, files) -> PostFiles.latest(files, 1));
    }
  }
}
