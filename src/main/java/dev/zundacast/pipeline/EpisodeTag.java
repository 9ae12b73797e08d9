package dev.zundacast.pipeline;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.tag.Picture;
import dev.zundacast.tag.TagContent;
import dev.zundacast.tag.Tags;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an episode's tag says, gathered from the post, the show and who speaks. */
final class EpisodeTag {
  private EpisodeTag() {}

  static TagContent of(Post post, Show show, List<SpokenLine> spoken, EnginePool engines)
      throws IOException {
    return new TagContent(
        post.title(),
        show.title(),
        post.number(),
        post.date(),
        show.language(),
        post.description(),
        link(post, show),
        credits(spoken, engines),
        engines.info().isDraft() ? TagContent.Take.DRAFT : TagContent.Take.FINAL,
        cover(show),
        Map.of());
  }

  private static Optional<Picture> cover(Show show) throws IOException {
    Optional<Path> file = show.cover();
    return file.isPresent() ? Optional.of(Tags.picture(file.get())) : Optional.empty();
  }

  private static List<String> credits(List<SpokenLine> spoken, EnginePool engines) {
    return spoken.stream().map(SpokenLine::voice).map(engines::credit).distinct().toList();
  }

  /** Yattecast's permalink: /episode/ and the post's number. */
  private static String link(Post post, Show show) {
    if (show.url().isEmpty() || post.number().isEmpty()) {
      return show.url();
    }
    return show.url() + "/episode/" + post.number().getAsInt() + "/";
  }
}
