package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Timeline;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.script.narration.Slides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of slides that a show's settings name, where they do, to the same with the times at
 * which the lines of their episodes are heard.
 */
public record EpisodeSlides(Optional<NarrationSource> place, Path out) {
  /** Reads the slides of a post, so that it is known before anything is spoken that they can be. */
  public void require(Post post) throws IOException {
    Optional<Path> slides = place.flatMap(it -> it.file(post));
    if (slides.isPresent()) {
      Slides.read(slides.get());
    }
  }

  /**
   * Puts the times of an episode into its slides, unless it only looks; gives their file where
   * other times stood in it.
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

  /** When the lines of a post's episode are heard; empty for other bytes or without slides. */
  public Optional<Timeline> heard(Path post, long bytes) throws IOException {
    Path folder = Workspace.episode(out, post);
    Optional<BuildRecord> built =
        place.flatMap(it -> BuildRecord.read(folder)).filter(it -> it.bytes() == bytes);
    return built.isPresent() ? built.get().timeline(folder) : Optional.empty();
  }
}
