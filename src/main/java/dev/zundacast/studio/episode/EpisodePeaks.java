package dev.zundacast.studio.episode;

import dev.zundacast.sound.Wav;
import dev.zundacast.studio.episode.BuiltEpisode.BuiltLine;
import dev.zundacast.studio.episode.EpisodeMemory.Recording;
import dev.zundacast.voice.ClipStore;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The wave form of a whole episode, from those of its lines: decoding an hour of MP3 would take
 * seconds.
 */
public record EpisodePeaks(LineSounds sounds, BuiltEpisode built) {
  /** Peaks from 0 to 127, each the highest sample of a hundredth of a second. */
  private static final int A_SECOND = 100;

  private static final int HIGHEST = 127;

  /** More than a wide window has columns. */
  private static final int MOST = 4000;

  private static final int MILLIS_A_PEAK = 1000 / A_SECOND;

  /** The wave form of a clip, 100 peaks a second. */
  public Optional<int[]> ofClip(String identity) throws IOException {
    Optional<ClipStore.Found> clip = sounds.find(identity);
    return clip.isPresent() ? Optional.of(of(Wav.read(clip.get().clip().wav()))) : Optional.empty();
  }

  /** The wave form of the MP3 that was built last, over its whole length. */
  public Optional<int[]> of(OpenEpisode episode) throws IOException {
    Optional<BuiltEpisode.Built> last = built.of(episode);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    long all = Math.max(1, last.get().record().millis());
    int[] peaks = new int[(int) Math.min(MOST, all / MILLIS_A_PEAK + 1)];
    Map<String, ClipStore.Found> now = sounds.of(episode.text(), episode.memory());
    for (BuiltLine line : last.get().lines().values()) {
      Optional<String> clip =
          Optional.ofNullable(now.get(line.id()))
              .map(found -> found.clip().identity())
              .or(() -> remembered(episode, line));
      if (clip.isPresent()) {
        add(peaks, all, line.startMillis(), ofClip(clip.get()).orElse(new int[0]));
      }
    }
    return Optional.of(peaks);
  }

  /** The sound that the MP3 has of a line which says something else by now. */
  private static Optional<String> remembered(OpenEpisode episode, BuiltLine line) {
    return episode.memory().takes(line.id()).stream()
        .filter(take -> take.said().equals(line.spoken()))
        .map(Recording::clip)
        .findFirst();
  }

  private static void add(int[] peaks, long all, long start, int[] own) {
    for (int i = 0; i < own.length; i++) {
      long at = (start + (long) i * MILLIS_A_PEAK) * peaks.length / all;
      if (at < peaks.length) {
        peaks[(int) at] = Math.max(peaks[(int) at], own[i]);
      }
    }
  }

  private static int[] of(Wav sound) {
    int step = Math.max(1, sound.rate() / A_SECOND);
    int[] peaks = new int[(sound.length() + step - 1) / step];
    for (int n = 0; n < sound.length(); n++) {
      int high = Math.min(HIGHEST, Math.abs(sound.at(n)) * HIGHEST / Short.MAX_VALUE);
      peaks[n / step] = Math.max(peaks[n / step], high);
    }
    return peaks;
  }
}
