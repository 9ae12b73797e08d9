package dev.zundacast.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Json;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Timeline;
import dev.zundacast.episode.Timeline.TimedLine;
import dev.zundacast.script.NarrationSource;
import dev.zundacast.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    Optional<Path> made =
        BuildRecord.read(folder)
            .map(it -> folder.resolve(Workspace.stem(Path.of(it.mp3())) + ".json"))
            .filter(Files::isRegularFile);
    return made.isEmpty() ? Optional.empty() : timed(post, timeline(made.get()));
  }

  /** When the lines of a transcript are heard. */
  private static Timeline timeline(Path transcript) throws IOException {
    JsonNode made = Json.tree(Files.readAllBytes(transcript));
    List<TimedLine> lines = new ArrayList<>();
    for (JsonNode line : made.path("lines")) {
      lines.add(
          new TimedLine(
              line.path("id").asText(),
              line.path("section").asText(),
              line.path("speaker").asText(),
              line.path("written").asText(),
              line.path("spoken").asText(),
              line.path("start_ms").asLong(),
              line.path("end_ms").asLong()));
    }
    long millis = made.path("duration_ms").asLong();
    return new Timeline(millis, made.path("sample_rate").asInt(), List.of(), lines);
  }
}
