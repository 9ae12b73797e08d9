package dev.zundacast.cli;

import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The arguments POST|DIR… as post files. */
final class PostArguments {
  private PostArguments() {}

  /**
   * The posts that are meant, at least one.
   *
   * @throws Problem of kind USAGE when a name does not exist or the folders hold no post
   */
  static List<Path> files(Terminal terminal, List<Path> named) throws IOException {
    List<Path> files = PostFiles.of(named.stream().map(terminal.folder()::resolve).toList());
    if (files.isEmpty()) {
      throw Problem.of(
          Problem.Kind.USAGE,
          named.get(0) + ": no post in this folder (posts are named like 2026-03-16-1.md)");
    }
    return files;
  }
}
