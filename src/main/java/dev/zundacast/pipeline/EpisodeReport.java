package dev.zundacast.pipeline;

import dev.zundacast.audio.Track;
import dev.zundacast.episode.Clip;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of a build, for people.
 *
 * @param estimate how long the script was thought to be, where somebody asked
 * @param notes what there is to say besides
 */
record EpisodeReport(EpisodePlan plan, Optional<Duration> estimate, List<String> notes) {

  /** Nothing had to be done. */
  BuildReport upToDate() {
    BuildRecord last = plan.last().orElseThrow();
    int found = plan.spoken().size();
    return of(last.millis(), last.bytes(), found, Optional.empty());
  }

  /**
   * An episode was made.
   *
   * @param bytes size of its MP3
   */
  BuildReport made(List<Clip> clips, Track track, long bytes) {
    int found = (int) clips.stream().filter(c -> c.origin() == Clip.Origin.FOUND).count();
    BuildReport.Sound sound =
        new BuildReport.Sound(
            track.loudness(), track.framesReused(), track.framesNew(), track.encoder());
    long millis = track.timeline().durationMillis();
    return of(millis, bytes, found, Optional.of(sound));
  }

  private BuildReport of(long millis, long bytes, int found, Optional<BuildReport.Sound> sound) {
    return new BuildReport(
        plan.post(),
        plan.script().file(),
        plan.target().mp3(),
        plan.target().uploadTo(),
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
        notes);
  }
}
