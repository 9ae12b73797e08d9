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

/** A post as it was read, so that a later write never undoes what a person changed meanwhile. */
record PostOnDisk(FrontMatter front, Post post, Show show, Target target) {
  /** Reads a post; a problem where its MP3 or its script is another post's. */
  static PostOnDisk read(Path file, BuildOptions options, Stages stages, Target.NamedAudio named)
      throws IOException {
    FrontMatter front = FrontMatter.read(file);
    Post post = Posts.of(front);
    Show show = options.script().show(post, Shows.find(file, options.site()), stages.voices());
    Target target = Target.of(front, show, stages.workspace());
    target.requireOwn(front, show, stages.workspace(), named);
    stages.workspace().ownScript(file, show.root());
    return new PostOnDisk(front, post, show, target);
  }

  Path file() {
    return front.file();
  }

  /** Whether the post says this size and length already. */
  boolean hasValues(long size, long millis) {
    return Arrays.equals(front.withAudio(size, millis), front.bytes());
  }

  /** Checks that the post is still what was read. */
  void requireUnchanged() throws IOException {
    if (!front.isUnchanged()) {
      throw Problem.in(Diagnostic.of(file(), "build.postChanged"));
    }
  }

  /** Puts the episode's size and length into the post, if it is still what was read. */
  void putValues(long size, long millis) throws IOException {
    requireUnchanged();
    if (!hasValues(size, millis)) {
      AtomicFile.write(AtomicFile.behind(file()), front.withAudio(size, millis));
    }
  }
}
