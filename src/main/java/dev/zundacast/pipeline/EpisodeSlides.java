package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Timeline;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.script.narration.Slides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of slides that a show's settings name, to the same with the times at which the lines of
 * their episodes are heard.
 *
 * @param place where they are, empty where the settings name none
 * @param out where builds leave what they made
 */
public record EpisodeSlides(Optional<NarrationSource> place, Path out) {
  /**
   * Reads the slides of a post, so that it is known before anything is spoken whether they can be.
   *
   * @throws Problem when they cannot
   */
  public void require(Post post) throws IOException {
    Optional<Path> slides = place.flatMap(it -> it.file(post));
    if (slides.isPresent()) {
      Slides.read(slides.get());
    }
  }

  /**
   * Puts the times of a post's episode into its slides.
   *
   * @param writes whether they are written, else it is only looked whether they would be
   * @return their file where other times stood in it
   */
  public Optional<Path> fill(Post post, Timeline timeline, boolean writes) throws IOException {
    Optional<Path> slides = place.flatMap(it -> it.file(post));
    if (slides.isEmpty()) {
      return slides;
    }
    String text = Slides.read(slides.get()).timed(timeline);
    if (text.equals(Files.readString(slides.get()))) {
      return Optional.empty();
    }
    if (writes) {
      AtomicFile.write(slides.get(), text);
    }
    return slides;
  }

  /**
   * Whether a post may have slides whose episode was built here.
   *
   * @param bytes of the audio that the post has: another one's lines are not known
   */
  public boolean mayHave(Path post, long bytes) {
    return place.isPresent()
        && BuildRecord.read(Workspace.episode(out, post))
            .filter(it -> it.bytes() == bytes)
            .isPresent();
  }

  /** The same with the times of the episode that was built here. */
  public Optional<Path> fill(Post post, boolean writes) throws IOException {
    if (place.flatMap(it -> it.file(post)).isEmpty()) {
      return Optional.empty();
    }
    Path folder = Workspace.episode(out, post.file());
    Optional<BuildRecord> built = BuildRecord.read(folder);
    Optional<Timeline> heard = built.isPresent() ? built.get().timeline(folder) : Optional.empty();
    return heard.isPresent() ? fill(post, heard.get(), writes) : Optional.empty();
  }
}
