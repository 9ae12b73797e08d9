package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.HeldLock;
import dev.zundacast.episode.Problem;
import dev.zundacast.pipeline.Workspace;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Old episodes out of the site to where it uploads: the MP3 is uploaded and compared, the post
 * names its address, and last the file goes. Until it has gone, all can be taken back.
 */
public final class Archive implements Closeable {
  private final Workspace workspace;
  private final Optional<Path> site;
  private final UploadSettings settings;
  private final Uploads uploads;

  /** How far an archive goes. */
  public enum Mode {
    /** To the end. */
    MOVE,
    /** The file stays in the site, so that all can be taken back. */
    KEEP_FILE,
    /** Nothing is done. */
    DRY_RUN,
    /** What is there still is taken back. */
    TAKE_BACK
  }

  private Archive(
      Workspace workspace, Optional<Path> site, UploadSettings settings, Uploads uploads) {
    this.workspace = workspace;
    this.site = site;
    this.settings = settings;
    this.uploads = uploads;
  }

  /**
   * Opens where a show uploads to.
   *
   * @param root the show's folder, in which commands run
   * @param site the site's root where it was named
   * @param env the environment of commands, with the keys of a bucket
   * @throws Problem of kind INPUT when the show uploads nowhere
   */
  public static Archive open(
      Path root,
      Optional<Path> site,
      Workspace workspace,
      UploadSettings upload,
      Map<String, String> env) {
    if (upload.address().isEmpty()) {
      throw Problem.of(
          Problem.Kind.INPUT,
          "neither archive nor publish.upload is in zundacast.yaml, so there is no place to archive"
              + " to");
    }
    Uploads uploads = Uploads.open(upload, new Shells(root, env), env);
    return new Archive(workspace, site, upload, uploads);
  }

  /**
   * What was done with a post.
   *
   * @param bytes that left the site, or would
   * @param what in words
   */
  public record Outcome(Path post, State state, long bytes, String what) {
    /** How far it is. */
    public enum State {
      DONE,
      ALREADY,
      PLANNED
    }
  }

  /**
   * Archives one post.
   *
   * @throws IOException when the upload failed or is not what was sent; then the post and the file
   *     stay as they are
   */
  public Outcome run(Path post, Mode mode) throws IOException {
    if (mode == Mode.DRY_RUN) {
      return planned(Episode.read(post, site, workspace));
    }
    try (HeldLock lock = HeldLock.take(workspace.lock(post), Workspace.name(post))) {
      Episode episode = Episode.read(post, site, workspace);
      return mode == Mode.TAKE_BACK ? takenBack(episode) : archived(episode, mode);
    }
  }

  private static Outcome planned(Episode episode) throws IOException {
    Optional<Path> file = inSite(episode);
    return file.isEmpty()
        ? already(episode)
        : new Outcome(
            episode.post(),
            Outcome.State.PLANNED,
            Files.size(file.get()),
            "would move " + Workspace.name(file.get()));
  }

  private static Outcome already(Episode episode) {
    return new Outcome(episode.post(), Outcome.State.ALREADY, 0, "its audio is not in the site");
  }

  /** The file that is to leave the site. */
  private static Optional<Path> inSite(Episode episode) throws IOException {
    return episode.isRemote() ? Relocation.leftInSite(episode) : episode.mp3();
  }

  private Outcome archived(Episode episode, Mode mode) throws IOException {
    Optional<Path> file = inSite(episode);
    if (file.isEmpty()) {
      return already(episode);
    }
    String name = Workspace.name(file.get());
    long bytes = Files.size(file.get());
    uploads.upload(file.get(), name);
    if (!uploads.arrived(file.get(), name)) {
      throw new IOException(
          settings.addressOf(name) + " is not the file that was uploaded; nothing was changed");
    }
    Relocation.rename(episode, settings.addressOf(name));
    if (mode == Mode.MOVE) {
      UploadStep.clear(Episode.read(episode.post(), site, workspace));
    }
    String stays = mode == Mode.MOVE ? "" : ", the file stays for now";
    return new Outcome(episode.post(), Outcome.State.DONE, bytes, settings.addressOf(name) + stays);
  }

  private static Outcome takenBack(Episode episode) throws IOException {
    if (!episode.isRemote()) {
      return new Outcome(episode.post(), Outcome.State.ALREADY, 0, "its audio is in the site");
    }
    if (Relocation.leftInSite(episode).isEmpty()) {
      String gone =
          "its file is not in the site any more; fetch it from " + episode.place().named();
      return new Outcome(episode.post(), Outcome.State.ALREADY, 0, gone);
    }
    Relocation.takeBack(episode);
    return new Outcome(
        episode.post(), Outcome.State.DONE, 0, "names " + Relocation.former(episode) + " again");
  }

  @Override
  public void close() {
    uploads.close();
  }
}
