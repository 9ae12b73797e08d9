package dev.zundacast.cli;

import dev.zundacast.episode.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The arguments POST|DIR… as post files. */
final class PostArguments {
  private PostArguments() {}

  /**
   * Files as they are named, folders as the {@code .md} files in them in the order of their names;
   * a site's folder means its {@code _posts}.
   *
   * @throws Problem of kind USAGE when a name does not exist or a folder holds no post
   */
  static List<Path> files(Terminal terminal, List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path name : named) {
      Path path = terminal.folder().resolve(name).normalize();
      if (Files.isDirectory(path)) {
        files.addAll(in(path, name));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw Problem.of(Problem.Kind.USAGE, name + ": no such post or folder");
      }
    }
    return files;
  }

  private static List<Path> in(Path folder, Path name) throws IOException {
    Path posts = Files.isDirectory(folder.resolve("_posts")) ? folder.resolve("_posts") : folder;
    try (Stream<Path> all = Files.list(posts)) {
      List<Path> found =
          all.filter(file -> isPost(String.valueOf(file.getFileName()))).sorted().toList();
      if (found.isEmpty()) {
        throw Problem.of(Problem.Kind.USAGE, name + ": no post (.md) in this folder");
      }
      return found;
    }
  }

  private static boolean isPost(String name) {
    return (name.endsWith(".md") || name.endsWith(".markdown")) && !name.startsWith(".");
  }
}
