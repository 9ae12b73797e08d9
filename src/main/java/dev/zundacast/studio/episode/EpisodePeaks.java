package dev.zundacast.studio.episode;

import dev.zundacast.disk.Json;
import dev.zundacast.sound.Wav;
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

  /** The wave form of a clip as a JSON array, 100 peaks a second. */
  public Optional<String> ofClip(String identity) throws IOException {
    return peaks(identity).map(Json::text);
  }

  private Optional<int[]> peaks(String identity) throws IOException {
    Optional<ClipStore.Found> clip = sounds.find(identity);
    return clip.isPresent() ? Optional.of(of(Wav.read(clip.get().clip().wav()))) : Optional.empty();
  }

  /** The wave form of the MP3 that was built last as a JSON array over its whole length. */
  public Optional<String> of(OpenEpisode episode) throws IOException {
    Optional<BuiltEpisode.Built> last = built.of(episode);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    long all = Math.max(1, last.get().millis());
    int[] peaks = new int[(int) Math.min(MOST, all / MILLIS_A_PEAK + 1)];
    Optional<EpisodeText> text = episode.text();
    Map<String, ClipStore.Found> now =
        text.isPresent() ? sounds.of(text.get(), episode.memory()) : Map.of();
    for (Map.Entry<String, BuiltEpisode.BuiltLine> line : last.get().lines().entrySet()) {
      Optional<String> clip = clip(now, episode, line.getKey(), line.getValue());
      if (clip.isPresent()) {
        int[] own = peaks(clip.get()).orElse(new int[0]);
        add(peaks, all, line.getValue().startMillis(), own);
      }
    }
    return Optional.of(Json.text(peaks));
  }

  private static void add(int[] peaks, long all, long start, int[] own) {
    for (int i = 0; i < own.length; i++) {
      long at = (start + (long) i * MILLIS_A_PEAK) * peaks.length / all;
      if (at < peaks.length) {
        peaks[(int) at] = Math.max(peaks[(int) at], own[i]);
      }
    }
  }

  /** The sound that the MP3 has of a line, as far as it is remembered, else the line's now. */
  private static Optional<String> clip(
      Map<String, ClipStore.Found> now,
      OpenEpisode episode,
      String id,
      BuiltEpisode.BuiltLine said) {
    ClipStore.Found found = now.get(id);
    if (found != null) {
      return Optional.of(found.clip().identity());
    }
    return episode.memory().takes(id).stream()
        .filter(take -> take.said().equals(said.spoken()))
        .map(Recording::clip)
        .findFirst();
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
