package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.HeldLock;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.PublishRecord;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.publish.PublishReport.Outcome;
import dev.zundacast.pipeline.publish.PublishReport.State;
import dev.zundacast.pipeline.publish.PublishSettings.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A post through the commands of its show's {@code publish:}, in their order. What ran is written
 * down with the episode after each; a run that stopped is gone on with by the next, and what ran
 * for the same episode does not run again.
 */
public final class Publish {
  private final Readiness readiness;
  private final Workspace workspace;
  private final Optional<Path> site;
  private final PublishSettings settings;
  private final Shells shells;

  /** Whether anything is done. */
  public enum Mode {
    DO,
    DRY_RUN
  }

  /**
   * The commands of a show.
   *
   * @param options how episodes are built, which tells stale ones
   * @param settings whose commands are allowed
   * @param env the environment of commands
   */
  public Publish(
      Stages stages, BuildOptions options, PublishSettings settings, Map<String, String> env) {
    this.readiness = new Readiness(stages, options);
    this.workspace = stages.workspace();
    this.site = options.site();
    this.settings = settings;
    this.shells = new Shells(settings.show().root(), env);
  }

  /**
   * Publishes one post.
   *
   * @throws Problem when something forbids it, or when a command fails; those before it are done
   */
  public PublishReport run(Path post, Mode mode) throws IOException {
    readiness.require(post);
    if (mode == Mode.DRY_RUN) {
      return commands(post, mode);
    }
    try (HeldLock lock = workspace.lock(post)) {
      return commands(post, mode);
    }
  }

  private PublishReport commands(Path post, Mode mode) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Command command : settings.commands()) {
      outcomes.add(new Outcome(command.name(), state(command, post, mode), command.run()));
    }
    Episode last = Episode.read(post, site, workspace);
    return new PublishReport(post, last.title(), last.audio(), outcomes);
  }

  private State state(Command command, Path post, Mode mode) throws IOException {
    Episode episode = Episode.read(post, site, workspace);
    String sound = episode.sound();
    if (PublishRecord.read(episode.folder()).has(command.name(), sound)) {
      return State.ALREADY;
    }
    if (mode == Mode.DRY_RUN) {
      return State.PLANNED;
    }
    try {
      shells.run(command.run(), episode.values(workspace));
    } catch (Problem e) {
      throw Problem.failed(
              "publish.failed", command.name(), Message.of(e), Escaped.word(post.toString()))
          .causedBy(e);
    }
    PublishRecord.read(episode.folder()).with(command.name(), sound).write(episode.folder());
    return State.DONE;
  }
}
