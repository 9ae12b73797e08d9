package dev.zundacast.pipeline.episode;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A post with the bytes that it was read from, so that a later write never undoes what a person
 * changed meanwhile.
 *
 * @param file the post
 * @param bytes its bytes
 * @param post what they say
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one file, compared once and never shared
record PostOnDisk(Path file, byte[] bytes, Post post) {

  static PostOnDisk read(Path file) throws IOException {
    return new PostOnDisk(file, Posts.bytes(file), Posts.read(file));
  }

  /** Whether the post says this size and length already. */
  boolean hasValues(long size, long millis) throws IOException {
    return Arrays.equals(withValues(size, millis), bytes);
  }

  /**
   * Checks that the post is still what was read.
   *
   * @throws Problem when the post was changed since; it is left as it is
   */
  void requireUnchanged() throws IOException {
    if (!Arrays.equals(Posts.bytes(file), bytes)) {
      throw Problem.in(Diagnostic.of(file, "build.postChanged"));
    }
  }

  /**
   * Puts the episode's size and length into the post.
   *
   * @throws Problem when the post was changed since it was read; it is left as it is
   */
  void putValues(long size, long millis) throws IOException {
    byte[] after = withValues(size, millis);
    requireUnchanged();
    if (!Arrays.equals(after, bytes)) {
      AtomicFile.write(AtomicFile.behind(file), after);
    }
  }

  /** The post's bytes with another size and length in it. */
  byte[] withValues(long size, long millis) throws IOException {
    return FrontMatter.parse(file, bytes).withAudio(size, millis);
  }
}
