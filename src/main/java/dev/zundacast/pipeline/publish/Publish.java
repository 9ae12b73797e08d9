package dev.zundacast.pipeline.publish;

import com.fasterxml.jackson.databind.EnumNamingStrategies.LowerCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.PublishRecord;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.tag.TagSummary;
import dev.zundacast.tag.Tags;
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
public record Publish(
    Stages stages, BuildOptions options, PublishSettings settings, Map<String, String> env) {

  /** What was run for a post, and where listeners fetch its audio, as far as that is known. */
  public record Report(Path post, String title, String audio, List<Outcome> commands) {}

  /** How far the command of this name and text is. */
  public record Outcome(String name, State state, String run) {}

  /** How far a command is. */
  @EnumNaming(LowerCamelCaseStrategy.class)
  public enum State {
    DONE,
    /** An earlier run did it. */
    ALREADY,
    /** It would be done, but for a dry run. */
    PLANNED
  }

  /** Whether anything is done. */
  public enum Mode {
    DO,
    DRY_RUN
  }

  /** Publishes one post; a problem where it may not be, or where a command fails. */
  public Report run(Path post, Mode mode) throws IOException {
    Optional<Diagnostic> hindrance = hindrance(post, stages, options);
    if (hindrance.isPresent()) {
      throw Problem.in(hindrance.get());
    }
    if (mode == Mode.DRY_RUN) {
      return commands(post, mode);
    }
    try (HeldLock lock = stages.workspace().lock(post)) {
      return commands(post, mode);
    }
  }

  private Report commands(Path post, Mode mode) throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (PublishSettings.Command command : settings.commands()) {
      outcomes.add(new Outcome(command.name(), state(command, post, mode), command.run()));
    }
    Episode last = episode(post);
    return new Report(post, last.title(), last.audio(), outcomes);
  }

  private State state(PublishSettings.Command command, Path post, Mode mode) throws IOException {
    Episode episode = episode(post);
    String sound = episode.sound();
    if (PublishRecord.read(episode.folder()).has(command.name(), sound)) {
      return State.ALREADY;
    }
    if (mode == Mode.DRY_RUN) {
      return State.PLANNED;
    }
    try {
      settings.execute(command.run(), env, episode.values(stages.workspace()));
    } catch (Problem e) {
      throw Problem.failed("publish.failed", command.name(), Message.of(e), named(post))
          .causedBy(e);
    }
    PublishRecord.read(episode.folder()).with(command.name(), sound).write(episode.folder());
    return State.DONE;
  }

  private Episode episode(Path post) throws IOException {
    return Episode.read(post, options.site(), stages.workspace());
  }

  /**
   * What forbids to publish an episode as it is on disk now, with the command that mends it; empty
   * when nothing does. An episode that was made elsewhere is held against nothing but the voice
   * that speaks, and no engine that a build would ask makes one stale.
   */
  public static Optional<Diagnostic> hindrance(Path post, Stages stages, BuildOptions options)
      throws IOException {
    DryRun.State state = new DryRun(stages).stateAsSpoken(post, options);
    Episode episode = Episode.read(post, options.site(), stages.workspace());
    return switch (state) {
      case NO_EPISODE -> Optional.of(at(post, Message.of("publish.noEpisode")));
      case STALE -> Optional.of(at(post, Message.of("undo.mp3Outdated")));
      case UP_TO_DATE, FOREIGN ->
          episode.mp3().isEmpty()
              ? Optional.of(at(post, Message.of("publish.noAudio")))
              // No listener is to hear the voice for proofs.
              : Tags.read(episode.mp3().get())
                  .filter(TagSummary::isDraft)
                  .map(tag -> Message.of("publish.draftVoice", named(post)))
                  .map(draft -> episode.front().at(FrontMatter.PATH, draft));
    };
  }

  private static Diagnostic at(Path post, Message message) {
    return Diagnostic.of(post, message).withNext("check.runBuild", named(post));
  }

  private static String named(Path post) {
    return Escaped.word(post.toString());
  }
}
