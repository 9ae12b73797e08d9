package dev.zundacast.pipeline.publish;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.HeldLock;
import dev.zundacast.disk.SafePath;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Problem;
import dev.zundacast.message.Message;
import dev.zundacast.message.MessageException;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.PublishRecord;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.pipeline.publish.Publish.State;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Old episodes out of the site to where it uploads: the MP3 is uploaded and compared, the post
 * names its address, and last the file goes. Until it has gone, all can be taken back.
 */
public record Archive(
    PublishSettings settings, Optional<Path> site, Workspace workspace, Map<String, String> env) {
  /**
   * Until the file has left the site, the record of the episode's folder says what it was called,
   * so that a run which was killed is finished, or taken back, by another.
   */
  private static final String FORMER = "path-before";

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

  /**
   * The shell's command that uploads {@code $ZUNDACAST_MP3}, and the address that listeners fetch;
   * {name} is the MP3's name, escaped.
   */
  public record Place(String run, String address) {
    String addressOf(String name) {
      return address.replace("{name}", Escaped.name(name));
    }
  }

  public Archive {
    if (settings.archive().isEmpty()) {
      throw Problem.in(Diagnostic.of(settings.show().settings(), "archive.none"));
    }
  }

  /** What was done with a post, in words, and how many bytes left the site, or would. */
  public record Outcome(Path post, State state, long bytes, Message what) {}

  /** Archives one post; where the upload fails or is not what was sent, all stays as it is. */
  public Outcome run(Path post, Mode mode) throws IOException {
    if (mode == Mode.DRY_RUN) {
      return planned(Episode.read(post, site, workspace));
    }
    try (HeldLock lock = workspace.lock(post)) {
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
            State.PLANNED,
            Files.size(file.get()),
            Message.of("archive.wouldMove", Workspace.name(file.get())));
  }

  private static Outcome already(Episode episode) {
    return new Outcome(episode.post(), State.ALREADY, 0, Message.of("archive.outside"));
  }

  /** The file that is to leave the site. */
  private static Optional<Path> inSite(Episode episode) throws IOException {
    return episode.isRemote() ? leftInSite(episode) : episode.mp3();
  }

  private Outcome archived(Episode episode, Mode mode) throws IOException {
    Optional<Path> file = inSite(episode);
    if (file.isEmpty()) {
      return already(episode);
    }
    Place place = settings.archive().orElseThrow();
    String name = Workspace.name(file.get());
    long bytes = Files.size(file.get());
    String address = place.addressOf(name);
    Map<String, String> values = episode.values(workspace);
    values.put("ZUNDACAST_MP3", file.get().toString());
    values.put("ZUNDACAST_FILE", name);
    values.put("ZUNDACAST_AUDIO", address);
    settings.execute(place.run(), env, values);
    if (!isServed(address, Files.readAllBytes(file.get()))) {
      throw new MessageException(Message.of("archive.otherFile", address));
    }
    rename(episode, address);
    Optional<Path> left = leftInSite(Episode.read(episode.post(), site, workspace));
    if (mode == Mode.MOVE && left.isPresent()) {
      Files.delete(left.get());
    }
    Message what =
        mode == Mode.MOVE ? Message.plain(address) : Message.of("archive.fileStays", address);
    return new Outcome(episode.post(), State.DONE, bytes, what);
  }

  /** Lets the post name its file again, while that is still there. */
  private static Outcome takenBack(Episode episode) throws IOException {
    if (!episode.isRemote()) {
      return new Outcome(episode.post(), State.ALREADY, 0, Message.of("archive.inside"));
    }
    Optional<Path> file = leftInSite(episode);
    if (file.isEmpty()) {
      Message gone = Message.of("archive.gone", episode.front().path());
      return new Outcome(episode.post(), State.ALREADY, 0, gone);
    }
    Optional<BuildRecord> record = BuildRecord.read(episode.folder());
    if (record.isPresent()) {
      record.get().at(file.get()).write(episode.folder());
    }
    write(episode, former(episode));
    return new Outcome(episode.post(), State.DONE, 0, Message.of("archive.back", former(episode)));
  }

  /** Whether the address from which listeners fetch a file gives just these bytes. */
  private static boolean isServed(String address, byte[] bytes) throws IOException {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(Duration.ofMinutes(1))
            .build();
    Request request =
        new Request.Builder().url(address).header("Cache-Control", "no-cache").build();
    try (Response response = client.newCall(request).execute()) {
      return response.isSuccessful()
          && response.body().contentLength() <= bytes.length
          && MessageDigest.isEqual(response.body().bytes(), bytes);
    } catch (UnknownHostException e) {
      throw new MessageException(Message.of("archive.unseen", address), e);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  /** Lets the post name the address; the MP3 is at hand afterwards, too, if it was built here. */
  private static void rename(Episode episode, String address) throws IOException {
    Path file = episode.mp3().orElseThrow();
    String named = episode.front().path();
    PublishRecord record =
        PublishRecord.read(episode.folder()).with(PublishRecord.UPLOADED, Digest.file(file));
    (episode.isRemote() ? record : record.with(FORMER, named)).write(episode.folder());
    if (!named.equals(address)) {
      keep(episode, file);
      write(episode, address);
    }
  }

  /** Builds find the MP3 of a post with an address in its episode's folder. */
  private static void keep(Episode episode, Path file) throws IOException {
    Optional<BuildRecord> record = BuildRecord.read(episode.folder()).filter(it -> it.made(file));
    if (record.isEmpty()) {
      return;
    }
    Path folder = AtomicFile.makeFolder(episode.folder());
    Path kept = SafePath.resolve(folder, Workspace.name(file), episode.post());
    if (!kept.equals(file)) {
      AtomicFile.write(kept, Files.readAllBytes(file));
      record.get().at(kept).write(episode.folder());
    }
  }

  private static void write(Episode episode, String path) throws IOException {
    byte[] after = episode.front().withPath(path);
    if (!episode.front().isUnchanged()) {
      throw Problem.in(Diagnostic.of(episode.post(), "publish.postChanged"));
    }
    AtomicFile.write(AtomicFile.behind(episode.post()), after);
  }

  /** The site's file that a post with an address named before, while it is still there. */
  private static Optional<Path> leftInSite(Episode episode) throws IOException {
    String former = former(episode);
    if (former.isEmpty() || !episode.isRemote()) {
      return Optional.empty();
    }
    Path file = SafePath.resolve(episode.show().files(), former, episode.post());
    return Optional.of(file).filter(Files::isRegularFile);
  }

  /** What the post named before, "" when it never named a file of the site. */
  private static String former(Episode episode) {
    return PublishRecord.read(episode.folder()).done().getOrDefault(FORMER, "");
  }
}
