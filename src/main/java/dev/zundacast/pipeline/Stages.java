package dev.zundacast.pipeline;

import dev.zundacast.episode.Script;
import dev.zundacast.episode.Voices;
import dev.zundacast.reading.Readings;
import dev.zundacast.script.Scripts;
import dev.zundacast.voice.VoiceFiles;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The stages that need no engine, opened once for all posts of a run. */
public final class Stages {
  private final Workspace workspace;
  private final Voices voices;
  private final Scripts scripts;
  private final Beside<Readings> readings;

  private Stages(Workspace workspace, Voices voices, Scripts scripts, Beside<Readings> readings) {
    this.workspace = workspace;
    this.voices = voices;
    this.scripts = scripts;
    this.readings = readings;
  }

  /**
   * Opens the stages.
   *
   * @throws dev.zundacast.episode.Problem when a voice file or the reading list is wrong
   */
  public static Stages open(Workspace workspace) throws IOException {
    Stages stages = begin(workspace);
    stages.readings();
    return stages;
  }

  /**
   * Opens what scripts need; the readings are still being opened then.
   *
   * @throws dev.zundacast.episode.Problem when a voice file is wrong
   */
  public static Stages begin(Workspace workspace) throws IOException {
    Morphology words = new Morphology();
    Voices voices = VoiceFiles.load(workspace.voices());
    Scripts scripts = new Scripts(voices, words);
    return new Stages(
        workspace,
        voices,
        scripts,
        Beside.start("readings", () -> Readings.open(workspace.readingList(), words)));
  }

  /** The folders of the run. */
  public Workspace workspace() {
    return workspace;
  }

  /** The characters. */
  public Voices voices() {
    return voices;
  }

  /** Writes and reads scripts. */
  public Scripts scripts() {
    return scripts;
  }

  /**
   * Turns written lines into spoken ones.
   *
   * @throws dev.zundacast.episode.Problem when the reading list is wrong
   */
  public Readings readings() throws IOException {
    return readings.await();
  }

  /** The script of a post as it is on disk, if it has one. */
  public Optional<Script> scriptOf(Path post) throws IOException {
    Path file = workspace.script(post);
    return Files.exists(file) ? Optional.of(scripts.read(file)) : Optional.empty();
  }
}
