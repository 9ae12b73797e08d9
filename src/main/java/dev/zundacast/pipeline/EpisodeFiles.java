package dev.zundacast.pipeline;

import dev.zundacast.audio.Track;
import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Timeline;
import dev.zundacast.tag.SidecarContent;
import dev.zundacast.tag.Tags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An episode's MP3 and what tells of it, onto the disk. */
final class EpisodeFiles {
  private final EpisodePlan plan;
  private final Workspace workspace;
  private final BuildOptions options;

  EpisodeFiles(EpisodePlan plan, Workspace workspace, BuildOptions options) {
    this.plan = plan;
    this.workspace = workspace;
    this.options = options;
  }

  /**
   * What tells of an episode's times.
   *
   * @param head the MP3's tag
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Told(Timeline timeline, byte[] head, SideFiles sideFiles) {}

  private Told told(Timeline times) {
    Timeline timeline = times.withImages(plan.pictures().addresses());
    SideFiles sideFiles = sideFiles(timeline);
    return new Told(timeline, Tags.id3(plan.tag(), timeline), sideFiles);
  }

  /** Writes the MP3, then what tells of it, and gives the MP3's bytes. */
  long write(Track track, List<String> notes) throws IOException {
    Path mp3 = plan.target().mp3();
    Told told = told(track.timeline());
    // The MP3 of a text that is no longer there would meet the post's older values.
    plan.onDisk().requireUnchanged();
    Replaced.keep(mp3, plan.last(), workspace).ifPresent(notes::add);
    AtomicFile.write(
        mp3,
        out -> {
          out.write(told.head());
          track.writeTo(out);
        });
    long bytes = Files.size(mp3);
    long millis = told.timeline().durationMillis();
    told.sideFiles().write();
    plan.record().finished(bytes, millis).write(workspace.episode(plan.post()));
    plan.onDisk().putValues(bytes, millis);
    return bytes;
  }

  private SideFiles sideFiles(Timeline timeline) {
    Target target = plan.target();
    String stem = Workspace.stem(target.mp3());
    List<Path> stems = new ArrayList<>(List.of(workspace.episode(plan.post()).resolve(stem)));
    if (options.sidecars() == BuildOptions.SideFiles.OUT_AND_SITE && target.uploadTo().isEmpty()) {
      stems.add(target.mp3().resolveSibling(stem));
    }
    String mp3 = Workspace.name(target.mp3());
    String title = plan.onDisk().post().title();
    return SideFiles.begin(stems, timeline, new SidecarContent(mp3, title, plan.show().title()));
  }
}
