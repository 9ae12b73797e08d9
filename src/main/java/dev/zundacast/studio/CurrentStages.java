package dev.zundacast.studio;

import dev.zundacast.pipeline.Stages;
import dev.zundacast.pipeline.Workspace;
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

  /**
   * The stages as they are.
   *
   * @param number counts up when lines may be read otherwise than before
   * @param files when each file was changed last, and how long it is
   */
  public record Generation(Stages stages, int number, List<Object> files) {}

  /**
   * Opens them.
   *
   * @throws dev.zundacast.episode.Problem when a voice file or the reading list is wrong
   */
  public CurrentStages(Workspace workspace) throws IOException {
    this.workspace = workspace;
    this.now = new Generation(Stages.open(workspace).current(), 1, files());
  }

  /** The stages as they are now, with the number of the reading list's state. */
  public synchronized Generation generation() throws IOException {
    List<Object> files = files();
    if (!files.equals(now.files())) {
      now = new Generation(now.stages().current(), now.number() + 1, files);
    }
    return now;
  }

  private List<Object> files() throws IOException {
    List<Path> all = new ArrayList<>(workspace.readings());
    for (Path folder : workspace.voices()) {
      all.addAll(VoiceFiles.in(folder));
    }
    List<Object> states = new ArrayList<>();
    for (Path file : all) {
      if (Files.exists(file)) {
        states.addAll(List.of(file, Files.getLastModifiedTime(file), Files.size(file)));
      }
    }
    return states;
  }
}
