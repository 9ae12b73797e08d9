package dev.zundacast.pipeline.episode;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Show;
import dev.zundacast.pipeline.Stages;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import dev.zundacast.post.Shows;
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
 * @param show that its episode is of
 * @param target where its MP3 goes
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes of one file, compared once and never shared
record PostOnDisk(Path file, byte[] bytes, Post post, Show show, Target target) {
  /**
   * Reads a post.
   *
   * @throws Problem when its MP3 or its script is another post's
   */
  static PostOnDisk read(Path file, BuildOptions options, Stages stages, NamedAudio named)
      throws IOException {
    byte[] bytes = Posts.bytes(file);
    Post post = Posts.read(file);
    Show show = options.script().show(post, Shows.find(file, options.site()), stages.voices());
    Target target = Target.of(post, show, stages.workspace());
    target.requireOwn(post, show, stages.workspace(), named);
    stages.workspace().ownScript(file, show.root());
    return new PostOnDisk(file, bytes, post, show, target);
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
