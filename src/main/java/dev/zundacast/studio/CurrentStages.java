package dev.zundacast.studio;

import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.reading.Readings;
import dev.zundacast.voice.VoiceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The stages, opened once and kept warm; a reading list or a voice that was changed is read again.
 */
public final class CurrentStages {
  private final Workspace workspace;
  private Generation now;
  private List<Long> voices;

  /**
   * The stages as they are.
   *
   * @param number counts up when lines may be read otherwise than before
   */
  public record Generation(Stages stages, int number, List<Long> changed) {}

  /**
   * Opens them.
   *
   * @throws dev.zundacast.episode.Problem when a voice file or the reading list is wrong
   */
  public CurrentStages(Workspace workspace) throws IOException {
    this.workspace = workspace;
    this.voices = voices();
    this.now = new Generation(opened(), 1, changed(workspace.readings()));
  }

  /** The stages as they are now. */
  public Stages get() throws IOException {
    return generation().stages();
  }

  /** The stages as they are now, with the number of the reading list's state. */
  public synchronized Generation generation() throws IOException {
    List<Long> changed = changed(workspace.readings());
    List<Long> files = voices();
    if (!files.equals(voices)) {
      now = new Generation(opened(), now.number() + 1, changed);
      voices = files;
    } else if (!changed.equals(now.changed())) {
      Stages before = now.stages();
      Readings fresh = Readings.open(workspace.readings(), before.words());
      now = new Generation(remembering(before, fresh), now.number() + 1, changed);
    }
    return now;
  }

  private Stages opened() throws IOException {
    Stages fresh = Stages.open(workspace);
    return remembering(fresh, fresh.readings());
  }

  /** The same lines are read for the page, for a build and for the list of posts. */
  private static Stages remembering(Stages stages, Readings readings) {
    return new Stages(
        stages.workspace(),
        stages.voices(),
        stages.scripts(),
        readings.remembering(),
        stages.words());
  }

  private List<Long> voices() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : workspace.voices()) {
      files.addAll(VoiceFiles.in(folder));
    }
    return changed(files);
  }

  /** When files were changed last, and how long they are. */
  private static List<Long> changed(List<Path> files) throws IOException {
    List<Long> times = new ArrayList<>();
    for (Path file : files) {
      boolean there = Files.exists(file);
      times.add(there ? Files.getLastModifiedTime(file).toMillis() : 0);
      times.add(there ? Files.size(file) : 0);
    }
    return times;
  }
}
