package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.PublishRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.FrontMatter;
import dev.zundacast.post.Posts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * An episode whose MP3 was uploaded: its post names the address instead of the site's file, and the
 * file leaves the site last. The record of the episode's folder says meanwhile what it was called,
 * so that a run which was killed is finished, or taken back, by another.
 */
final class Relocation {
  private static final String FORMER = "path-before";

  private Relocation() {}

  /** Lets the post name the address; the MP3 is at hand afterwards, too, if it was built here. */
  static void rename(Episode episode, String address) throws IOException {
    PublishRecord.read(episode.folder())
        .withUploaded(Digest.file(episode.mp3().orElseThrow()))
        .write(episode.folder());
    String named = episode.place().named();
    if (named.equals(address)) {
      return;
    }
    Path file = episode.mp3().orElseThrow();
    if (!episode.isRemote()) {
      PublishRecord.read(episode.folder()).with(FORMER, named).write(episode.folder());
    }
    keep(episode, file);
    write(episode, address);
  }

  /** Builds find the MP3 of a post with an address in its episode's folder. */
  private static void keep(Episode episode, Path file) throws IOException {
    Optional<BuildRecord> record = BuildRecord.read(episode.folder()).filter(it -> it.made(file));
    if (record.isEmpty()) {
      return;
    }
    Path kept = episode.uploaded(Workspace.name(file));
    if (!kept.equals(file)) {
      AtomicFile.write(kept, Files.readAllBytes(file));
      record.get().at(kept).write(episode.folder());
    }
  }

  private static void write(Episode episode, String path) throws IOException {
    byte[] bytes = episode.bytes();
    byte[] after = FrontMatter.parse(episode.post(), bytes).withPath(path);
    if (!Arrays.equals(Posts.bytes(episode.post()), bytes)) {
      throw Problem.in(
          Diagnostic.of(episode.post(), "the post was changed meanwhile; it is left as it is")
              .withNext("run the command again"));
    }
    AtomicFile.write(AtomicFile.behind(episode.post()), after);
  }

  /** The site's file that a post with an address named before, while it is still there. */
  static Optional<Path> leftInSite(Episode episode) throws IOException {
    String former = former(episode);
    if (former.isEmpty() || !episode.isRemote()) {
      return Optional.empty();
    }
    Path file = SafePath.resolve(episode.show().files(), former, episode.post());
    return Optional.of(file).filter(Files::isRegularFile);
  }

  /** What the post named before, "" when it never named a file of the site. */
  static String former(Episode episode) {
    return PublishRecord.read(episode.folder()).done().getOrDefault(FORMER, "");
  }

  /** Lets the post name its file again, which is still there. */
  static void takeBack(Episode episode) throws IOException {
    Path file = leftInSite(episode).orElseThrow();
    Optional<BuildRecord> record = BuildRecord.read(episode.folder());
    if (record.isPresent()) {
      record.get().at(file).write(episode.folder());
    }
    write(episode, former(episode));
  }
}
