package dev.zundacast.pipeline;

import dev.zundacast.audio.Loudness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a build did.
 *
 * @param post the post
 * @param script its script
 * @param mp3 the episode
 * @param uploadTo the address to upload it to, "" when the site serves it
 * @param length of the audio
 * @param bytes of the MP3 with its tag
 * @param lines spoken lines
 * @param clipsMade clips that the engine was asked for
 * @param clipsFound clips that were there
 * @param sound how the MP3 was put together, empty when the episode was up to date
 * @param engine brand and version of the engine
 * @param voices credits of who speaks
 * @param draft whether the draft voice speaks
 * @param estimate what the script's length was estimated at, empty when only lines were made again
 * @param notes what a person should know: doubtful clips, edits of the script kept, ...
 */
public record BuildReport(
    Path post,
    Path script,
    Path mp3,
    String uploadTo,
    Duration length,
    long bytes,
    int lines,
    int clipsMade,
    int clipsFound,
    Optional<Sound> sound,
    String engine,
    List<String> voices,
    boolean draft,
    Optional<Duration> estimate,
    List<String> notes) {

  /**
   * How the MP3 was put together.
   *
   * @param loudness measured
   * @param framesReused frames that were there before
   * @param framesNew frames that were encoded
   * @param encoder name and version
   */
  public record Sound(Loudness loudness, int framesReused, int framesNew, String encoder) {}

  public BuildReport {
    voices = List.copyOf(voices);
    notes = List.copyOf(notes);
  }

  /** Whether nothing had to be done. */
  public boolean upToDate() {
    return sound.isEmpty();
  }
}
