package dev.zundacast.pipeline;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Progress;
import dev.zundacast.script.LineEdit;
import dev.zundacast.script.ScriptUpdate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One or more lines of an episode again: an edit of its script, new clips, and a new MP3. */
public final class Regenerate {
  private final Stages stages;
  private final Engines engines;
  private final Build build;

  /** The engines may still be being met. */
  public Regenerate(Stages stages, Engines engines, Progress progress) {
    this.stages = stages;
    this.engines = engines;
    this.build = new Build(stages, engines, progress);
  }

  /**
   * Speaks the lines again, after putting {@code edit} into each of them.
   *
   * @param ids line ids of the post's script
   * @throws Problem when the post has no script yet, or no such line
   */
  public BuildReport regenerate(Path post, List<String> ids, LineEdit edit, BuildOptions options)
      throws IOException {
    return build.locked(
        post,
        () -> editLines(post, ids, edit, options.program()),
        options.withAgain(Set.copyOf(ids)));
  }

  private Optional<Build.Edited> editLines(
      Path post, List<String> ids, LineEdit edit, String program) throws IOException {
    Workspace workspace = stages.workspace();
    Path file = workspace.script(post);
    if (!Files.exists(file)) {
      throw Problem.in(
          Diagnostic.of(file, "there is no script of " + Workspace.name(post) + " yet")
              .withNext("run 'zundacast build' first"));
    }
    ScriptUpdate edited = stages.scripts().edit(file, ids, edit);
    ReadScript read = ReadScript.begin(edited.script(), stages, workspace.episode(post), program);
    // Nobody could read or speak it: then the script stays as it is as well.
    stages.readings();
    engines.pool();
    Beside<?> saved = Beside.run("script", () -> stages.scripts().save(edited));
    return Optional.of(new Build.Edited(read, saved));
  }
}
