package dev.zundacast.pipeline.episode;

import dev.zundacast.audio.Track;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.Workspace;
import dev.zundacast.voice.EngineInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a build did.
 *
 * @param mp3 the episode
 * @param uploadTo the address to upload it to, "" when the site serves it
 * @param length of the audio
 * @param bytes of the MP3 with its tag
 * @param lines spoken lines
 * @param clipsFound clips that were there
 * @param track the MP3 that was put together, empty when the episode was up to date
 * @param engine that speaks
 * @param voices credits of who speaks
 * @param estimate what the script's length was estimated at, empty when only lines were made again
 * @param warnings what went wrong and did not stop the build: doubtful clips, unusable pictures,
 *     ...
 * @param notes all that a person should know: the warnings, and edits of the script kept, ...
 * @param findings what is wrong in the narration that the script takes
 */
public record BuildReport(
    Path post,
    Path script,
    Path mp3,
    String uploadTo,
    Duration length,
    long bytes,
    int lines,
    int clipsFound,
    Optional<Track> track,
    EngineInfo engine,
    List<String> voices,
    Optional<Duration> estimate,
    List<Message> warnings,
    List<Message> notes,
    List<Diagnostic> findings) {

  /** What came of a plan, and what went wrong since. */
  static BuildReport of(
      EpisodePlan plan,
      long millis,
      long bytes,
      int found,
      Optional<Track> track,
      Optional<Duration> estimate,
      List<Message> since) {
    List<Message> warnings = Stream.concat(plan.warnings().stream(), since.stream()).toList();
    return new BuildReport(
        plan.post().file(),
        plan.script().file(),
        plan.post().target().mp3(),
        plan.post().target().uploadTo(),
        Duration.ofMillis(millis),
        bytes,
        plan.spoken().size(),
        found,
        track,
        plan.engine(),
        plan.tag().credits(),
        estimate,
        warnings,
        Stream.concat(warnings.stream(), plan.notes().stream()).toList(),
        plan.findings());
  }

  /** What was found in a file, in one line. */
  static Message note(Diagnostic found) {
    String place = Workspace.name(found.file()) + (found.line() > 0 ? ":" + found.line() : "");
    return found.next().isEmpty()
        ? Message.plain(place + ": ", found.message())
        : Message.plain(place + ": ", found.message(), " (", found.next(), ")");
  }

  /** How many clips the engine was asked for. */
  public int clipsMade() {
    return lines - clipsFound;
  }

  /** Whether nothing had to be done. */
  public boolean upToDate() {
    return track.isEmpty();
  }
}
