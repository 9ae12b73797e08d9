package dev.zundacast.disk;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Paths that a person's file names, held inside a folder, and what lies in folders. */
public final class SafePath {
  /** Characters that drive a terminal or turn the direction of a text, as a part of a pattern. */
  public static final String DRIVING =
      "\\p{Cc}\\x{61c}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}";

  private static final Pattern UNSEEN = Pattern.compile("[" + DRIVING + "]");

  private SafePath() {}

  /**
   * The file that {@code named} means below {@code root}, which a leading slash means; a problem of
   * {@code origin}, the file that named it, when the path leads outside, also by a symbolic link.
   */
  public static Path resolve(Path root, String named, Path origin) throws IOException {
    Path base = root.toRealPath();
    Path target;
    try {
      target = base.resolve(named.replaceFirst("^/+", "")).normalize();
    } catch (InvalidPathException e) {
      throw Problem.in(Diagnostic.of(origin, "disk.noFileName", named)).causedBy(e);
    }
    if (!target.startsWith(base) || target.equals(base)) {
      throw Problem.in(Diagnostic.of(origin, "disk.outsideSite", named));
    }
    Path real;
    try {
      real = real(target);
    } catch (AccessDeniedException e) {
      throw e;
    } catch (FileSystemException e) {
      throw Problem.in(Diagnostic.of(origin, "disk.deadLinkOfSite", named, e.getFile()))
          .causedBy(e);
    }
    if (!real.startsWith(base)) {
      Path link = nearest(target, Files::isSymbolicLink).orElse(target);
      throw Problem.in(Diagnostic.of(origin, "disk.linkOutsideSite", named, link));
    }
    return target;
  }

  /**
   * Whether a path leads out of a folder, also by a symbolic link; what is not there yet leads
   * where the nearest folder above it does.
   */
  public static boolean isOutside(Path folder, Path path) {
    try {
      return !real(path.toAbsolutePath().normalize()).startsWith(folder.toRealPath());
    } catch (IOException nowhere) {
      return true; // A link that leads nowhere yet or in a circle, or what may not be read.
    }
  }

  /** Checks that neither a path nor a link in it, so many folders deep, leads out of a folder. */
  public static void requireInside(Path folder, Path path, int depth, Message next)
      throws IOException {
    if (isOutside(folder, path)) {
      if (Files.isSymbolicLink(path) && !Files.exists(path)) {
        throw Problem.in(Diagnostic.of(path, "disk.deadLink"));
      }
      throw Problem.in(Diagnostic.of(path, "disk.leadsOut", folder).withNext(next));
    }
    if (depth == 0 || !Files.isDirectory(path)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      for (Path file : files) {
        if (Files.isSymbolicLink(file)) {
          requireInside(folder, file, 0, next);
        } else if (depth > 1 && Files.isDirectory(file)) {
          requireInside(folder, file, depth - 1, next);
        }
      }
    }
  }

  /** A file or folder and all folders above it, the nearest first. */
  public static Stream<Path> upwards(Path start) {
    return Stream.iterate(start, Objects::nonNull, Path::getParent);
  }

  /** The first of them that is such a one. */
  public static Optional<Path> nearest(Path start, Predicate<Path> wanted) {
    return upwards(start).filter(wanted).findFirst();
  }

  /** The first of them that holds a file of this name. */
  public static Optional<Path> holding(Path start, String name) {
    return nearest(start, folder -> Files.isRegularFile(folder.resolve(name)));
  }

  /** What lies in a folder by such a name, in the order of names; nothing where there is none. */
  public static List<Path> named(String pattern, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.getFileName().toString().matches(pattern)).sorted().toList();
    }
  }

  /**
   * The files below a folder, so many folders deep, 1 for its own, in the order of their paths;
   * none where nothing is, and a file itself. What another process moves or removes meanwhile, as
   * each of its writes does, is not among them.
   */
  public static List<Path> below(Path folder, int depth) throws IOException {
    List<Path> files = new ArrayList<>();
    if (!Files.exists(folder)) {
      return files;
    }
    // Not Files.walk, which fails at a file that goes between its name and its attributes.
    Files.walkFileTree(
        folder,
        Set.of(),
        depth,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes now) {
            if (now.isRegularFile() || Files.isRegularFile(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (why instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw why;
          }
        });
    Collections.sort(files);
    return files;
  }

  /**
   * The real path of a file, or of the nearest folder above it that is there; fails with the link
   * that leads nowhere or in a circle, or what may not be read.
   */
  private static Path real(Path file) throws IOException {
    try {
      return file.toRealPath();
    } catch (AccessDeniedException e) {
      throw e;
    } catch (FileSystemException notThere) {
      // Not whether the file is there by now, as another process may just have made it.
      Path folder = file.getParent();
      if (folder == null || Files.isSymbolicLink(file)) {
        throw notThere;
      }
      return real(folder);
    }
  }

  /** Checks that nothing in a file's name drives a terminal or turns a text's direction. */
  public static void requireVisible(String name, Path origin) {
    if (!visible(name).equals(name)) {
      throw Problem.in(Diagnostic.of(origin, "disk.unseenCharacters", name));
    }
  }

  /** A text without characters that drive a terminal or turn its direction. */
  public static String visible(String text) {
    return UNSEEN.matcher(text).replaceAll("");
  }
}
