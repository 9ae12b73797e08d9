package dev.zundacast.pipeline.episode;

import dev.zundacast.audio.Loudness;
import dev.zundacast.audio.Track;
import dev.zundacast.episode.Clip;
import dev.zundacast.episode.Diagnostic;
import dev.zundacast.message.Message;
import dev.zundacast.pipeline.BuildRecord;
import dev.zundacast.pipeline.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    int clipsMade,
    int clipsFound,
    Optional<Sound> sound,
    String engine,
    List<String> voices,
    boolean draft,
    Optional<Duration> estimate,
    List<Message> warnings,
    List<Message> notes,
    List<Diagnostic> findings) {

  /**
   * How the MP3 was put together.
   *
   * @param loudness measured
   * @param framesReused frames that were there before
   * @param framesNew frames that were encoded
   * @param encoder name and version
   */
  public record Sound(Loudness loudness, int framesReused, int framesNew, String encoder) {}

  /** Nothing had to be done. */
  static BuildReport upToDate(EpisodePlan plan, BuildRecord last, Optional<Duration> estimate) {
    int found = plan.spoken().size();
    return of(plan, last.millis(), last.bytes(), found, Optional.empty(), estimate, List.of());
  }

  /**
   * An episode was made.
   *
   * @param bytes size of its MP3
   * @param warnings what went wrong since the plan
   */
  static BuildReport made(
      EpisodePlan plan,
      List<Clip> clips,
      Track track,
      long bytes,
      Optional<Duration> estimate,
      List<Message> warnings) {
    int found = (int) clips.stream().filter(c -> c.origin() == Clip.Origin.FOUND).count();
    Sound sound =
        new Sound(track.loudness(), track.framesReused(), track.framesNew(), track.encoder());
    long millis = track.timeline().durationMillis();
    return of(plan, millis, bytes, found, Optional.of(sound), estimate, warnings);
  }

  private static BuildReport of(
      EpisodePlan plan,
      long millis,
      long bytes,
      int found,
      Optional<Sound> sound,
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
        plan.spoken().size() - found,
        found,
        sound,
        plan.engine().title(),
        plan.tag().credits(),
        plan.engine().isDraft(),
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

  /** Whether nothing had to be done. */
  public boolean upToDate() {
    return sound.isEmpty();
  }
}
