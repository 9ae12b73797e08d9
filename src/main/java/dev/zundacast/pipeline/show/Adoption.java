package dev.zundacast.pipeline.show;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Moves a show's scripts, what was built of them and what was changed in them from where they lay
 * before into the show's folder. A file is at its old or its new place at any moment; what is at
 * both with other contents stays as it is.
 */
public final class Adoption {
  private final Path from;
  private final Workspace workspace;
  private final List<Path> moved = new ArrayList<>();
  private final List<Path> kept = new ArrayList<>();

  private Adoption(Path from, Workspace workspace) {
    this.from = from;
    this.workspace = workspace;
  }

  /** Whether files are moved or only named. */
  public enum Mode {
    MOVE,
    DRY_RUN
  }

  /**
   * What became of the scripts.
   *
   * @param moved are in the show's folder now, by their old places
   * @param kept stay where they were, as the show has others of these names
   */
  public record Result(List<Path> moved, List<Path> kept) {
    public Result {
      moved = List.copyOf(moved);
      kept = List.copyOf(kept);
    }
  }

  /**
   * Moves the scripts of the show's posts.
   *
   * @param from a checkout or working folder with {@code scripts/} and perhaps {@code out/}
   * @throws Problem of kind USAGE when there is no such folder
   */
  public static Result run(Path from, ShowFolder show, Workspace workspace, Mode mode)
      throws IOException {
    if (!Files.isDirectory(from)) {
      throw Problem.of(Problem.Kind.USAGE, "--adopt " + from + ": no such folder");
    }
    Adoption adoption = new Adoption(from, workspace);
    Map<Path, Path> scripts = FormerScripts.scripts(from, show.root());
    for (Map.Entry<Path, Path> script : scripts.entrySet()) {
      adoption.take(script.getKey(), script.getValue(), mode);
    }
    return new Result(adoption.moved, adoption.kept);
  }

  private void take(Path script, Path post, Mode mode) throws IOException {
    Path target = workspace.script(post);
    if (isSame(script, target)) {
      return;
    }
    if (Files.exists(target) && Files.mismatch(script, target) >= 0) {
      kept.add(script);
      return;
    }
    moved.add(script);
    if (mode == Mode.MOVE) {
      try (HeldLock lock = HeldLock.take(workspace.lock(post), Workspace.name(post))) {
        // The script last, so that a run that was stopped is gone on with.
        moveEpisode(post);
        moveChanges(post);
        move(script, target);
      }
    }
  }

  private static boolean isSame(Path one, Path other) throws IOException {
    return Files.exists(other) && Files.isSameFile(one, other);
  }

  private void moveEpisode(Path post) throws IOException {
    Path old = Workspace.episode(FormerScripts.outOf(from), post);
    Path now = workspace.episode(post);
    if (!Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS) || isSame(old, now)) {
      return;
    }
    moveAll(old, now);
    BuildRecord.moved(now, old);
    removeEmpty(old);
  }

  /** What can be taken back of the script. */
  private void moveChanges(Path post) throws IOException {
    Path former = Workspace.changes(FormerScripts.outOf(from), post);
    Path now = workspace.changes(post);
    if (Files.isDirectory(former, LinkOption.NOFOLLOW_LINKS) && !isSame(former, now)) {
      moveAll(former, now);
      removeEmpty(former);
    }
  }

  private static void moveAll(Path old, Path now) throws IOException {
    for (Path file : SafePath.below(old, Integer.MAX_VALUE)) {
      Path target = now.resolve(old.relativize(file).toString());
      if (!Files.exists(target) || Files.mismatch(file, target) < 0) {
        move(file, target);
      }
    }
  }

  /** Another disk takes a copy; the old file goes once that is whole. */
  private static void move(Path file, Path target) throws IOException {
    Files.createDirectories(target.resolveSibling(""));
    try {
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      AtomicFile.write(target, Files.readAllBytes(file));
      Files.delete(file);
    }
  }

  private static void removeEmpty(Path folder) throws IOException {
    if (SafePath.below(folder, Integer.MAX_VALUE).isEmpty()) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path empty : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(empty);
        }
      }
    }
  }
}
