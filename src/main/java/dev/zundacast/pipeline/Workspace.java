package dev.zundacast.pipeline;

import dev.zundacast.episode.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders that a run works in, all absolute.
 *
 * @param voices voice files, templates and readings.tsv
 * @param scripts one script an episode, edited by people
 * @param out everything that can be made again
 */
public record Workspace(Path voices, Path scripts, Path out) {

  /** The shared reading list. */
  public Path readingList() {
    return voices.resolve("readings.tsv");
  }

  /** The script of a post: {@code 2026-03-18-446.md} to {@code 2026-03-18-446.txt}. */
  public Path script(Path post) {
    return scripts.resolve(stem(post) + ".txt");
  }

  /** What a build leaves for one episode beside its MP3. */
  public Path episode(Path post) {
    return episode(out, post);
  }

  /** What a build leaves for one episode below this folder. */
  public static Path episode(Path out, Path post) {
    return out.resolve("episodes").resolve(stem(post));
  }

  /** What builds leave of every episode. */
  public Path episodes() {
    return out.resolve("episodes");
  }

  /** Held while an episode is being worked on. */
  public Path lock(Path post) {
    return out.resolve("locks").resolve(stem(post) + ".lock");
  }

  /** The content-addressed clips. */
  public Path clips() {
    return out.resolve("clips");
  }

  /** Encoded frames, beside the clips that they come from. */
  public Path frames() {
    return out.resolve("frames");
  }

  /** Pictures as they had to be made to fit into a tag. */
  public Path pictures() {
    return out.resolve("pictures");
  }

  /**
   * Checks that scripts and what is made can be written, before any work is done.
   *
   * @throws Problem of kind FAILED that names the folder and how to choose another
   */
  public void requireWritable() {
    requireWritable(scripts, "scripts");
    for (Path folder : List.of(out, clips(), frames(), episodes())) {
      requireWritable(folder, "out");
    }
  }

  private static void requireWritable(Path folder, String option) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      throw Problem.of(
          Problem.Kind.FAILED,
          folder
              + " cannot be written; make it writable, or name another with --"
              + option
              + " DIR");
    }
  }

  /** A path's last name, for messages. */
  public static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** A post's file name without its extension. */
  public static String stem(Path post) {
    String name = String.valueOf(post.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
