package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Timeline;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.script.Scripts;
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
  /** A file of slides, and what it is to hold. */
  public record Timed(Path file, String text) {
    /** Writes it. */
    public void write() throws IOException {
      AtomicFile.write(file, text);
    }
  }

  /**
   * Reads the slides of a post, so that it is known before anything is spoken whether they can be.
   *
   * @throws Problem when they cannot
   */
  public void require(Post post) throws IOException {
    Optional<Path> slides = place.flatMap(it -> it.file(post));
    if (slides.isPresent()) {
      Scripts.requireSlides(slides.get());
    }
  }

  /** The slides of a post where their times are not those of its episode. */
  public Optional<Timed> timed(Post post, Timeline timeline) throws IOException {
    Optional<Path> slides = place.flatMap(it -> it.file(post));
    if (slides.isEmpty()) {
      return Optional.empty();
    }
    String text = Scripts.timed(slides.get(), timeline);
    boolean same = text.equals(Files.readString(slides.get()));
    return same ? Optional.empty() : Optional.of(new Timed(slides.get(), text));
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

  /** The same with the lines of the episode that was built here. */
  public Optional<Timed> timed(Post post) throws IOException {
    Path folder = Workspace.episode(out, post.file());
    Optional<BuildRecord> built = BuildRecord.read(folder);
    Optional<Timeline> heard = built.isPresent() ? built.get().timeline(folder) : Optional.empty();
    return heard.isPresent() ? timed(post, heard.get()) : Optional.empty();
  }
}
