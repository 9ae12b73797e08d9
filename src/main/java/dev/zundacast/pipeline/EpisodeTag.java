package dev.zundacast.pipeline;

import dev.zundacast.episode.Post;
import dev.zundacast.episode.Show;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.tag.TagContent;
import dev.zundacast.voice.EnginePool;
import java.util.List;

/** What an episode's tag says, gathered from the post, the show and who speaks. */
final class EpisodeTag {
  private EpisodeTag() {}

  static TagContent of(
      Post post, Show show, EpisodePictures pictures, List<SpokenLine> spoken, EnginePool engines) {
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
        pictures.cover(),
        pictures.chapters());
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
