package dev.zundacast.pipeline;

import dev.zundacast.disk.AtomicFile;
import dev.zundacast.episode.Timeline;
import dev.zundacast.tag.Sidecar;
import dev.zundacast.tag.SidecarContent;
import dev.zundacast.tag.Sidecars;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files beside an episode's MP3: transcripts, chapters, the timeline. */
final class SideFiles {
  private final List<Path> stems;
  private final Beside<List<Sidecar>> texts;

  private SideFiles(List<Path> stems, Beside<List<Sidecar>> texts) {
    this.stems = stems;
    this.texts = texts;
  }

  /**
   * Begins to put them into words, beside the work on the MP3.
   *
   * @param stems where each set of them goes, without an ending
   */
  static SideFiles begin(List<Path> stems, Timeline timeline, SidecarContent content) {
    return new SideFiles(stems, Beside.start("side files", () -> Sidecars.of(timeline, content)));
  }

  void write() throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    for (Path stem : stems) {
      for (Sidecar sidecar : texts.await()) {
        files.put(stem.resolveSibling(Workspace.name(stem) + sidecar.suffix()), sidecar.text());
      }
    }
    AtomicFile.writeAll(files);
  }
}
