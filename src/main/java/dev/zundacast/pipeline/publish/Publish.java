package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.HeldLock;
import dev.zundacast.pipeline.PublishRecord;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.publish.PublishReport.Outcome;
import dev.zundacast.pipeline.publish.PublishReport.State;
import dev.zundacast.pipeline.publish.PublishSettings.Step;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A post through the steps that its show's {@code publish:} names, in their order. What was done is
 * written down after each step; a run that stopped is gone on with by the next, and what was done
 * for the same episode is not done again.
 */
public final class Publish implements Closeable {
  private final Readiness readiness;
  private final Workspace workspace;
  private final Optional<Path> site;
  private final Uploads uploads;
  private final List<PublishStep> steps;

  /** Whether anything is done. */
  public enum Mode {
    DO,
    DRY_RUN
  }

  private Publish(
      Readiness readiness,
      Workspace workspace,
      Optional<Path> site,
      Uploads uploads,
      List<PublishStep> steps) {
    this.readiness = readiness;
    this.workspace = workspace;
    this.site = site;
    this.uploads = uploads;
    this.steps = steps;
  }

  /**
   * Opens the steps of a show.
   *
   * @param root the show's folder, in which commands run
   * @param options how episodes are built, which tells stale ones
   * @param env the environment of commands, with the keys of a bucket and the webhook's address
   * @throws dev.zundacast.episode.Problem when a step cannot work here
   */
  public static Publish open(
      Path root,
      Stages stages,
      BuildOptions options,
      PublishSettings settings,
      Map<String, String> env)
      throws IOException {
    Shells shells = new Shells(root, env);
    Uploads uploads = Uploads.open(settings.upload(), shells, env);
    List<PublishStep> steps = new ArrayList<>();
    for (Step step : settings.steps()) {
      steps.add(step(step, stages, settings, shells, uploads));
    }
    return new Publish(
        new Readiness(stages, options), stages.workspace(), options.site(), uploads, steps);
  }

  private static PublishStep step(
      Step step, Stages stages, PublishSettings settings, Shells shells, Uploads uploads)
      throws IOException {
    return switch (step) {
      case CHECK -> new CheckStep(stages, settings);
      case UPLOAD -> new UploadStep(uploads, settings.upload());
      case SIDE_FILES -> new SideFilesStep(settings.sideFiles(), uploads);
      case GIT -> {
        GitStep git = new GitStep(settings.git(), stages.workspace(), shells);
        git.requireRepository();
        yield git;
      }
      case HOOK -> new HookStep(settings.hook(), shells);
      case WEBHOOK -> new WebhookStep(settings.webhook(), shells.env());
    };
  }

  /**
   * Publishes one post.
   *
   * @throws dev.zundacast.episode.Problem when a step stops it; those before it are done
   */
  public PublishReport run(Path post, Mode mode) throws IOException {
    if (mode == Mode.DRY_RUN) {
      return steps(post, mode);
    }
    try (HeldLock lock = HeldLock.take(workspace.lock(post), Workspace.name(post))) {
      return steps(post, mode);
    }
  }

  private PublishReport steps(Path post, Mode mode) throws IOException {
    readiness.require(post);
    List<Outcome> outcomes = new ArrayList<>();
    for (PublishStep step : steps) {
      // Each step sees what the one before it made of the post.
      Episode episode = Episode.read(post, site, workspace);
      outcomes.add(one(step, episode, mode));
    }
    Episode last = Episode.read(post, site, workspace);
    return new PublishReport(post, last.title(), last.audio(), outcomes);
  }

  private Outcome one(PublishStep step, Episode episode, Mode mode) throws IOException {
    String word = step.step().word();
    episode.name();
    String fingerprint = step.fingerprint(episode);
    if (!fingerprint.isEmpty() && PublishRecord.read(episode.folder()).has(word, fingerprint)) {
      return new Outcome(word, State.ALREADY, step.plan(episode));
    }
    if (mode == Mode.DRY_RUN) {
      return new Outcome(word, State.PLANNED, step.plan(episode));
    }
    String done;
    try {
      done = step.run(episode);
    } catch (IOException e) {
      if (step.canWait()) {
        return new Outcome(word, State.MISSED, String.valueOf(e.getMessage()));
      }
      throw e;
    }
    return done(step, episode, done);
  }

  private Outcome done(PublishStep step, Episode episode, String done) throws IOException {
    Episode after = Episode.read(episode.post(), site, workspace);
    if (step.step() == Step.UPLOAD) {
      UploadStep.clear(after);
      after = Episode.read(episode.post(), site, workspace);
    }
    String word = step.step().word();
    String fingerprint = step.fingerprint(after);
    if (!fingerprint.isEmpty()) {
      PublishRecord.read(after.folder()).with(word, fingerprint).write(after.folder());
    }
    return new Outcome(word, State.DONE, done);
  }

  @Override
  public void close() {
    uploads.close();
  }
}
