package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.publish.PublishSettings.GitSettings;
import dev.zundacast.pipeline.publish.PublishSettings.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commits a post with its script, its audio and its side files, and nothing else, and pushes. */
final class GitStep implements PublishStep {
  private final GitSettings settings;
  private final Workspace workspace;
  private final Shells shells;

  GitStep(GitSettings settings, Workspace workspace, Shells shells) {
    this.settings = settings;
    this.workspace = workspace;
    this.shells = shells;
  }

  @Override
  public Step step() {
    return Step.GIT;
  }

  @Override
  public String plan(Episode episode) {
    // The steps before are still to put files into the site, and to take some out.
    String post = episode.show().root().relativize(episode.post()).toString();
    return settings.remote().isEmpty()
        ? "commit " + post + " with its script and files"
        : "commit " + post + " with its script and files and push to " + settings.remote();
  }

  @Override
  public String fingerprint(Episode episode) throws IOException {
    Digest digest = new Digest().add(settings.remote()).add(settings.branch());
    for (Path path : paths(episode)) {
      boolean there = Files.isRegularFile(path);
      digest.add(path.toString()).add(there ? Files.readAllBytes(path) : new byte[0]);
    }
    return digest.hex();
  }

  @Override
  public String run(Episode episode) throws IOException {
    List<String> paths = changed(episode);
    boolean committed = !paths.isEmpty();
    if (committed) {
      commit(episode, paths);
    }
    String done = committed ? "committed " + head() : "nothing to commit";
    if (settings.remote().isEmpty()) {
      return done;
    }
    push();
    return done + ", pushed to " + settings.remote();
  }

  /** Those of the post's files that differ from the last commit. */
  private List<String> changed(Episode episode) throws IOException {
    List<String> changed = new ArrayList<>();
    for (Path path : paths(episode)) {
      String status = shells.output("git", "status", "--porcelain", "--", path.toString());
      if (!status.isBlank()) {
        changed.add(path.toString());
      }
    }
    return changed;
  }

  private void commit(Episode episode, List<String> paths) throws IOException {
    shells.output(with(List.of("git", "add", "--all", "--"), paths));
    String message = EpisodeValues.filled(settings.message(), episode);
    shells.output(
        with(List.of("git", "commit", "--quiet", "--message", message, "--only", "--"), paths));
  }

  private static String[] with(List<String> command, List<String> paths) {
    List<String> all = new ArrayList<>(command);
    all.addAll(paths);
    return all.toArray(String[]::new);
  }

  private String head() throws IOException {
    return shells.output("git", "rev-parse", "--short", "HEAD").strip();
  }

  private void push() throws IOException {
    String target = settings.branch().isEmpty() ? "HEAD" : "HEAD:" + settings.branch();
    Shells.Ended ended = shells.exec(List.of("git", "push", settings.remote(), target));
    if (ended.code() != 0) {
      boolean behind = ended.said().contains("fetch first") || ended.said().contains("non-fast");
      throw Problem.of(
          Problem.Kind.FAILED,
          "git push "
              + settings.remote()
              + " "
              + target
              + " failed"
              + ended.lastLines()
              + (behind ? "\n  -> run 'git pull --rebase', then publish again" : ""));
    }
  }

  /** The post's own files in the site, also one that is to be gone. */
  private List<Path> paths(Episode episode) throws IOException {
    Path root = episode.show().root();
    List<Path> paths = new ArrayList<>(List.of(episode.post()));
    Path script = workspace.script(episode.post());
    if (Files.isRegularFile(script) && script.startsWith(root)) {
      paths.add(script);
    }
    String former = Relocation.former(episode);
    if (!former.isEmpty()) {
      Path gone = SafePath.resolve(episode.show().files(), former, episode.post());
      if (isTracked(gone)) {
        paths.add(gone);
      }
    }
    // It keeps what can be made again out of the repository.
    Path ignored = workspace.out().resolveSibling(".gitignore");
    boolean ofShow = ignored.startsWith(root) && !ignored.equals(root.resolve(".gitignore"));
    if (ofShow && Files.isRegularFile(ignored)) {
      paths.add(ignored);
    }
    episode.mp3().filter(mp3 -> isOfSite(mp3, root)).ifPresent(paths::add);
    paths.addAll(SideFilesStep.inSite(episode));
    return paths.stream().distinct().toList();
  }

  private boolean isOfSite(Path mp3, Path root) {
    return mp3.startsWith(root) && !mp3.startsWith(workspace.out());
  }

  private boolean isTracked(Path file) throws IOException {
    return !shells.output("git", "ls-files", "--", file.toString()).isBlank();
  }

  /**
   * Checks that the show lies in a work tree.
   *
   * @throws Problem of kind FAILED when it does not
   */
  void requireRepository() throws IOException {
    Shells.Ended ended = shells.exec(List.of("git", "rev-parse", "--is-inside-work-tree"));
    if (ended.code() != 0) {
      throw Problem.of(
          Problem.Kind.FAILED,
          shells.folder() + " is in no git repository, so nothing can be committed");
    }
  }
}
