package dev.zundacast.pipeline;

import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.SimilarName;
import dev.zundacast.message.Message;
import dev.zundacast.post.Layout;
import dev.zundacast.post.Posts;
import dev.zundacast.tasks.IoSupplier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Posts and folders named on a command line to the posts that they mean. */
public final class PostFiles {
  /** Jekyll takes a file for a post by this name. */
  private static final Pattern NAME =
      Pattern.compile("\\d{2,4}-\\d{1,2}-\\d{1,2}-.*\\.(?i:md|markdown|mkd|mkdown)");

  /** What Hugo and Astro take for one; a name that begins with _ is that of a list. */
  private static final Pattern ANY_NAME = Pattern.compile("[^_.].*\\.(?i:md|mdx|markdown)");

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** Where generators put what they made, and what they need for it. */
  private static final Set<String> IS_BUILT = Set.of("_site", "node_modules");

  private PostFiles() {}

  /**
   * The posts in a fixed order: files as they are named, and of a folder its posts, or those of its
   * {@code _posts} where it has one, or those of the folder that its layout names. Temporary files
   * that killed runs left beside posts go. A link that leads out of the show is among them, as a
   * post that {@link #one} reads none of.
   */
  public static List<Path> of(Collection<Path> named) throws IOException {
    TreeSet<Path> posts = new TreeSet<>();
    for (Path path : named) {
      Path absolute = path.toAbsolutePath().normalize();
      if (absolute.getNameCount() == 0) {
        // Scheduled jobs start there.
        throw Problem.usage("posts.wholeDisk", absolute);
      }
      if (Files.isDirectory(absolute)) {
        Layout layout = Layout.of(absolute);
        Path inner = absolute.resolve(layout.posts());
        Pattern name = layout.takesAnyName() ? ANY_NAME : NAME;
        walk(Files.isDirectory(inner) ? inner : absolute, name, posts);
      } else if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
        posts.add(absolute);
      } else {
        throw missing(path, absolute);
      }
    }
    Set<Path> folders = new HashSet<>();
    for (Path post : posts) {
      Path folder = post.resolveSibling("");
      if (folders.add(folder)) {
        // A site that came from elsewhere has no other file of this machine read or written.
        SafePath.requireInside(ShowFolder.of(post).root(), folder, 0, Message.of("posts.putPost"));
      }
    }
    folders.forEach(StaleTempFiles::removeOld);
    return List.copyOf(posts);
  }

  private static Problem missing(Path named, Path absolute) throws IOException {
    List<Path> there = SafePath.named(".*", absolute.resolveSibling(""));
    Message hint =
        SimilarName.hint(Workspace.name(absolute), there.stream().map(Workspace::name).toList());
    return hint.isEmpty()
        ? Problem.usage("posts.none", named)
        : Problem.usage("posts.none.near", named, hint);
  }

  /** The posts of a folder, without links that lead out of the show. */
  public static List<Path> readable(Path folder) throws IOException {
    return of(List.of(folder)).stream().filter(post -> !isStray(post)).toList();
  }

  /** Whether a post is a link that leads out of its show. */
  private static boolean isStray(Path post) {
    return Files.isSymbolicLink(post) && SafePath.isOutside(ShowFolder.of(post).root(), post);
  }

  /** Checks that a post is no link that leads out of its show. */
  public static void requireOfItsShow(Path post) throws IOException {
    if (isStray(post)) {
      SafePath.requireInside(ShowFolder.of(post).root(), post, 0, Message.of("posts.putPost"));
    }
  }

  /** The day of a post's file name, else of its front matter; the first of all days else. */
  public static LocalDate day(Path post) {
    Matcher day = DAY.matcher(String.valueOf(post.getFileName()));
    try {
      if (day.lookingAt()) {
        return LocalDate.parse(day.group());
      }
      return isStray(post) ? LocalDate.MIN : Posts.day(post).orElse(LocalDate.MIN);
    } catch (DateTimeException | IOException | Problem e) {
      return LocalDate.MIN;
    }
  }

  /** The newest of these posts by day and name, oldest first. */
  public static List<Path> latest(List<Path> posts, int count) {
    return posts.stream()
        .sorted(
            Comparator.comparing(PostFiles::day)
                .thenComparing(post -> post.toString().length())
                .thenComparing(Comparator.naturalOrder()))
        .skip(Math.max(0, posts.size() - count))
        .toList();
  }

  /**
   * What work on one post gives; a problem of that post alone where it lies outside of its show or
   * what nobody expected fails, so that other posts go on without it.
   */
  public static <T> T one(Path post, IoSupplier<T> work) throws IOException {
    requireOfItsShow(post);
    try {
      return work.get();
    } catch (Problem | UncheckedIOException expected) {
      throw expected;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      String what = e.getMessage() == null ? "" : ": " + e.getMessage();
      throw Problem.in(Diagnostic.of(post, "posts.unexpected", e.getClass().getSimpleName(), what))
          .causedBy(e);
    }
  }

  private static void walk(Path folder, Pattern post, Collection<Path> posts) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (post.matcher(name).matches() && !Files.isDirectory(entry)) {
          posts.add(entry);
        } else if (!name.startsWith(".")
            && !IS_BUILT.contains(name)
            && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry);
        }
      }
    }
    for (Path inner : folders) {
      walk(inner, post, posts);
    }
  }
}
