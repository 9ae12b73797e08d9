package dev.zundacast.studio.episode;

import dev.zundacast.episode.Progress;
import dev.zundacast.episode.SpokenLine;
import dev.zundacast.sound.Wav;
import dev.zundacast.studio.EngineKeeper;
import dev.zundacast.voice.ClipStore;
import dev.zundacast.voice.EnginePool;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines to the sounds that the store has of them. */
public record LineSounds(EngineKeeper engines, ClipStore store) {
  /** A wave form has the highest sample of each hundredth of a second, from 0 to 127. */
  static final int MILLIS_A_PEAK = 10;

  private static final int HIGHEST = 127;
  private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{64}");

  /**
   * The sounds that are there, by their lines' ids. While no engine is there, a sound is taken for
   * a line's when it said the same.
   */
  Map<String, ClipStore.Found> of(Optional<EpisodeText> text, EpisodeMemory memory)
      throws IOException {
    return text.isPresent() ? of(text.get(), memory, text.get().audible()) : Map.of();
  }

  /** The same of some lines. */
  Map<String, ClipStore.Found> of(EpisodeText text, EpisodeMemory memory, List<SpokenLine> lines)
      throws IOException {
    Optional<EnginePool> pool = engines.pool();
    Map<String, ClipStore.Found> sounds = new HashMap<>();
    if (pool.isPresent()) {
      List<String> identities =
          pool.get().plan(text.audible(), Set.of(), Progress.SILENT).identities(lines);
      for (int i = 0; i < lines.size(); i++) {
        String id = lines.get(i).line().id();
        find(identities.get(i)).ifPresent(clip -> sounds.put(id, clip));
      }
      return sounds;
    }
    for (SpokenLine line : lines) {
      for (EpisodeMemory.Recording take : memory.takes(line.line().id())) {
        if (take.isOf(line) && !sounds.containsKey(line.line().id())) {
          find(take.clip()).ifPresent(clip -> sounds.put(line.line().id(), clip));
        }
      }
    }
    return sounds;
  }

  /** The sound with this name, which need not be one. */
  public Optional<ClipStore.Found> find(String identity) throws IOException {
    return IDENTITY.matcher(identity).matches() ? store.find(identity) : Optional.empty();
  }

  /** The wave form of the sound with this name. */
  public Optional<int[]> peaks(String identity) throws IOException {
    Optional<ClipStore.Found> clip = find(identity);
    return clip.isPresent() ? Optional.of(of(Wav.read(clip.get().clip().wav()))) : Optional.empty();
  }

  private static int[] of(Wav sound) {
    int step = Math.max(1, sound.rate() * MILLIS_A_PEAK / 1000);
    int[] peaks = new int[(sound.length() + step - 1) / step];
    for (int n = 0; n < sound.length(); n++) {
      int high = Math.min(HIGHEST, Math.abs(sound.at(n)) * HIGHEST / Short.MAX_VALUE);
      peaks[n / step] = Math.max(peaks[n / step], high);
    }
    return peaks;
  }
}
