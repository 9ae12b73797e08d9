package dev.zundacast.pipeline.publish;

import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.episode.BuildOptions;
import dev.zundacast.pipeline.episode.DryRun;
import dev.zundacast.post.FrontMatter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Posts to whether their episodes may go to listeners as they are on disk now.
 *
 * @param options how episodes are built; which engines a build would ask makes none stale
 */
public record Readiness(Stages stages, BuildOptions options) {
  /**
   * What forbids to publish an episode, with the command that mends it; empty when nothing does. An
   * episode that was made elsewhere is held against nothing but the voice that speaks.
   *
   * @throws Problem when its post or script cannot be read
   */
  public Optional<Diagnostic> hindrance(Path post) throws IOException {
    DryRun.State state = new DryRun(stages).stateAsSpoken(post, options);
    Episode episode = Episode.read(post, options.site(), stages.workspace());
    return switch (state) {
      case NO_EPISODE -> Optional.of(at(post, Message.of("publish.noEpisode")));
      case STALE -> Optional.of(at(post, Message.of("undo.mp3Outdated")));
      case UP_TO_DATE, FOREIGN ->
          episode.mp3().isEmpty()
              ? Optional.of(at(post, Message.of("publish.noAudio")))
              : draft(episode);
    };
  }

  private static Optional<Diagnostic> draft(Episode episode) throws IOException {
    return episode.isDraft()
        ? Optional.of(
            episode
                .front()
                .at(FrontMatter.PATH, Message.of("publish.draftVoice", named(episode.post()))))
        : Optional.empty();
  }

  /**
   * Checks that nothing forbids to publish an episode.
   *
   * @throws Problem of kind INPUT that says what does
   */
  void require(Path post) throws IOException {
    Optional<Diagnostic> hindrance = hindrance(post);
    if (hindrance.isPresent()) {
      throw Problem.in(hindrance.get());
    }
  }

  private static Diagnostic at(Path post, Message message) {
    return Diagnostic.of(post, message).withNext("check.runBuild", named(post));
  }

  private static String named(Path post) {
    return Escaped.word(post.toString());
  }
}
