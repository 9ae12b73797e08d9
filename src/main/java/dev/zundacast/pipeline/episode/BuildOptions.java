package dev.zundacast.pipeline.episode;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.pipeline.Settings;
import dev.zundacast.script.ScriptOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a post is built.
 *
 * @param site the site that was named, else it is found above the post
 * @param script how the script is written
 * @param audio what the MP3 shall be
 * @param redo whether an episode that is up to date is left alone
 * @param length whether an episode of an unlikely length is published
 * @param sidecars where transcripts and chapter files go
 * @param engines which engines speak and how they are treated, as far as that decides on the sound
 * @param values whether the post's two values are written
 */
public record BuildOptions(
    Optional<Path> site,
    ScriptOptions script,
    AudioSettings audio,
    Redo redo,
    Length length,
    Settings.SideFiles sidecars,
    List<String> engines,
    Values values) {

  /** The same, but what is up to date is made again, too. */
  public BuildOptions anew() {
    return new BuildOptions(site, script, audio, Redo.ALWAYS, length, sidecars, engines, values);
  }

  /** The same, but posts stay as they are: one other process writes the values of all. */
  public BuildOptions leavingValues() {
    return new BuildOptions(
        site, script, audio, redo, length, sidecars, engines, Values.LEFT_TO_COLLECT);
  }

  /** The same with scripts that are written in another way. */
  public BuildOptions withScript(ScriptOptions other) {
    return new BuildOptions(site, other, audio, redo, length, sidecars, engines, values);
  }

  /** The same with other engines. */
  public BuildOptions withEngines(List<String> others) {
    return new BuildOptions(site, script, audio, redo, length, sidecars, others, values);
  }

  /** What to do with the two values of a post. */
  public enum Values {
    WRITTEN,
    LEFT_TO_COLLECT
  }

  /** What to do with an episode that is far longer or shorter than its text. */
  public enum Length {
    AS_ESTIMATED,
    ANY
  }

  /** What to do with an episode that is up to date. */
  public enum Redo {
    WHEN_CHANGED,
    ALWAYS
  }
}
