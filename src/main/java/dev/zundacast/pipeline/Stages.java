package dev.zundacast.pipeline;

import dev.zundacast.disk.ProgramJar;
import dev.zundacast.disk.StaleTempFiles;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.episode.Line;
import dev.zundacast.episode.Problem;
import dev.zundacast.episode.Script;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.episode.Voice;
import dev.zundacast.episode.Voices;
import dev.zundacast.reading.Readings;
import dev.zundacast.script.Scripts;
import dev.zundacast.script.file.ScriptContent;
import dev.zundacast.voice.VoiceFiles;
import dev.zundacast.words.Morphology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The stages that need no engine, and the analyser that they share, for all posts of a run. */
public record Stages(
    Workspace workspace, Voices voices, Scripts scripts, Readings readings, Morphology words) {

  /**
   * Opens the stages, and removes temporary files that killed runs left in the folders; a problem
   * where a voice file or a reading list is wrong.
   */
  public static Stages open(Workspace workspace) throws IOException {
    StaleTempFiles.removeOldBelow(workspace.out());
    StaleTempFiles.removeOld(workspace.scripts());
    workspace.voices().forEach(StaleTempFiles::removeOld);
    Morphology words = new Morphology();
    return of(workspace, words, Readings.open(workspace.readings(), words));
  }

  /** The same as their files are now, for a program that goes on: what was read is remembered. */
  public Stages current() throws IOException {
    Stages now = of(workspace, words, Readings.open(workspace.readings(), words).remembering());
    return new Stages(workspace, now.voices, now.scripts.remembering(), now.readings, words);
  }

  private static Stages of(Workspace workspace, Morphology words, Readings readings)
      throws IOException {
    Voices voices = VoiceFiles.load(workspace.voices());
    Scripts scripts = new Scripts(voices, words, readings::read, workspace.changes());
    return new Stages(workspace, voices, scripts, readings, words);
  }

  /** What the script of a post says as it is on disk, if it has one. */
  public Optional<ScriptContent> openScript(Path post) throws IOException {
    Path file = workspace.ownScript(post, ShowFolder.of(post).root());
    return Files.exists(file) ? Optional.of(scripts.open(file)) : Optional.empty();
  }

  /** The lines of a script as an engine is sent them, also those that say nothing. */
  public Stream<SpokenLine> spoken(Script script) {
    return script.lines().map(line -> readings.read(line, voice(line, script)));
  }

  /** What the lines of a post's script were read as the last time. */
  public KnownReadings knownReadings(Path post) {
    Optional<String> program = readings.areRemembering() ? Optional.empty() : ProgramJar.identity();
    return KnownReadings.of(workspace.episode(post), readings, program);
  }

  /** The voice of a line's own speaker, else the script's; a problem where none has that name. */
  public Voice voice(Line line, Script script) {
    String name = script.speakerOf(line);
    Diagnostic unknown = Diagnostic.at(script.file(), line.fileLine(), "voices.none", name);
    return voices
        .find(name)
        .orElseThrow(() -> Problem.in(unknown.withNext("voices.known", voices.known())));
  }
}
