package dev.zundacast.pipeline.show;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.PostFiles;
import dev.zundacast.pipeline.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Scripts of a show's posts that lie where they lay before shows had folders of their own.
 *
 * @param folders each holds {@code scripts/} and perhaps {@code out/}
 */
public record FormerScripts(List<Path> folders) {
  /** None are looked for. */
  public static final FormerScripts NONE = new FormerScripts(List.of());

  public FormerScripts {
    folders = List.copyOf(folders);
  }

  /**
   * Checks that a post without a script in its show's folder has none elsewhere: a new one would
   * take the place of what a person edited.
   *
   * @throws Problem that names it and how to take it along
   */
  public void requireNone(Path post, Path root, Workspace workspace) throws IOException {
    if (Files.exists(workspace.script(post))) {
      return;
    }
    for (Path folder : folders) {
      Path script = scriptsOf(folder).resolve(Workspace.stem(post) + ".txt");
      Optional<ScriptOrigin> origin = ScriptOrigin.read(script);
      if (origin.isPresent() && isOf(origin.get(), post, root)) {
        throw Problem.in(
            Diagnostic.of(post, "its script lies outside its show's folder: " + script)
                .withNext(
                    "take it along with 'zundacast init "
                        + ShowFolder.of(post).root()
                        + " --adopt "
                        + folder
                        + "', or use it where it is with --scripts "
                        + scriptsOf(folder)));
      }
    }
  }

  /** How many scripts of this show's posts each folder has, of those that have any. */
  public Map<Path, Integer> count(Path root, Workspace workspace) throws IOException {
    Map<Path, Integer> counts = new LinkedHashMap<>();
    for (Path folder : folders) {
      int found = scripts(folder, root).size();
      if (found > 0 && !scriptsOf(folder).equals(workspace.scripts())) {
        counts.put(folder, found);
      }
    }
    return counts;
  }

  /** The scripts in a folder that are those of a show's posts, with their posts. */
  static Map<Path, Path> scripts(Path folder, Path root) throws IOException {
    Map<Path, Path> scripts = new TreeMap<>();
    if (!Files.isDirectory(scriptsOf(folder))) {
      return scripts;
    }
    for (Path post : PostFiles.of(List.of(root))) {
      Path script = scriptsOf(folder).resolve(Workspace.stem(post) + ".txt");
      Optional<ScriptOrigin> origin = ScriptOrigin.read(script);
      if (origin.isPresent() && isOf(origin.get(), post, root)) {
        scripts.put(script, post);
      }
    }
    return scripts;
  }

  /** Another show may have a post of the same name. */
  private static boolean isOf(ScriptOrigin origin, Path post, Path root) throws IOException {
    return origin.names(post, root) && origin.sharesAnArticle(post);
  }

  /** What was built, beside the scripts. */
  static Path outOf(Path folder) {
    return scriptsOf(folder).resolveSibling("out");
  }

  /** The scripts of a checkout or working folder, or the folder that holds scripts itself. */
  static Path scriptsOf(Path folder) {
    Path inner = folder.resolve("scripts");
    return Files.isDirectory(inner) ? inner : folder;
  }
}
