package dev.zundacast.pipeline;

import dev.zundacast.audio.AudioSettings;
import dev.zundacast.script.ScriptOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How a post is built.
 *
 * @param site the site that was named, else it is found above the post
 * @param script how the script is written
 * @param audio what the MP3 shall be
 * @param again ids of lines that the engine is asked for again although their clips are there
 * @param redo whether an episode that is up to date is left alone
 * @param sidecars where transcripts and chapter files go
 * @param program names this build of the program, "" when it is not known: what was made by another
 *     build is made anew
 */
public record BuildOptions(
    Optional<Path> site,
    ScriptOptions script,
    AudioSettings audio,
    Set<String> again,
    Redo redo,
    SideFiles sidecars,
    String program) {

  /** What to do with an episode that is up to date. */
  public enum Redo {
    WHEN_CHANGED,
    ALWAYS
  }

  /** Where the side files go; out/ has them always. */
  public enum SideFiles {
    OUT,
    OUT_AND_SITE
  }

  public BuildOptions {
    again = Set.copyOf(again);
  }

  BuildOptions withAgain(Set<String> ids) {
    return new BuildOptions(site, script, audio, ids, redo, sidecars, program);
  }
}
