package dev.zundacast.pipeline.episode;

import dev.zundacast.audio.Track;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.disk.Digest;
import dev.zundacast.disk.SafePath;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.episode.Post;
import dev.zundacast.episode.Timeline;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Escaped;
import dev.zundacast.pipeline.PublishRecord;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.post.SiteKind;
import dev.zundacast.tag.Tags;
import dev.zundacast.tag.Tags.Sidecar;
import dev.zundacast.tasks.BackgroundTask;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** The files of an episode: its MP3, its side files, the record of its build, and its post. */
final class EpisodeFiles {
  private static final String TIMELINE = ".json";

  private final EpisodePlan plan;
  private final BuildRecord record;
  private final Workspace workspace;
  private final BuildOptions options;
  private final Path mp3;
  private final Path folder;
  private final Optional<BuildRecord> last;

  /** Where the templates of a Jekyll site find the timeline. */
  private final Optional<Path> data;

  /** The files as the last build left them. */
  EpisodeFiles(EpisodePlan plan, Workspace workspace, BuildOptions options) throws IOException {
    this.plan = plan;
    this.record = plan.record(options);
    this.workspace = workspace;
    this.options = options;
    this.mp3 = plan.post().target().mp3();
    this.folder = workspace.episode(plan.post().file());
    this.last = BuildRecord.read(folder);
    this.data = isForSite() ? data() : Optional.empty();
  }

  private boolean isForSite() {
    return options.sidecars() == Settings.SideFiles.OUT_AND_SITE;
  }

  private Optional<Path> data() throws IOException {
    Path root = plan.post().show().root();
    if (!SiteKind.at(root).equals(Optional.of(SiteKind.JEKYLL))) {
      return Optional.empty();
    }
    // Of a data file's name Jekyll keeps these signs alone.
    String key =
        Escaped.name(Post.stem(plan.post().file()))
            .replace(".", "2E")
            .replace("~", "7E")
            .replaceAll("[^A-Za-z0-9_-]", "");
    Path file = root.resolve("_data/zundacast").resolve(key + TIMELINE);
    SafePath.requireInside(root, file, 0, Message.of("build.putFolder"));
    return Optional.of(file);
  }

  /** Whether the last build made this very episode, and all of its files are there. */
  boolean areUpToDate() throws IOException {
    return last.isPresent()
        && record.offline().work().equals(last.get().offline().work())
        && last.get().made(mp3)
        && (last.get().holds(mp3) || isUploadedOnly(last.get()))
        && sideFiles().stream().allMatch(Files::isRegularFile)
        && (options.values() == BuildOptions.Values.LEFT_TO_COLLECT
            || plan.post().hasValues(last.get().bytes(), last.get().millis()));
  }

  /** Whether the MP3 of the last build is where it was uploaded to, and no longer here. */
  private boolean isUploadedOnly(BuildRecord made) throws IOException {
    return !plan.post().target().uploadTo().isEmpty()
        && !Files.exists(mp3)
        && plan.post().hasValues(made.bytes(), made.millis())
        && PublishRecord.read(folder).has(PublishRecord.UPLOADED, made.content());
  }

  /** The record of the last build, where they are up to date. */
  BuildRecord last() {
    return last.orElseThrow();
  }

  /** Removes temporary files that killed builds left beside the MP3 and the post. */
  void removeStale() {
    Path post = plan.post().file();
    // Only this build writes this MP3 and this post: their parts go however young they are.
    List.of(mp3, post).forEach(StaleTempFiles::removeAllOf);
    List.of(mp3, post).forEach(file -> StaleTempFiles.removeOld(file.resolveSibling("")));
  }

  /** Writes the MP3, what tells of it, and last the post's two values; gives the MP3's bytes. */
  long write(Track track, List<Message> notes) throws IOException {
    Timeline timeline = track.timeline().withImages(plan.pictures().addresses());
    // The MP3 of a text that is no longer there would meet the post's older values.
    plan.post().requireUnchanged();
    keepForeignMp3().ifPresent(notes::add);
    String content;
    // They are made while the disk takes the MP3: of a changed line's second that is a part.
    try (BackgroundTask<List<Sidecar>> texts =
        BackgroundTask.start(
            "side files", () -> Tags.sideFiles(plan.tag(), Workspace.name(mp3), timeline))) {
      content = writeMp3(Tags.id3(plan.tag(), timeline), track);
      writeSideFiles(texts.join());
    }
    long bytes = Files.size(mp3);
    keepRecord(bytes, content, track).ifPresent(notes::add);
    if (options.values() == BuildOptions.Values.WRITTEN) {
      plan.post().putValues(bytes, timeline.durationMillis());
    }
    return bytes;
  }

  /** Writes the MP3; gives what it holds, as {@link Digest#file} tells it. */
  private String writeMp3(byte[] tag, Track track) throws IOException {
    try (AtomicFile file = AtomicFile.begin(AtomicFile.behind(mp3))) {
      CRC32C sum = new CRC32C();
      OutputStream out = new CheckedOutputStream(file.out(), sum);
      out.write(tag);
      track.writeTo(out);
      file.commit();
      return Digest.file(Files.size(mp3), sum);
    }
  }

  /** Copies an MP3 of others to {@code out/replaced/} before it is replaced, and says so. */
  private Optional<Message> keepForeignMp3() throws IOException {
    if (!Files.isRegularFile(mp3) || isOurs()) {
      return Optional.empty();
    }
    Path replaced = AtomicFile.makeFolder(workspace.out().resolve("replaced"));
    for (int copy = 1; ; copy++) {
      String number = copy == 1 ? "" : "-" + copy;
      Path kept = replaced.resolve(Post.stem(mp3) + number + ".mp3");
      try {
        Files.copy(mp3, kept);
        return Optional.of(Message.of("build.foreignKept", kept));
      } catch (FileAlreadyExistsException taken) {
        // The next number.
      }
    }
  }

  /** Ours is what the last build left, and what carries this program's name in its tag. */
  private boolean isOurs() throws IOException {
    boolean lastBuild =
        last.isPresent() && last.get().made(mp3) && last.get().bytes() == Files.size(mp3);
    return lastBuild
        || Tags.read(mp3).filter(tag -> tag.encodedBy().equals("zundacast")).isPresent();
  }

  /** What is only remembered fails no build; tells when it could not be. */
  private Optional<Message> keepRecord(long bytes, String content, Track track) {
    try {
      long millis = track.timeline().durationMillis();
      record.finished(bytes, content, millis, track.loudness()).write(folder);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(Message.of("build.noRecord", folder.resolve(BuildRecord.FILE)));
    }
  }

  private void writeSideFiles(List<Sidecar> sidecars) throws IOException {
    for (Sidecar sidecar : sidecars) {
      for (Path file : sideFiles(sidecar.suffix())) {
        AtomicFile.write(file, sidecar.text());
      }
    }
  }

  private List<Path> sideFiles() {
    return Tags.SIDE_FILE_SUFFIXES.stream().flatMap(suffix -> sideFiles(suffix).stream()).toList();
  }

  /** The places of one kind of side file. */
  private List<Path> sideFiles(String suffix) {
    String name = Post.stem(mp3) + suffix;
    List<Path> files = new ArrayList<>(List.of(folder.resolve(name)));
    if (isForSite() && plan.post().target().uploadTo().isEmpty()) {
      files.add(mp3.resolveSibling(name));
    }
    if (suffix.equals(TIMELINE)) {
      data.ifPresent(files::add);
    }
    return files;
  }
}
