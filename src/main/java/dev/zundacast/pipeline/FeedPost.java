package dev.zundacast.pipeline;

import dev.zundacast.episode.Post;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A post as feeds show it.
 *
 * @param file the post
 * @param named its {@code audio_file_path}
 * @param audio its audio on this machine
 * @param date when it is published, empty when the post cannot be read
 */
record FeedPost(Path file, String named, Optional<Path> audio, Optional<OffsetDateTime> date) {
  static FeedPost of(CheckedPost post, String named) {
    return new FeedPost(post.file(), named, post.audio(), post.post().map(Post::date));
  }

  /** Whether an enclosure's address is that of the post's audio. */
  boolean isAt(String url) {
    return url.endsWith(named) || AudioFolder.unescaped(url).endsWith(AudioFolder.unescaped(named));
  }
}
